import pytest

from commons import found_by, page, said_by

CODE = "field-missing"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page(title="0"),
        page("sources: [{title: A, relation: cites}]"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("---\ntitle: A\nauthors: [redactie]\nthemes: [participatie]\n---\nTekst.\n", ["1:1"]),
        ("---\ntitle: A\n---\nTekst.\n", ["1:1", "1:1", "1:1"]),
        (page().replace("summary: Voor wie een korte pagina zoekt.", "summary:"), ["3:1"]),
        (page(title='""'), ["2:1"]),
        (page(title="' '"), ["2:1"]),
        (page(title="~"), ["2:1"]),
        (page().replace("[redactie]", "[]"), ["4:1"]),
        (page("sources: [{title: A}]"), ["6:11"]),
        (page("sources:\n  - [x]\n  - title: A\n    relation:"), ["9:5"]),
        (page("---\n").replace("---\n---", "---"), []),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page().replace("summary: Voor wie een korte pagina zoekt.", "summary:")}) == [
        "'summary' is missing.\nOne or two sentences: what is it, and for whom is it useful?"
    ]
