import pytest

from commons import found_by, page

CODE = "passive-pile-up"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "Het wordt donker. Het wordt nacht. Het werd dag.\n",
        "De vraag wordt gesteld. Wij antwoorden.\n\nHet plan wordt gemaakt. Het is goedgekeurd.\n",
        "Word lid. Zo word je lid. Je wordt het snel.\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("De aanvraag wordt ingediend, wordt daarna door de dienst onderzocht, en zij werd voorgelegd.\n", ["7:13"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]
