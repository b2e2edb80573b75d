import pytest

from commons import found_by, page, said_by

CODE = "body-empty"
FILE = "commons/tips/kort.md"


def test_unchanged(tmp_path):
    assert found_by(CODE, tmp_path, {FILE: page(body="Tekst.\n")}) == []
    assert found_by(CODE, tmp_path, {FILE: "zonder kop\n"}) == []


@pytest.mark.parametrize("body", ["", "\n\n", "<!-- later -->\n"])
def test_problem(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:7:1"]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="")}) == [
        "Below the front matter stands no text.\nWrite below the second --- what a colleague needs to know."
    ]
