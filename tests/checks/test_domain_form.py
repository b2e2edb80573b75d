import pytest

from commons import ORGANISATIONS, found_by, said_by

CODE, FILE = "domain-form", "commons/organisations.yaml"


def of(domain: str) -> dict[str, str]:
    return {FILE: f"{ORGANISATIONS}  domains: [proef.example, {domain}]\n"}


@pytest.mark.parametrize("domain", ["gent.be", "ocmw.gent.be"])
def test_a_domain_of_its_own_has_no_problem(tmp_path, domain):
    assert found_by(CODE, tmp_path, of(domain)) == []


@pytest.mark.parametrize(
    ("domain", "said"),
    [
        ("an@gent.be", "e-mail address"),
        ("gmail.com", "Anybody"),
        ("mail.telenet.be", "Anybody"),
        ("Gent.be", "not a mail domain"),
        ("'@gent.be'", "not a mail domain"),
        ("'*'", "not a mail domain"),
        ("gent", "not a mail domain"),
    ],
)
def test_what_is_no_domain_of_an_organisation(tmp_path, domain, said):
    assert found_by(CODE, tmp_path, of(domain)) == [f"{FILE}:8:28"]
    assert said in said_by(CODE, tmp_path, of(domain))[0]


def test_an_address_is_not_told_again_in_the_message(tmp_path):
    assert "an@gent.be" not in said_by(CODE, tmp_path, of("an@gent.be"))[0]
