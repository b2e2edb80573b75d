"""The staged tree: what the engines get, written only where it changed, and every page at an address of its own."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from gemeengoed.edition import EditionName, select
from gemeengoed.i18n import translator
from gemeengoed.kinds import KINDS
from gemeengoed.output import Output
from gemeengoed.revisions import History
from gemeengoed.stage.addresses import Addresses, listing_path, relative, staged_path
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.tree import stage
from gemeengoed.stage.write import write_tree
from sites import REPOSITORY, bytes_of, html_pages, parse, render_unchecked, text_of, with_class

from commons import METHOD, SETTINGS, load_commons, page, write_commons, write_files

GOLDEN = Path(__file__).parent / "golden"
REQUIRED = {
    "answer": "question: questions/gewoon\nby: redactie\non: 2026-Q1",
    "collection": "type: learning-path\nparts:\n  - item: methods/intervisie\n    note: Begin hier.",
    "experience": "about: methods/intervisie\norganisation: vzw-b\non: 2026-05\nresult: partly",
    "gathering": "network: networks/gewoon\nstart: 2026-12-10T19:00\nend: 2026-12-11",
    "initiative": "network: networks/gewoon\npromotor: vzw-b\nmotivation: Omdat het moet.\nphase: running",
    "method": "maturity: proven\nduration: {min: 60, max: 90}",
    "network": "type: community\nperiod: 2019/2020",
    "practice": "maturity: trial\ncontext: {organisation: gemeente-a, budget: none}\noutcome: Het werkte.",
    "question": "state: gap\nasked_by: redactie",
    "tip": "applies_to: [vergaderen]\nkeywords: [kort]\n"
    "sources:\n  - title: Een bron\n    relation: cites\n    licence: CC0-1.0",
}
"""What each kind needs, and a little more."""

ONE_OF_EACH = {
    f"commons/{kind.folder}/gewoon.md": page(
        REQUIRED[kind.name],
        f"Zie [de methode](methods/intervisie#stappen).\n\n## Kop van {kind.name}\n",
        f"Een gewone {kind.name}",
    )
    for kind in KINDS
}
FILES = {"mkdocs.yml": f"{SETTINGS}nav: [index.md]\nrepo_url: https://forge.example/a/b\n", **ONE_OF_EACH}
ADDRESSES = Addresses(translator("nl"))
GOLDEN_PATHS = (
    "index.md",
    "manifest.json",
    listing_path(ADDRESSES.page("themes/participatie")),
    listing_path(ADDRESSES.page("tips")),
    *(staged_path(ADDRESSES.page(f"{kind.folder}/gewoon")) for kind in KINDS),
)


def staged(root: Path) -> tuple[dict[str, str], dict[str, Path]]:
    commons = replace(load_commons(root), today=date(2026, 11, 22))
    edition = select(commons, EditionName.PUBLIC, History(), ())
    return stage(edition, root)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_commons(tmp_path_factory.mktemp("elk"), FILES)


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[str, str]:
    return staged(root)[0]


@pytest.mark.parametrize("path", GOLDEN_PATHS)
def test_golden(texts, path):
    """As it was when somebody last looked at it: UPDATE_GOLDEN=1 writes it anew, for git to show."""
    golden = GOLDEN / path
    if os.environ.get("UPDATE_GOLDEN"):
        write_files(GOLDEN, {path: texts[path]})
    assert texts[path] == golden.read_text("utf-8")


def test_no_golden_file_is_left_over():
    assert sorted(bytes_of(GOLDEN)) == sorted(GOLDEN_PATHS)


def test_manifest_is_as_documented(texts):
    """``{"version": 1, "files": [{"path", "fate", "reason"?, "address"?}]}``"""
    manifest = json.loads(texts["manifest.json"])
    assert manifest["version"] == 1
    assert manifest["files"][0] == {
        "path": "commons/answers/gewoon.md",
        "fate": "published",
        "address": "antwoorden/gewoon/",
    }
    assert {"path": "commons/vocabulary.yaml", "fate": "register"} in manifest["files"]


def test_every_page_has_front_matter_that_yaml_reads_back(texts):
    for path, text in texts.items():
        if path.endswith(".md"):
            opened, front, _ = text.split("---\n", 2)
            fields = yaml.safe_load(front)
            assert opened == "" and fields["title"] and "gemeengoed" in fields, path


@pytest.mark.parametrize(
    "sign", [chr(code) for code in (0x1, 0x7, 0x1B, 0x7F, 0x85, 0x9F, 0xAD, 0x2028, 0x2029, 0xFEFF, 0x1F600)]
)
def test_any_sign_survives_the_front_matter(sign):
    title = f'een {sign} "teken" \\ {{{{ x }}}} --- #'
    text = StagedPage("x.md", title, title, parts={"header": f"<p>\n{title}</p>"}).text()
    fields = yaml.safe_load(text.split("---\n", 2)[1] if "\n---\n" not in title else "")
    assert fields["title"] == fields["description"] == title
    assert fields["gemeengoed"]["header"] == f"<p>\n{title}</p>"


def test_the_tree_is_written_only_where_it_changed(root, tmp_path):
    texts, copies = staged(root)
    assert write_tree(Output(tmp_path), texts, copies) == len(texts) + len(copies)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert write_tree(Output(tmp_path), texts, copies) == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == times


def test_what_nothing_makes_any_more_is_removed(tmp_path):
    picture = tmp_path / "bron.png"
    picture.write_bytes(b"beeld")
    tree = tmp_path / "tree"
    assert write_tree(Output(tree), {"a/b/c.md": "c", "a/d.md": "d"}, {"a/e.png": picture}) == 3
    picture.write_bytes(b"ander")
    assert write_tree(Output(tree), {"a/d.md": "D"}, {"a/e.png": picture}) == 3
    assert bytes_of(tree) == {"a/d.md": b"D", "a/e.png": b"ander"}
    assert not (tree / "a/b").exists()
    assert write_tree(Output(tree), {}, {}) == 2 and bytes_of(tree) == {}


def test_one_changed_item_changes_few_pages(root, texts, tmp_path):
    """Its own page, and those that show its title; not the pages of items that have nothing to do with it."""
    changed = write_commons(tmp_path, {**FILES, "commons/tips/gewoon.md": page(REQUIRED["tip"], title="Nieuwe titel")})
    after = staged(changed)[0]
    different = {path for path in texts if texts[path] != after[path]}
    assert "tips/gewoon.md" in different and "tips/index.md" in different
    assert not {path for path in different if path.endswith("/gewoon.md")} - {"tips/gewoon.md"}


def test_names_that_could_be_taken_for_a_listing(tmp_path):
    """An item may have the name of a listing or of one of its parts."""
    names = ("index", "2", "p-2", "page", "readme", "manifest")
    items = {f"commons/tips/{name}.md": page(title=f"Tip {name}") for name in names}
    settings = SETTINGS.replace("language: nl\n", "language: nl\n      limits: {listing_page: 2}\n", 2)
    settings = settings.replace("  language: nl\n      limits: {listing_page: 2}\n  font", "  language: nl\n  font")
    root = write_commons(tmp_path, {"mkdocs.yml": f"{settings}nav: [index.md]\n", **items})
    site = render_unchecked(root, tmp_path / "site")
    for name in names:
        assert text_of(next(parse(site / f"tips/{name}/index.html").iter("h1"))) == f"Tip {name}"
    listed = [
        text_of(card)
        for path in html_pages(site)
        if path == "tips/index.html" or path.startswith("tips/p_")
        for card in with_class(parse(site / path), "gg-card__title")
    ]
    assert sorted(listed) == sorted(f"Tip {name}" for name in names)


def test_all_addresses_of_the_repository_are_different():
    """A page that another one hides would be lost in silence."""
    texts = staged(REPOSITORY)[0]
    addresses = [path.removesuffix(".md").removesuffix("index").rstrip("/") for path in texts if path.endswith(".md")]
    assert sorted(set(addresses)) == sorted(addresses)


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "methoden/", "methoden/"),
        ("methoden/intervisie/", "methoden/", "../"),
        ("methoden/intervisie/", "methoden/intervisie/", "./"),
        ("methoden/intervisie/", "", "../../"),
        ("methoden/", "tips/kort/", "../tips/kort/"),
        ("bestanden/", "manifest.json", "../manifest.json"),
    ],
)
def test_relative_links(here, there, link):
    assert relative(here, there) == link


def test_a_link_to_what_has_no_page_keeps_its_words(tmp_path):
    body = "[rol](roles/inhoud) [register](../vocabulary.yaml) [thema](themes/co-creatie) [alle](methods/)\n"
    root = write_commons(tmp_path, {"commons/tips/kort.md": page(body=body)})
    text = staged(root)[0]["tips/kort.md"]
    assert text.endswith("rol register [thema](../themas/index.md) [alle](../methoden/index.md)\n")


def test_a_register_with_dead_references_still_stages(tmp_path):
    """What a check keeps from being published must not break the pages of others."""
    files = {
        "contributors.yaml": "redactie:\n  name: Redactie\n  organisations: [weg]\n  skills_offered: [weg]\n"
        "  consent: {on: 2026, scope: [name]}\n",
        "commons/organisations.yaml": "vzw-b:\n  name: Vzw B\n  type: company\n  regions: [weg]\n  part_of: weg\n",
        "commons/tips/kort.md": page("organisations: [vzw-b]"),
    }
    texts = staged(write_commons(tmp_path, files))[0]
    assert "Vzw B" in texts["organisaties/vzw-b/index.md"] and "Redactie" in texts["bijdragers/redactie/index.md"]


def test_required_covers_every_kind():
    assert set(REQUIRED) == {kind.name for kind in KINDS}
    assert METHOD not in ONE_OF_EACH
