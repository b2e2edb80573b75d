import pytest

from commons import found_by, page, said_by

CODE = "invisible-characters"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "Een 👩\u200d💻 en 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f.\n",
        "10\xa0km\n",
        "[a](methods/intervisie)\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Een\u200b woord.\n", ["7:4"]),
        ("a\u200db \u200b\u200b\n", ["7:2", "7:5"]),
        ("[a](methods/inter\xa0visie)\n", ["7:18"]),
        ("a\x07b\n", ["7:2"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="a\u200bb\n")}) == [
        "Here stands an invisible character: U+200B, zero width space.\n"
        "Remove it: delete the characters on both sides of this place, and type them again.",
    ]


def test_references(tmp_path):
    text = page("related: [methods/intervisie\u00a0]").replace("[participatie]", "[parti\u200bcipatie]")
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:5:15", f"{FILE}:6:11"]
