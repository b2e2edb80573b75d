import pytest

from commons import found_by, page, said_by

CODE = "heading-title"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "## Stappen\n\nTekst.\n",
        "`# geen kop`\n\n```\n# code\n```\n",
        "<!-- # weg -->\nTekst.\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("# Titel\n\nTekst.\n", ["7:1"]),
        ("Tekst.\n\nTitel\n=====\n", ["9:1"]),
        ("## Een\n\n# Twee\n\n# Drie\n", ["9:1", "11:1"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="# Titel\n")}) == [
        "'Titel' is a heading of the first level; that is the title's.\n"
        "Write two signs: '## …'. The title of the page stands in the front matter, behind 'title:'.",
    ]
