import pytest

from commons import found_by, page, said_by

CODE = "file-byte-order-mark"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page(body="In het midden \ufeff mag het."),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("\ufeff" + page(), ["1:1"]),
        ("\ufeff\ufeff" + page(), ["1:1"]),
        ("\ufeff" + page().replace("\n", "\r\n"), ["1:1"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: "\ufeff" + page()}) == [
        "The file starts with a byte order mark.\n"
        "Save it as 'UTF-8', not as 'UTF-8 with BOM'. The page is published all the same."
    ]
