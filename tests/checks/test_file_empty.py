import pytest

from commons import found_by, page, said_by

CODE = "file-empty"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page(body=""),
        "Alleen tekst",
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ["1:1"]),
        (" \n\t\n", ["1:1"]),
        ("\r\n", ["1:1"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: ""}) == ["The file is empty.\nWrite the page, or remove the file."]
