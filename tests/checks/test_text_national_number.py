import pytest

from commons import found_by, page, said_by

CODE, TIP = "text-national-number", "commons/tips/kort.md"


@pytest.mark.parametrize("number", ["85.07.30-033.28", "85073003328", "17.07.30-033.84"])
def test_a_number_with_the_right_checksum(tmp_path, number):
    assert found_by(CODE, tmp_path, {TIP: page("", f"Voor {number}.\n")}) == [f"{TIP}:7:6"]


@pytest.mark.parametrize("number", ["85.07.30-033.29", "12345678901", "2019 2020 202", "978901234567"])
def test_another_number_has_no_problem(tmp_path, number):
    assert found_by(CODE, tmp_path, {TIP: page("", f"Voor {number}.\n")}) == []


def test_in_front_matter_and_never_quoted(tmp_path):
    files = {TIP: page("keywords: [85.07.30-033.28]")}
    assert found_by(CODE, tmp_path, files) == [f"{TIP}:6:12"]
    assert not any("85.07" in said for said in said_by(CODE, tmp_path, files))
