"""Who withdrew goes out of the register, whole; and is shown wherever a page still names that person."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeengoed.forgetting import UnknownContributorError, forget
from sites import run

from commons import CONTRIBUTORS, check_commons, load_commons, page, write_commons

AN = """\
# Wie meedoet.
an-peeters:
  name: An Peeters
  organisations: [vzw-b]
  about: |
    Werkt graag

    # in de wijk.
  website: https://an.example/
  consent: {on: 2026-01-01, scope: [name, organisation], licences: [CC-BY-NC-SA-4.0]}

# De redactie zelf.
"""
FILES = {
    "contributors.yaml": AN + CONTRIBUTORS,
    "commons/tips/kort.md": page("steward: an-peeters\ncredits: {inhoud: ['an-peeters', vzw-b]}").replace(
        "[redactie]", "[an-peeters]"
    ),
    "commons/tips/woorden.md": page(body="Met dank aan An Peeters, en aan an-peeters-de-andere.\n", title="Woorden"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_commons(tmp_path, FILES)


def test_of_the_entry_only_the_day_is_left_and_the_rest_of_the_register_is_as_it_was(root):
    commons = load_commons(root)
    (change, *_) = forget(commons, "an-peeters").changes
    expected = f"# Wie meedoet.\nan-peeters:\n  withdrawn_on: {commons.today}\n\n# De redactie zelf.\n{CONTRIBUTORS}"
    assert change.path == "contributors.yaml" and change.after.decode() == expected


def test_every_place_that_names_the_person_is_told(root):
    left = forget(load_commons(root), "an-peeters").left
    assert [(finding.path, finding.line) for finding in left] == [
        ("commons/tips/kort.md", 4),
        ("commons/tips/kort.md", 6),
        ("commons/tips/kort.md", 7),
        ("commons/tips/woorden.md", 7),
    ]


def test_references_get_who_is_named_instead_and_the_rest_is_for_a_person(root):
    found = forget(load_commons(root), "an-peeters", "redactie")
    changed = {change.path: change.after.decode() for change in found.changes}
    text = changed["commons/tips/kort.md"]
    assert "authors: [redactie]" in text and "steward: redactie" in text and "['redactie', vzw-b]" in text
    assert [finding.path for finding in found.left] == ["commons/tips/woorden.md"]


@pytest.mark.parametrize(("identifier", "instead"), [("niemand", ""), ("an-peeters", "niemand")])
def test_whoever_is_unknown_is_not_forgotten(root, identifier, instead):
    with pytest.raises(UnknownContributorError, match="niemand"):
        forget(load_commons(root), identifier, instead)


def test_without_write_nothing_is_touched(root):
    before = (root / "contributors.yaml").read_bytes()
    done = run("forget", "an-peeters", "--root", root, "--lang", "nl")
    assert done.returncode == 1 and (root / "contributors.yaml").read_bytes() == before
    assert "-  name: An Peeters" in done.stdout and "+  withdrawn_on:" in done.stdout
    assert "commons/tips/woorden.md:7" in done.stderr and "geschiedenis" in done.stderr


def test_after_it_is_written_the_commons_is_right(root):
    (root / "commons/tips/woorden.md").unlink()
    done = run("forget", "an-peeters", "--root", root, "--instead", "redactie", "--write", "--lang", "nl")
    assert done.returncode == 0, done.stderr
    assert [problem for problem in check_commons(root) if str(problem.severity) == "error"] == []
    left = "".join(path.read_text() for path in root.rglob("*") if path.is_file())
    assert "An Peeters" not in left and "an.example" not in left


def test_an_entry_on_one_line_with_other_line_ends(tmp_path):
    people = CONTRIBUTORS + "an: {name: An Peeters, consent: {on: 2026-01-01, scope: [name]}}\n"
    root = write_commons(tmp_path, {"contributors.yaml": people.replace("\n", "\r\n")})
    commons = load_commons(root)
    (change,) = forget(commons, "an").changes
    expected = (CONTRIBUTORS + f"an:\n  withdrawn_on: {commons.today}\n").replace("\n", "\r\n")
    assert change.after.decode() == expected
