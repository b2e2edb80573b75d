import pytest

from commons import found_by, page, said_by

CODE = "direction-characters"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "Gewone “tekst” met é.\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Een \u202ekeer\u202c.\n", ["7:5", "7:10"]),
        ("`\u2066code`\n", ["7:2"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="\u202e\n")}) == [
        "Here stands a hidden character that turns the direction of reading: U+202E.\n"
        "Remove it: delete the characters on both sides of this place, and type them again.",
    ]


def test_front_matter_and_registers(tmp_path):
    files = {FILE: page("# een \u202e noot"), "contributors.yaml": "# \u200f\n"}
    assert found_by(CODE, tmp_path, files) == [f"{FILE}:6:7", "contributors.yaml:1:3"]
