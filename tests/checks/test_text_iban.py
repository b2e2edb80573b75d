import pytest

from commons import found_by, page, said_by

CODE, TIP = "text-iban", "commons/tips/kort.md"


@pytest.mark.parametrize("number", ["BE68 5390 0754 7034", "BE68539007547034", "NL91 ABNA 0417 1643 00"])
def test_a_number_with_the_right_checksum(tmp_path, number):
    assert found_by(CODE, tmp_path, {TIP: page("", f"Stort op {number} vandaag.\n")}) == [f"{TIP}:7:10"]


@pytest.mark.parametrize("number", ["BE68 5390 0754 7035", "CC-BY-NC-SA-4.0", "UTF16 ABCD 0417 1643 00"])
def test_another_code_has_no_problem(tmp_path, number):
    assert found_by(CODE, tmp_path, {TIP: page("", f"Stort op {number} vandaag.\n")}) == []


def test_in_front_matter_and_only_its_country_quoted(tmp_path):
    files = {TIP: page("keywords: [BE68539007547034]")}
    assert found_by(CODE, tmp_path, files) == [f"{TIP}:6:12"]
    assert "(BE…)" in said_by(CODE, tmp_path, files)[0]
