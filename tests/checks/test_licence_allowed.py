import pytest

from commons import found_by, page, said_by

CODE = "licence-allowed"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page("licence: CC-BY-NC-SA-4.0"),
        page("licence: CC0-1.0"),
        page("licence:"),
        page("sources: [{title: A, relation: cites, licence: CC-BY-ND-4.0}]"),
        page("licence: Creative Commons"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("licence: CC-BY-ND-4.0"), ["6:10"]),
        (page("licence: LicenseRef-eigen"), ["6:10"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("licence: CC-BY-ND-4.0")}) == [
        "A page of this commons may not have the licence CC-BY-ND-4.0.\n"
        "Choose from: CC-BY-NC-SA-4.0, CC-BY-SA-4.0, CC-BY-NC-4.0, CC-BY-4.0, CC0-1.0."
    ]
