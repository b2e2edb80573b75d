import pytest

from commons import found_by, page, said_by

CODE = "field-type"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("applies_to: [vergaderen]"),
        page("steward: redactie"),
        page("sources: [{title: Een boek, relation: cites}]"),
        page("keywords: [2026, true, 3.5]"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page(title="[Intervisie]"), ["2:8"]),
        (page(title="{a: b}"), ["2:8"]),
        (page("sources: [Een boek]"), ["6:11"]),
        (page("credits: [redactie]"), ["6:10"]),
        (page("translation_of: methods/intervisie"), ["6:17"]),
        (page("related: [[methods/intervisie], {a: b}]"), ["6:11", "6:33"]),
        (page("sources:\n  - tekst\n  - {title: A, relation: cites}\n  - [b]"), ["7:5", "9:5"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(title="[Intervisie]")}) == [
        "'title' must be a text.\nHere stands a list."
    ]
