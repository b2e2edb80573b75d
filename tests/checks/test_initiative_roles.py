import pytest

from commons import found_by, page

INITIATIVE, NETWORK = "commons/initiatives/a.md", {"commons/networks/a.md": page("type: locon")}
NEEDED = "network: networks/a\npromotor: vzw-b\nmotivation: Daarom.\n"
ALL = "roles: {initiator: [vzw-b], manager: [vzw-b], process_facilitator: [vzw-b], coordinator: [vzw-b]}"


@pytest.mark.parametrize(("extra", "places"), [
    ("phase: running", [f"{INITIATIVE}:9:8"]),
    ("phase: running\nroles: {initiator: [vzw-b]}", [f"{INITIATIVE}:10:8"]),
    (f"phase: running\n{ALL}", []),
    ("phase: running\nroles: {initiator: [vzw-b]}\nopen_roles: [manager, begeleider, coördinator]", []),
    ("phase: exploring", []),
    ("phase: stopped", []),
    ("phase: running\nstatus: archived", []),
])  # fmt: skip
def test_a_running_initiative_says_who_fills_its_roles(tmp_path, extra, places):
    assert found_by("initiative-roles", tmp_path, {INITIATIVE: page(NEEDED + extra), **NETWORK}) == places


def test_a_promotor_is_asked_for_by_another_check(tmp_path):
    text = page(NEEDED.replace("promotor: vzw-b\n", "") + f"phase: running\n{ALL}")
    assert found_by("field-missing", tmp_path, {INITIATIVE: text, **NETWORK}) == [f"{INITIATIVE}:1:1"]
