"""Who belongs, and who may therefore be let in: the access list, derived from the registers and the networks.

Rules. A membership holds from its first day to its last, both included; one without a first day holds already, one
without a last day goes on. With a subscription or a yearly contribution, all employees of the organisation have access,
however many: whoever has an address at one of its mail domains. With the fee of one activity, the person who took part
has, without end: that is one person and not a domain, and since the commons knows nobody's address, whoever keeps the
login adds it there. A network's group holds the organisations among its members, and among those of networks that are
part of it, as far as their membership holds; people who are members themselves are named, to be added likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from gemeengoed.kinds.common import Status
from gemeengoed.kinds.network import Network
from gemeengoed.kinds.registers import Membership, MembershipType, Organisation
from gemeengoed.model import Commons, Item

FOR_EVERYBODY = frozenset({MembershipType.SUBSCRIBER, MembershipType.CONTRIBUTION})
"""The memberships that hold for all employees."""

PROVIDERS = Path(__file__).with_name("mail_providers.yaml")

_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
"""A host name of at least two labels (RFC 1123), in lower case: no wildcard, no leading dot, no address."""


@dataclass(frozen=True)
class Group:
    """Who may see what is of one network: mail domains, and contributors to be added by hand."""

    network: str
    title: str
    domains: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True)
class AccessList:
    """Who may be let in on a day: mail domains, a group for each network, and who took part in what from where."""

    on: date
    domains: tuple[str, ...]
    groups: tuple[Group, ...]
    participants: tuple[tuple[str, str], ...]


def holds(membership: Membership | None, today: date) -> bool:
    """Whether there is a membership that holds today."""
    if membership is None or membership.type is None:
        return False
    has_begun = membership.since is None or membership.since.first <= today
    return has_begun and (membership.until is None or today <= membership.until.last)


def is_domain(text: str) -> bool:
    """Whether a text is a mail domain and nothing else."""
    return len(text) <= 253 and _DOMAIN.fullmatch(text) is not None


@cache
def public_providers() -> frozenset[str]:
    """The mail domains at which anybody can have an address."""
    names = yaml.safe_load(PROVIDERS.read_text("utf-8"))
    return frozenset(names)


def is_public(domain: str) -> bool:
    """Whether anybody can have an address at a domain, or at the one that it is under."""
    labels = domain.lower().split(".")
    return any(".".join(labels[start:]) in public_providers() for start in range(len(labels) - 1))


def domains_of(organisation: Organisation, today: date) -> tuple[str, ...]:
    """The mail domains that an organisation's membership opens today; never one that would let in anybody."""
    membership = organisation.membership
    if membership is None or membership.type not in FOR_EVERYBODY or not holds(membership, today):
        return ()
    return tuple(sorted({name for name in organisation.domains if is_domain(name) and not is_public(name)}))


def access_list(commons: Commons) -> AccessList:
    """Who may be let in today."""
    opened = {name: domains_of(body, commons.today) for name, body in commons.organisations.items()}
    networks = {
        ref: item for ref, item in commons.items.items()
        if isinstance(item.fields, Network) and item.status is Status.PUBLISHED
    }  # fmt: skip
    return AccessList(
        on=commons.today,
        domains=_drawn_together(opened.values()),
        groups=tuple(_group(commons, item, networks, opened) for _, item in sorted(networks.items())),
        participants=tuple(
            (name, body.membership.activity or "")
            for name, body in sorted(commons.organisations.items())
            if body.membership
            and body.membership.type is MembershipType.PARTICIPANT
            and holds(body.membership, commons.today)
        ),
    )


def _group(
    commons: Commons, network: Item, networks: Mapping[str, Item], opened: Mapping[str, tuple[str, ...]]
) -> Group:
    members = {party for item in _nested(network, networks.values()) for party in _members(item)}
    people = {name for name in members if name in commons.contributors}
    still_here = (name for name in people if commons.contributors[name].withdrawn_on is None)
    domains = _drawn_together(opened.get(name, ()) for name in members - people)
    return Group(network.slug, network.title, domains, tuple(sorted(still_here)))


def _members(network: Item) -> tuple[str, ...]:
    return network.fields.members if isinstance(network.fields, Network) else ()


def _nested(network: Item, networks: Iterable[Item]) -> list[Item]:
    """A network and all that are part of it, at any depth; each once."""
    inside: dict[str, list[Item]] = {}
    for item in networks:
        if isinstance(item.fields, Network) and item.fields.part_of:
            inside.setdefault(item.fields.part_of, []).append(item)
    found = {network.ref: network}
    waiting = [network]
    while waiting:
        more = [item for item in inside.get(waiting.pop().ref, ()) if item.ref not in found]
        found |= {item.ref: item for item in more}
        waiting += more
    return list(found.values())


def _drawn_together(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({name for group in groups for name in group}))
