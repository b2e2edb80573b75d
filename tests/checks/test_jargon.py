import pytest

from commons import found_by, page, said_by

CODE = "jargon"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "Als het past, gebruik je dit.\n",
        "`indien`\n",
        "Zie [de pagina](https://a.be/indien-nodig).\n",
        "Indiening van het plan.\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Doe dit **indien** nodig, en indien mogelijk.\n", ["7:11"]),
        ("Tekst.\n\nTe allen tijde (tevens nu).\n", ["9:1", "9:17"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="Indien nodig.\n")}) == [
        "'Indien' is an official's word.\nPlainer: als.",
    ]
