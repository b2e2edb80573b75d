import pytest

from commons import found_by, page, said_by

CODE = "front-matter-alias"
FILE = "commons/gatherings/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("hosts: ['*ik']"),
        page("place: a & b"),
        page("place: &plaats Gent"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("place: &plaats Gent\nsign_up: *plaats"), ["7:10"]),
        (page("hosts: &ik [redactie]\nregions: *ik\nnetworks: [*ik, *ik]"), ["7:10", "8:12", "8:17"]),
        (page("sign_up: *onbekend"), ["6:10"]),
        (page("place: &a [*a]"), ["6:12"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("sign_up: *onbekend")}) == [
        "A reference (*name) to another part of the front matter is not allowed.\nWrite the value out here."
    ]
