import pytest

from commons import found_by, page

CODE, GATHERING = "gathering-next", "commons/gatherings/x.md"
NETWORK = {"commons/networks/a.md": page("type: locon")}


def gathering(start, following=""):
    return page(f"network: networks/a\nstart: {start}\n{following and f'next: gatherings/{following}'}".rstrip())


@pytest.mark.parametrize(("own", "following", "is_right"), [
    ("2026-12-10", "2027-01-14", True),
    ("2026-12-10", "2026-11-12", False),
    ("2026-12-10T19:00", "2026-12-10T17:00", False),
    ("2026-12-10T17:00", "2026-12-10T19:00", True),
    ("2026-12-10", "2026", True),
    ("2027", "2026", False),
])  # fmt: skip
def test_what_follows_starts_later(tmp_path, own, following, is_right):
    files = {GATHERING: gathering(own, "y"), "commons/gatherings/y.md": gathering(following), **NETWORK}
    assert found_by(CODE, tmp_path, files) == ([] if is_right else [f"{GATHERING}:8:7"])


def test_a_gathering_does_not_follow_itself(tmp_path):
    assert found_by(CODE, tmp_path, {GATHERING: gathering("2026", "x"), **NETWORK}) == [f"{GATHERING}:8:7"]


def test_one_that_is_not_there_is_for_another_check(tmp_path):
    assert found_by(CODE, tmp_path, {GATHERING: gathering("2026", "weg"), **NETWORK}) == []
