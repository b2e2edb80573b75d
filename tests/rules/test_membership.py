"""Who may be let in: by whole organisations while their membership holds, and never anybody else."""

from __future__ import annotations

from datetime import date

import pytest
from gemeengoed.kinds.registers import Membership, Organisation
from gemeengoed.rules.membership import access_list, domains_of, holds, is_domain, is_public, public_providers
from people import network, network_of_skills

TODAY = date(2026, 11, 22)


def membership(since: str = "", until: str = "", type: str = "subscriber") -> Membership:
    given = {"type": type, "since": since or None, "until": until or None}
    return Membership.model_validate(given)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("", "", True),
        ("2026-11-22", "", True),
        ("2026-11-23", "", False),
        ("2026", "", True),
        ("2027", "", False),
        ("", "2026-11-22", True),
        ("", "2026-11-21", False),
        ("", "2026", True),
        ("2020", "2025", False),
    ],
)
def test_a_membership_holds_from_its_first_day_to_its_last(since, until, expected):
    assert holds(membership(since, until), TODAY) is expected


def test_without_a_membership_nothing_holds():
    assert not holds(None, TODAY)
    assert not holds(Membership(), TODAY)


@pytest.mark.parametrize("text", ["gent.be", "mail.stad.gent.be", "xn--caf-dma.be", "a-b.example", "1a.nl"])
def test_a_mail_domain(text):
    assert is_domain(text)


@pytest.mark.parametrize(
    "text",
    ["", "be", "*", "*.be", ".gent.be", "gent.be.", "Gent.be", "an@gent.be", "@gent.be", "gent..be", "-gent.be",
     "gent.be,elders.be", "gent.be\nelders.be", "gent.be/", "https://gent.be", "gent.be&allowed_emails=x", "10.0.0.1",
     f"{'a' * 64}.be", f"{'a.' * 127}be"],
)  # fmt: skip
def test_no_mail_domain(text):
    assert not is_domain(text)


def test_a_public_provider_is_known_also_by_a_domain_below_it():
    assert is_public("gmail.com") and is_public("mail.telenet.be") and is_public("Hotmail.com")
    assert not is_public("gent.be") and not is_public("notgmail.com")
    assert all(map(is_domain, public_providers()))


@pytest.mark.parametrize(("type", "expected"), [("subscriber", 1), ("contribution", 1), ("participant", 0)])
def test_only_some_memberships_let_in_a_whole_organisation(type, expected):
    body = Organisation(membership=membership(type=type), domains=("gent.be",))
    assert len(domains_of(body, TODAY)) == expected


def test_what_would_let_in_anybody_is_never_in_the_list():
    body = Organisation(membership=membership(), domains=("*", "gmail.com", "an@gent.be", "gent.be", "gent.be"))
    assert domains_of(body, TODAY) == ("gent.be",)


BODIES = """\
klein: {name: Klein, type: company, membership: {type: subscriber}, domains: [klein.example]}
middel: {name: Middel, type: company, membership: {type: contribution, until: 2020}, domains: [middel.example]}
groot: {name: Groot, type: company, membership: {type: participant, activity: gatherings/g}, domains: [groot.example]}
buur: {name: Buur, type: company, membership: {type: contribution}, domains: [buur.example, ocmwbuur.example]}
gemeente-a: {name: Gemeente A, type: municipality, domains: [gemeente-a.example]}
"""


def test_the_list_has_groups_by_network_and_names_whom_somebody_must_add(tmp_path):
    files = {
        "commons/organisations.yaml": BODIES,
        "commons/networks/buiten.md": network("members: [buur, middel, gemeente-a, bo]"),
        "commons/networks/binnen.md": network("members: [klein, an, em]\npart_of: networks/buiten\naudience: members"),
        "commons/networks/ruw.md": network("members: [klein]\nstatus: draft"),
    }
    found = access_list(network_of_skills(tmp_path, files))
    assert found.domains == ("buur.example", "klein.example", "ocmwbuur.example")
    assert [(group.network, group.domains, group.people) for group in found.groups] == [
        ("binnen", ("klein.example",), ("an",)),
        ("buiten", ("buur.example", "klein.example", "ocmwbuur.example"), ("an", "bo")),
    ]
    assert found.participants == (("groot", "gatherings/g"),)


def test_networks_that_are_part_of_each_other_end(tmp_path):
    files = {
        "commons/organisations.yaml": BODIES,
        "commons/networks/a.md": network("members: [klein]\npart_of: networks/b"),
        "commons/networks/b.md": network("members: [buur]\npart_of: networks/a"),
    }
    groups = access_list(network_of_skills(tmp_path, files)).groups
    assert groups[0].domains == groups[1].domains == ("buur.example", "klein.example", "ocmwbuur.example")
