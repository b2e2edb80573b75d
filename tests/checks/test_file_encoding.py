import pytest

from commons import found_by, page, said_by

CODE = "file-encoding"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(body="Café 💡 e\u0301"),
        page().replace("\n", "\r\n"),
        page().replace("\n", "\r"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page(body="Café").encode("latin-1"), ["7:4"]),
        (page(title="Ideeën én café").encode("latin-1"), ["2:12"]),
        (page(body="é ").encode() + b"\xff", ["7:3"]),
        (page(body="een\0nul"), ["7:4"]),
        (page().encode("utf-16"), ["1:1"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="Café").encode("latin-1")}) == [
        "The file is not UTF-8: byte 0xE9 is no character here.\nSave the file again with the encoding UTF-8."
    ]
