import pytest

from commons import ORGANISATIONS, found_by

CODE, FILE = "membership-complete", "commons/organisations.yaml"
PLACE = [f"{FILE}:8:15"]


@pytest.mark.parametrize(
    ("membership", "domains", "places"),
    [
        ("type: subscriber", "proef.example", []),
        ("type: subscriber", "", PLACE),
        ("type: contribution", "", PLACE),
        ("type: contribution, until: 2020", "", []),
        ("type: participant, activity: gatherings/g", "", []),
        ("type: participant", "", PLACE),
        ("type: participant, activity: gatherings/g, until: 2099", "", PLACE),
    ],
)
def test_what_access_needs(tmp_path, membership, domains, places):
    text = f"{ORGANISATIONS}  membership: {{{membership}}}\n  domains: [{domains}]\n"
    assert found_by(CODE, tmp_path, {FILE: text}) == places
