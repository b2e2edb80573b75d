import pytest

from commons import found_by, page, said_by

CODE = "front-matter-duplicate-key"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("sources: [{title: A, relation: cites}, {title: B, relation: cites}]"),
        page("Title: niet hetzelfde"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("title: Twee"), ["6:1"]),
        (page("'title': Twee\ntitle: {a: [b]}"), ["6:1", "7:1"]),
        (page("sources: [{title: A, relation: cites, title: B}]"), ["6:39"]),
        (page("skills:\nskills: []"), ["7:1"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("title: Twee")}) == [
        "'title' stands here a second time; it is already on line 2.\nKeep one of the two."
    ]
