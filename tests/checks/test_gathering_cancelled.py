import pytest

from commons import found_by, page, said_by

CODE, GATHERING = "gathering-cancelled", "commons/gatherings/x.md"
NETWORK = {"commons/networks/a.md": page("type: locon")}
CAME = "attended_by: [{organisation: vzw-b, count: 3}]"


@pytest.mark.parametrize(("more", "places"), [
    ("cancelled: De gids is ziek.", []),
    (CAME, []),
    (f"cancelled: De gids is ziek.\n{CAME}", [f"{GATHERING}:9:14"]),
    ("cancelled: De gids is ziek.\ndecisions: [{text: We gaan door.}]", [f"{GATHERING}:9:12"]),
])  # fmt: skip
def test_what_did_not_take_place_has_no_outcome(tmp_path, more, places):
    text = page(f"network: networks/a\nstart: 2025-03-10\n{more}")
    assert found_by(CODE, tmp_path, {GATHERING: text, **NETWORK}) == places


def test_it_says_what_to_do(tmp_path):
    text = page(f"network: networks/a\nstart: 2025-03-10\ncancelled: Ziek.\n{CAME}")
    assert said_by(CODE, tmp_path, {GATHERING: text, **NETWORK}) == [
        "This gathering was cancelled, and yet it has 'attended_by'.\n"
        "Take away 'cancelled' if it took place, or this field if it did not."
    ]
