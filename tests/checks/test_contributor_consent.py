import pytest

from commons import CONTRIBUTORS, found_by, said_by

CODE = "contributor-consent"
FILE = "contributors.yaml"


def person(consent: str) -> str:
    return f"{CONTRIBUTORS}an:\n  name: An\n{consent}"


@pytest.mark.parametrize(
    "text",
    [
        CONTRIBUTORS,
        person("  consent: {on: 2026-11-22, scope: [name]}\n"),
        person("  consent:\n    on: 2026\n    scope:\n      - skills\n      - name\n"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (person("  consent: {on: 2026, scope: [skills]}\n"), ["11:30"]),
        (person("  consent:\n    scope: [organisation, skills]\n    on: 2026\n"), ["12:12"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (person(""), ["10:3"]),
        (person("  consent: {on: 2026}\n"), ["11:12"]),
        (person("  consent: {scope: [name]}\n"), ["11:12"]),
        (person("  consent:\n"), ["11:3"]),
    ],
)
def test_what_is_missing_of_it_is_a_missing_field(tmp_path, text, places):
    assert found_by("field-missing", tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]
    assert found_by(CODE, tmp_path, {}) == []


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: person("  consent: {on: 2026, scope: [skills]}\n")}) == [
        "The consent of 'an' does not cover the name.\n"
        "Ask the contributor, and write: consent: {on: 2026-11-22, scope: [name]}"
    ]
