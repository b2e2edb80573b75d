import pytest

from commons import found_by, page

TIP = "commons/tips/kort.md"


@pytest.mark.parametrize(("extra", "places"), [
    ("review_by: 2025-06", [f"{TIP}:6:12"]),
    ("review_by: 2999", []),
    ("review_by: 2025-06\nstatus: archived", []),
])  # fmt: skip
def test_a_page_is_looked_at_again_in_time(tmp_path, extra, places):
    assert found_by("review-overdue", tmp_path, {TIP: page(extra)}) == places
