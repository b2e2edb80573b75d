"""A build after nothing changed makes nothing and says the same; after anything changed it is made again."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from gemeengoed import build as building
from gemeengoed import cache, kept, standing
from gemeengoed.cache import program
from gemeengoed.edition import EditionName
from gemeengoed.load import files
from gemeengoed.settings import read_settings
from sites import build_site, bytes_of, commit

from commons import SETTINGS, page, write_commons, write_files

TIP, MENU = "commons/tips/kort.md", "overrides/partials/footer.html"
OWN = SETTINGS + "copyright: !ENV [NAAM, kleine_naam, niemand]\n"


class Made(Exception):
    """Something is being made."""


def make(*_: object, **__: object) -> None:
    raise Made


def build_one(root: Path) -> Path:
    """A commons, built."""
    write_commons(root, {TIP: page(title="Korte tip"), MENU: "<footer>een</footer>", "mkdocs.yml": OWN})
    commit(root, "2026-03-01")
    time.sleep(0.1)  # or the files are so young that another change might not show
    build_site(root)
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    return build_one(tmp_path_factory.mktemp("gebouwd"))


@pytest.fixture
def root(built, monkeypatch) -> Iterator[Path]:
    """A commons that was built, and where nothing can be made any more without being noticed."""
    before = notes(built).read_bytes()
    monkeypatch.setattr(building, "make", make)
    yield built
    notes(built).parent.mkdir(parents=True, exist_ok=True)
    notes(built).write_bytes(before)


@pytest.fixture
def own(tmp_path, monkeypatch) -> Path:
    """The same, of which the files may be changed."""
    root = build_one(tmp_path)
    monkeypatch.setattr(building, "make", make)
    return root


def notes(root: Path) -> Path:
    return root / ".gemeengoed/public/mkdocs/standing.json"


def forged(root: Path) -> None:
    """Notes with a right seal that hold something else than a build writes."""
    content = json.dumps({"sources": "", "site": "", "said": {"problems": "geen", "pages": -1}}).encode()
    notes(root).write_bytes(kept.digest(program(), content).encode() + content)


CHANGES = {
    "a page": {TIP: page(title="Andere tip")},
    "a new page": {"commons/tips/nieuw.md": page()},
    "a page that is gone": {TIP: None},
    "a register": {"contributors.yaml": "redactie:\n  name: De redactie\n"},
    "a template": {MENU: "<footer>twee</footer>"},
    "a hand-written page": {"docs/index.md": "---\ntitle: Hallo\n---\nHallo.\n"},
    "the settings": {"mkdocs.yml": OWN + "repo_url: https://forge.example/x\n"},
    "what blame ignores": {".git-blame-ignore-revs": "0" * 40 + "\n"},
    "a page of the site": {"site/index.html": "met de hand"},
    "a page of the site that is gone": {"site/index.html": None},
    "a file beside the site's": {"site/los.txt": "los"},
}


def test_when_nothing_changed_nothing_is_made(root):
    before, said = bytes_of(root / "site"), build_site(root).said
    assert (said.pages, said.rejected) == (2, 0)
    assert [problem.code for problem in said.problems] == []
    assert bytes_of(root / "site") == before


def test_when_anything_changed_it_is_made_again(own):
    settings, choices = read_settings(own), standing.Choices(own / "site")
    assert standing.recall(own, choices, standing.state_of_sources(own, settings, choices).state)
    states = []
    for change in CHANGES.values():
        before = {path: (own / path).read_bytes() if (own / path).exists() else None for path in change}
        write_files(own, change)
        time.sleep(0.06)
        with pytest.raises(Made):
            build_site(own)
        states.append((standing.state_of_sources(own, settings, choices).state, standing.state_of_site(own / "site")))
        write_files(own, before)
    assert len(set(states)) == len(CHANGES)


@pytest.mark.parametrize(
    ("name", "value"), [("NAAM", "iemand"), ("kleine_naam", "iemand"), ("SOURCE_DATE_EPOCH", "1700000000")]
)
def test_when_the_surroundings_changed_it_is_made_again(root, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(Made):
        build_site(root)


def test_when_git_has_another_commit_it_is_made_again(own):
    commit(own, "2026-04-01")
    with pytest.raises(Made):
        build_site(own)


@pytest.mark.parametrize("choice", [{"edition": EditionName.MEMBERS}, {"keep_going": True}, {"clean": True}])
def test_when_one_chooses_otherwise_it_is_made_again(root, choice):
    with pytest.raises(Made):
        build_site(root, **choice)


@pytest.mark.parametrize("damage", [b"", b"{}", b"geen JSON", None])
def test_notes_that_are_damaged_are_not_trusted(root, damage):
    notes(root).write_bytes(notes(root).read_bytes()[:-5] if damage is None else damage)
    with pytest.raises(Made):
        build_site(root)


def test_forged_notes_are_not_trusted(root):
    forged(root)
    with pytest.raises(Made):
        build_site(root)


@pytest.mark.parametrize(
    "line",
    [
        "hooks: [eigen.py]",
        "INHERIT: a.yml",
        "markdown_extensions: [tables, pymdownx.snippets]",
        "markdown_extensions: [{eigen.uitbreiding: {map: elders}}]",
    ],
)
def test_where_other_files_may_be_read_every_build_is_a_whole_one(tmp_path, line):
    write_commons(tmp_path, {"mkdocs.yml": f"{OWN}{line}\n"})
    time.sleep(0.06)
    assert standing.state_of_sources(tmp_path, read_settings(tmp_path), standing.Choices(tmp_path / "site")).state == ""


def test_a_file_that_changed_just_now_counts_as_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_TICK", 10**12)  # a moment that lasts as long as the test
    write_commons(tmp_path, {TIP: page(title="Net nu")})
    assert standing.state_of_sources(tmp_path, read_settings(tmp_path), standing.Choices(tmp_path / "site")).state == ""


@pytest.mark.parametrize("path", ["a.py", "kinds/b.yaml", "stage/drawings/c.json", "stage/templates/d.jinja", "e.po"])
def test_the_state_of_the_program_is_that_of_every_file_that_it_reads(tmp_path, monkeypatch, path):
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "cache.py"))
    before = program.__wrapped__()
    write_files(tmp_path, {path: "iets"})
    assert program.__wrapped__() != before


def test_the_state_of_the_program_is_the_same_after_a_checkout(tmp_path, monkeypatch):
    """What a workflow restores from its cache must hold for files that were written just now."""
    write_files(tmp_path, {"a.py": "iets", "kinds/b.yaml": "iets"})
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "cache.py"))
    before = program.__wrapped__()
    os.utime(tmp_path / "a.py", (0, 0))
    assert program.__wrapped__() == before
