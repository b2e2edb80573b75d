import pytest

from commons import found_by, page, said_by

CODE = "soft-hyphen"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "participatie-traject\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Een parti\xadci\xadpatie.\n", ["7:10"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="Een parti\xadci\xadpatie.\n")}) == [
        "Here stands a soft hyphen, which nobody sees; 2 in all.\nReplace all of them by nothing.",
    ]
