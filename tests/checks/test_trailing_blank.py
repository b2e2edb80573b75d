"""A line does not end in blanks, other than the two spaces that make a line break."""

import pytest

from commons import page, problems_of

PAGE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (page(body="Een zin. \nNog een.\n"), "7:9"),
        (page(body="Een zin.\t\nNog een.\n"), "7:9"),
        (page(body="Een zin.  \n\nNog een.\n"), "7:9"),
        (page(body="Een zin.   \nNog een.\n"), "7:9"),
        (page(body="Een zin.\n\n   \n\nNog een.\n"), "9:1"),
        (page(body="Een zin. "), "7:9"),
        (page(title="Een pagina  "), "2:18"),
    ],
)
def test_problem(tmp_path, content, place):
    assert problems_of(tmp_path, {PAGE: content}) == [f"{PAGE}:{place} trailing-blank"]


@pytest.mark.parametrize(
    "content",
    [
        page(body="Een zin.  \nNog een.\n"),
        page(body="> Een zin.  \n> Nog een.\n"),
        page(body="Een zin.\n\n```text\ncode   \n```\n\nNog een.\n"),
    ],
)
def test_no_problem(tmp_path, content):
    assert problems_of(tmp_path, {PAGE: content}) == []


def test_blanks_in_a_literal_block_are_content(tmp_path):
    method = page("maturity: trial\nworksheet: |\n  Regel een.  \n  Regel twee.")
    found = problems_of(tmp_path, {"commons/methods/werkblad.md": method})
    assert [problem for problem in found if "trailing-blank" in problem] == []
