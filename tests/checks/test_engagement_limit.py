import pytest

from commons import found_by, page

INITIATIVE, NETWORK = "commons/initiatives/a.md", {"commons/networks/a.md": page("type: locon")}
NEEDED = "network: networks/a\npromotor: vzw-b\nmotivation: Daarom.\n"


@pytest.mark.parametrize(("phase", "limit", "places"), [
    ("running", "", [f"{INITIATIVE}:10:15"]),
    ("proposed", ", limit: {}", [f"{INITIATIVE}:10:15"]),
    ("running", ", limit: {time: Een dag}", []),
    ("stopped", "", []),
    ("handed-over", "", []),
])  # fmt: skip
def test_an_engagement_names_a_limit(tmp_path, phase, limit, places):
    text = page(f"{NEEDED}phase: {phase}\nengagements: [{{party: vzw-b, offers: Een zaal{limit}}}]")
    assert found_by("engagement-limit", tmp_path, {INITIATIVE: text, **NETWORK}) == places
