"""The pictures for who shares a page: drawn once, alike each time, and of nothing that is hidden."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from gemeengoed import social_pictures
from gemeengoed.checking import load_and_check
from gemeengoed.edition import EditionName
from gemeengoed.output import Output
from gemeengoed.settings import read_settings
from gemeengoed.social_pictures import SIZE, draw, place_pictures
from gemeengoed.stage.social import SPECIFIED, Picture
from gemeengoed.staging import stage_edition
from PIL import Image
from sites import bytes_of

from commons import SETTINGS, page, write_commons

ONE = Picture("Tip", "Korte tip", "Proefdorp", "Proef")
OTHER = Picture("Tip", "Andere tip", "", "Proef")


@pytest.fixture
def tree(tmp_path) -> Path:
    asked(tmp_path / "tree", ONE, OTHER)
    return tmp_path / "tree"


def asked(tree: Path, *pictures: Picture) -> None:
    file = tree / SPECIFIED
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(pictures), "utf-8")


def placed(tree: Path) -> Output:
    """The site that has the pictures, as a build after the last one makes it."""
    site = Output(tree.with_name("site"))
    place_pictures([tree], site, tree.with_name("pictures.json"))
    site.prune()
    return site


@pytest.mark.parametrize("title", ["", "Kort", "Gemeenteraadsverkiezingen " * 30, "W" * 300])
def test_any_title_gives_the_same_picture_of_the_same_size_each_time(title):
    drawn = draw(Picture("Tip", title, "Een organisatie met een lange naam " * 9, "Proef"))
    assert drawn == draw(Picture("Tip", title, "Een organisatie met een lange naam " * 9, "Proef"))
    with Image.open(BytesIO(drawn)) as image:
        assert image.size == SIZE


def test_only_what_is_new_is_drawn_and_what_nobody_asks_for_goes(tree):
    assert placed(tree).changed == {ONE.path, OTHER.path}
    third = Picture("Tip", "Derde tip", "", "Proef")
    asked(tree, ONE, third)
    assert placed(tree).changed == {OTHER.path, third.path}


def test_what_another_program_drew_is_drawn_again(tree, monkeypatch):
    placed(tree)
    monkeypatch.setattr(social_pictures, "GROUND", "#000000")
    assert placed(tree).changed == set()
    monkeypatch.setattr(social_pictures, "program", lambda: "another")
    assert placed(tree).changed == {ONE.path, OTHER.path}


def test_no_picture_says_what_is_hidden(tmp_path):
    files = {
        "mkdocs.yml": SETTINGS.replace("language: nl\nmarkdown", "language: nl\n      social_cards: true\nmarkdown"),
        "commons/networks/besloten.md": page("type: community\naudience: members", title="Besloten kring"),
        "commons/tips/open.md": page("networks: [networks/besloten]", title="Open tip"),
    }
    root = write_commons(tmp_path / "commons", files)
    commons, problems = load_and_check(root, read_settings(root), jobs=1)
    said = {}
    for edition in EditionName:
        tree = Output(tmp_path / f"tree-{edition}")
        stage_edition(root, commons, edition, problems, tree)
        said[edition] = (tree.path / SPECIFIED).read_text("utf-8")
    assert "Open tip" in said[EditionName.PUBLIC] and "Besloten" not in said[EditionName.PUBLIC]
    assert "Besloten kring" in said[EditionName.MEMBERS]


def test_off_costs_no_file(tmp_path):
    """Nothing asks for a picture or names one, and those of before are taken away."""
    root = write_commons(tmp_path / "commons", {"commons/tips/open.md": page(title="Open tip")})
    commons, problems = load_and_check(root, read_settings(root), jobs=1)
    tree = Output(tmp_path / "tree")
    stage_edition(root, commons, EditionName.PUBLIC, problems, tree)
    assert [
        path for path, content in bytes_of(tree.path).items() if SPECIFIED in path or b'"social": "' in content
    ] == []
    asked(tmp_path / "before", ONE)
    site, notes = Output(tmp_path / "site"), tmp_path / "pictures.json"
    place_pictures([tmp_path / "before"], site, notes)
    assert [*bytes_of(site.path)] == [ONE.path]
    site = Output(tmp_path / "site")
    place_pictures([tree.path], site, notes)
    site.prune()
    assert bytes_of(site.path) == {}
