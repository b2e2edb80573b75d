import pytest

from commons import found_by, page, said_by

CODE = "table-header"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "| Stap | Duur |\n|---|---|\n| 1 | 5 |\n",
        "| | Duur |\n|---|---|\n| 1 | 5 |\n",
        "a | b\n--|--\n1 | 2\n",
        "<table><tr><th>a</th></tr></table>\n",
        "```\n| | |\n|---|---|\n```\n",
        "Tekst\n---\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("| | |\n|---|---|\n| 1 | 5 |\n", ["7:1"]),
        ("| Stap | |\n|---|---|\n| 1 | 5 |\n", ["7:1"]),
        ("Tekst.\n\n|---|---|\n| 1 | 5 |\n", ["9:1"]),
        ("<table><thead><tr><td>a</td></tr></thead></table>\n", ["7:1"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="| | |\n|---|---|\n| 1 | 5 |\n")}) == [
        "A column of this table has no name.\nWrite a name for each column in the first line of the table.",
    ]
