from commons import found_by

CODE, FILE = "domain-twice", "commons/organisations.yaml"


def of(*domains: str) -> dict[str, str]:
    return {FILE: "".join(f"o{n}: {{name: O, type: company, domains: [{found}]}}\n" for n, found in enumerate(domains))}


def test_each_its_own_has_no_problem(tmp_path):
    assert found_by(CODE, tmp_path, of("a.example, b.example", "c.example")) == []


def test_a_domain_at_two_organisations_is_told_at_the_second(tmp_path):
    assert found_by(CODE, tmp_path, of("a.example", "b.example, A.example")) == [f"{FILE}:2:51"]


def test_a_domain_twice_at_one(tmp_path):
    assert found_by(CODE, tmp_path, of("a.example, a.example")) == [f"{FILE}:1:51"]
