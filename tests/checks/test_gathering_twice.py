import pytest

from commons import found_by, page

CODE, GATHERING = "gathering-twice", "commons/gatherings/x.md"
NETWORK = {"commons/networks/a.md": page("type: locon")}


@pytest.mark.parametrize(("more", "places"), [
    ("attended_by: [{organisation: vzw-b, count: 3}, {organisation: gemeente-a, count: 1}]", []),
    ("attended_by: [{organisation: vzw-b, count: 3}, {organisation: vzw-b, count: 1}]", [f"{GATHERING}:8:63"]),
    ("teams: [{organisation: vzw-b, people: 3}, {organisation: vzw-b}]", [f"{GATHERING}:8:58"]),
    ("teams: [{organisation: vzw-b}]\nattended_by: [{organisation: vzw-b}]", []),
])  # fmt: skip
def test_an_organisation_stands_once_in_a_list(tmp_path, more, places):
    text = page(f"network: networks/a\nstart: 2025-03-10\n{more}")
    assert found_by(CODE, tmp_path, {GATHERING: text, **NETWORK}) == places
