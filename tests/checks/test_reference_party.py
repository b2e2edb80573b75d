import pytest

from commons import found_by, page, said_by

CODE = "reference-party"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("steward: redactie"),
        page("organisations: [gemeente-a, vzw-b]"),
        page("credits: {inhoud: [redactie, vzw-b]}"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page().replace("[redactie]", "[redaktie]"), ["4:11"]),
        (page("steward: niemand"), ["6:10"]),
        (page("organisations:\n  - gemeente-a\n  - redactie"), ["8:5"]),
        (page("organisations:\n  - [gemeente-a]\n  - vzw-b\n  - redactie"), ["9:5"]),
        (page("credits: {inhoud: [redactie, wie]}"), ["6:30"]),
        (page("reviews: [{by: wie, on: 2026, verdict: useful}]"), ["6:16"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page().replace("[redactie]", "[redaktie]")}) == [
        "'redaktie' is not in the register.\nDid you mean 'redactie'?"
    ]
