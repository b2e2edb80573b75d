import pytest

from commons import found_by, page

INITIATIVE, NETWORK = "commons/initiatives/a.md", {"commons/networks/a.md": page("type: locon")}
NEEDED = "network: networks/a\npromotor: vzw-b\nmotivation: Daarom.\n"


@pytest.mark.parametrize(("phase", "day", "places"), [
    ("running", "2025-06", [f"{INITIATIVE}:10:18"]),
    ("running", "2999-06", []),
    ("stopped", "2025-06", []),
    ("handed-over", "2025-06", []),
])  # fmt: skip
def test_an_initiative_is_evaluated_in_time(tmp_path, phase, day, places):
    text = page(f"{NEEDED}phase: {phase}\nnext_evaluation: {day}")
    assert found_by("evaluation-overdue", tmp_path, {INITIATIVE: text, **NETWORK}) == places
