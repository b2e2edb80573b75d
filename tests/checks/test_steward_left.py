import pytest

from commons import CONTRIBUTORS, found_by, page

CODE, TIP = "steward-left", "commons/tips/kort.md"
AN = """\
an-peeters:
  name: An Peeters
  consent: {on: 2026-01-05, scope: [name, organisation]}
"""


@pytest.mark.parametrize(("more", "status", "places"), [
    ("  organisations: [vzw-b]\n", "published", []),
    ("", "published", [f"{TIP}:7:10"]),
    ("", "archived", []),
    ("  organisations: [vzw-b]\n  withdrawn_on: 2026-02\n", "published", [f"{TIP}:7:10"]),
    ("  organisations: [vzw-b]\n  withdrawn_on: 2026-02\n", "archived", [f"{TIP}:7:10"]),
    ("  organisations: [vzw-b]\n  withdrawn_on: 2999\n", "published", []),
])  # fmt: skip
def test_a_steward_who_left(tmp_path, more, status, places):
    files = {TIP: page(f"status: {status}\nsteward: an-peeters"), "contributors.yaml": CONTRIBUTORS + AN + more}
    assert found_by(CODE, tmp_path, files) == places


def test_somebody_who_never_named_an_organisation_can_be_a_steward(tmp_path):
    people = CONTRIBUTORS + AN.replace("[name, organisation]", "[name]")
    assert found_by(CODE, tmp_path, {TIP: page("steward: an-peeters"), "contributors.yaml": people}) == []


def test_an_organisation_can_be_a_steward(tmp_path):
    assert found_by(CODE, tmp_path, {TIP: page("steward: vzw-b")}) == []
