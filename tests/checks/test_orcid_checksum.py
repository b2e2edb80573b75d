import pytest

from commons import CONTRIBUTORS, found_by


@pytest.mark.parametrize(("orcid", "places"), [
    ("0000-0002-1825-0097", []),
    ("0000-0002-1694-233X", []),
    ("0000-0002-1825-0096", ["contributors.yaml:9:10"]),
])  # fmt: skip
def test_the_last_digit_follows_from_the_others(tmp_path, orcid, places):
    assert found_by("orcid-checksum", tmp_path, {"contributors.yaml": f"{CONTRIBUTORS}  orcid: {orcid}\n"}) == places
