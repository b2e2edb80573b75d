"""The pictures of who shares a page: the same for the same text, only where asked, and none of what members read."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from gemeengoed.build import stage_edition
from gemeengoed.edition import EditionName
from gemeengoed.load import load
from gemeengoed.output import Output
from gemeengoed.settings import read_settings
from gemeengoed.social_pictures import SIZE, draw, place_pictures
from gemeengoed.stage.social import FOLDER, SPECIFIED, Picture
from PIL import Image
from sites import html_pages

from commons import SETTINGS, page, write_commons

ASKED = SETTINGS.replace("      language: nl\n", "      language: nl\n      social_cards: true\n")
TIP = "commons/tips/kort.md"
PICTURE = Picture("Tip", "Een korte titel", "Gemeente A", "Proef")


def pictures(root: Path, name: EditionName = EditionName.PUBLIC) -> tuple[set[str], str]:
    """The files of the pictures of a commons, and what is staged of them."""
    tree, site = Output(root / f"tree-{name}"), Output(root / f"site-{name}")
    stage_edition(root, load(root, read_settings(root)), name, (), tree)
    place_pictures([tree.path], site)
    site.prune()
    specified = tree.path / SPECIFIED
    return set(site.files), specified.read_text() if specified.exists() else ""


def test_the_same_text_gives_the_same_bytes():
    assert draw(PICTURE) == draw(PICTURE)
    assert Image.open(BytesIO(draw(PICTURE))).size == SIZE
    assert draw(PICTURE) != draw(PICTURE._replace(title="Een andere titel"))


def test_a_title_of_any_length_can_be_drawn():
    endless = PICTURE._replace(title="Wat te doen met " * 40, by="x" * 300)
    assert Image.open(BytesIO(draw(endless))).size == SIZE


def test_another_title_is_another_file(tmp_path):
    root = write_commons(tmp_path, {"mkdocs.yml": ASKED, TIP: page(title="Korte tip")})
    before, _ = pictures(root)
    write_commons(tmp_path, {"mkdocs.yml": ASKED, TIP: page(title="Kortere tip")})
    after, _ = pictures(root)
    assert len(before) == 3  # of the tip, the method, and the site
    assert len(before & after) == 2 and len(after - before) == 1


def test_without_the_setting_there_is_no_file(tmp_path):
    assert pictures(write_commons(tmp_path)) == (set(), "")


def test_a_page_for_members_leaves_no_picture_in_public(tmp_path):
    root = write_commons(tmp_path, {"mkdocs.yml": ASKED, TIP: page("audience: members", title="Zwaluwtip")})
    public, staged = pictures(root)
    assert len(public) == 2 and "Zwaluw" not in staged
    members, staged = pictures(root, EditionName.MEMBERS)
    assert len(members - public) == 1 and "Zwaluw" in staged


def test_every_page_names_a_picture_that_is_there(own_site):
    site = own_site("mkdocs")
    named = {}
    for path in html_pages(site):
        if found := re.search(r'<meta property="og:image" content="([^"]*)">', (site / path).read_text()):
            named[path] = found[1]
    assert len(named) > 100
    at = f"https://gemeengoed.example/{FOLDER}"
    assert {path for path, picture in named.items() if not picture.startswith(at)} == set()
    drawn = {file.name for file in (site / FOLDER).iterdir()}
    assert {picture.removeprefix(at) for picture in named.values()} == drawn
