import pytest

from commons import found_by, page, said_by

CODE = "field-list"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page("skills: [luisteren]"),
        page("skills:\n  - luisteren"),
        page("skills: []"),
        page("skills:"),
        page("skills: ~"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page("skills: luisteren"), ["6:9"]),
        (page("skills: {a: b}"), ["6:9"]),
        (page("keywords: >\n  een lang\n  woord"), ["6:11"]),
        (page("credits: {inhoud: redactie}"), ["6:19"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page("skills: luisteren")}) == [
        "'skills' must be a list.\nWrite it as a list: skills: [luisteren]"
    ]
