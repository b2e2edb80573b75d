"""A foreign collection dropped unchanged into a kind's folder: every file accounted for, every defect found.

The files of ``tests/fixtures/like-18f`` are our own, with the defects of the collection 18F/methods: other fields, a
file without ``.md``, a template with lists and nulls for placeholders, an archived file in a folder inside.
"""

import shutil
from pathlib import Path

import pytest
from gemeengoed.checks.run import run_checks
from gemeengoed.edition import EditionName, Fate, select

from commons import METHOD, load_commons, write_commons

COLLECTION = Path(__file__).parents[1] / "fixtures/like-18f/_methods"


@pytest.fixture(scope="module")
def dropped(tmp_path_factory):
    root = write_commons(tmp_path_factory.mktemp("like-18f"), {METHOD: None})
    shutil.copytree(COLLECTION, root / "commons/methods", dirs_exist_ok=True)
    commons = load_commons(root)
    return commons, run_checks(commons)


def found_in(problems, name):
    path = f"commons/methods/{name}"
    return [f"{found.line}:{found.column} {found.code}" for found in problems if found.path == path]


def test_every_file_is_accounted_for(dropped):
    commons, problems = dropped
    edition = select(commons, EditionName.PUBLIC, commons.history, problems)
    files = {f"commons/methods/{path.relative_to(COLLECTION)}" for path in COLLECTION.rglob("*") if path.is_file()}
    fates = {outcome.path: outcome.fate for outcome in (*edition.outcomes, *edition.withheld)}
    assert len(files) == 4
    assert {fates.get(path) for path in files} == {Fate.REJECTED}


def test_a_file_without_md(dropped):
    assert found_in(dropped[1], "question-wall") == ["1:1 file-kind"]


def test_an_archived_file_inside(dropped):
    assert found_in(dropped[1], "archive/role-swap.md") == ["1:1 file-kind"]


def test_a_template_with_placeholders(dropped):
    assert found_in(dropped[1], "_template.md") == [
        "1:1 field-missing",
        "1:1 field-missing",
        "1:1 field-missing",
        "1:1 file-name",
        "2:1 field-unknown",
        "3:8 field-type",
        "4:1 field-unknown",
        "5:1 field-unknown",
        "6:1 field-unknown",
        "7:1 field-unknown",
        "8:1 field-unknown",
    ]


def test_a_page_with_other_fields_and_lists_that_are_none(dropped):
    assert found_in(dropped[1], "walking-interview.md") == [
        "1:1 field-missing",
        "1:1 field-missing",
        "1:1 field-missing",
        *(f"{line}:1 field-unknown" for line in (2, 4, 5, 7, 8, 9, 10, 11)),
        "17:1 list-broken",
        "21:3 list-broken",
    ]
