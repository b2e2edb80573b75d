import pytest

from commons import found_by, page

INITIATIVE, NETWORK = "commons/initiatives/a.md", {"commons/networks/a.md": page("type: locon")}
NEEDED = "network: networks/a\npromotor: vzw-b\nmotivation: Daarom.\n"


@pytest.mark.parametrize(("extra", "places"), [
    ("phase: handed-over", [f"{INITIATIVE}:9:8"]),
    ("phase: handed-over\nhandover: {to: Een nieuwe vzw}", []),
    ("phase: stopped", []),
])  # fmt: skip
def test_what_was_handed_over_has_a_receiver(tmp_path, extra, places):
    assert found_by("handover-receiver", tmp_path, {INITIATIVE: page(NEEDED + extra), **NETWORK}) == places
