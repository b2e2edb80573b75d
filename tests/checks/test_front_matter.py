import pytest

from commons import found_by, page, said_by

CODE = "front-matter"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page(body=""),
        page(body="---\n\nEen streep mag.\n"),
        "---\ntitle: A\n-----\nTekst.\n",
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("# Kop\n\nTekst.\n", ["1:1"]),
        ("\n" + page(), ["1:1"]),
        ("---", ["1:1"]),
        ("---\ntitle: A\n", ["1:1"]),
        ("---\n---\n", ["1:1"]),
        ("---\n# niets\n---\n", ["1:1"]),
        ("---\n- a\n- b\n---\n", ["1:1"]),
        ("---\ntekst\n---\n", ["1:1"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: "# Kop\n"}) == [
        "The front matter is missing: the lines between two lines with --- at the top of the file.\n"
        "Start the file with ---, then 'title: …', and end it with ---."
    ]
