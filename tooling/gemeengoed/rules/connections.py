"""Who and what hang together: people, organisations, skills and networks, and how.

Rules. A person is connected with the organisations, skills offered and skills sought that they agreed to show; a
network with its members, with who fills a role in it, with the organisations that it comes from, with the skills that
one needs or learns there, and with the network that it is part of. Nobody is shown who withdrew or did not agree to
be named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gemeengoed.kinds.network import Network
from gemeengoed.kinds.registers import ConsentScope, Contributor
from gemeengoed.model import Item
from gemeengoed.rules.consent import employers, may_show, skills_offered, skills_sought

Node = tuple[str, str]
"""A person, organisation, skill or network: ``("contributor", "an")``, ``("network", "marktplein-1")``."""


class How(StrEnum):
    """How two hang together: what the first does with the second."""

    OFFERS = "offers"
    SEEKS = "seeks"
    WORKS_FOR = "works-for"
    MEMBER = "member-of"
    ROLE = "has-a-role-in"
    BEHIND = "stands-behind"
    PART_OF = "part-of"
    SKILL = "builds-on"


@dataclass(frozen=True, order=True)
class Connection:
    """One thing that hangs together with another, and how."""

    one: Node
    how: How
    other: Node


Neighbours = Mapping[Node, tuple[Connection, ...]]


def connections(networks: Iterable[Item], contributors: Mapping[str, Contributor]) -> tuple[Connection, ...]:
    """Every connection, in order."""
    found = {connection for name, known in contributors.items() for connection in _of_person(name, known)}
    for item in networks:
        found |= set(_of_network(item, contributors))
    return tuple(sorted(found))


def neighbours(found: Iterable[Connection]) -> Neighbours:
    """The connections of everything that has one."""
    by_node: dict[Node, list[Connection]] = {}
    for connection in found:
        for node in dict.fromkeys((connection.one, connection.other)):
            by_node.setdefault(node, []).append(connection)
    return {node: tuple(own) for node, own in by_node.items()}


def other_end(connection: Connection, node: Node) -> Node:
    """What a connection leads to from one of its ends."""
    return connection.other if connection.one == node else connection.one


def _of_person(name: str, contributor: Contributor) -> Iterator[Connection]:
    if may_show(contributor, ConsentScope.NAME):
        person = ("contributor", name)
        yield from (Connection(person, How.WORKS_FOR, ("organisation", body)) for body in employers(contributor))
        yield from (Connection(person, How.OFFERS, ("skill", skill)) for skill in skills_offered(contributor))
        yield from (Connection(person, How.SEEKS, ("skill", skill)) for skill in skills_sought(contributor))


def _of_network(item: Item, contributors: Mapping[str, Contributor]) -> Iterator[Connection]:
    network, fields = ("network", item.slug), item.fields
    assert isinstance(fields, Network)
    parties = [(How.MEMBER, party) for party in fields.members]
    roles = fields.roles
    filled = (roles.initiator, roles.manager, roles.process_facilitator, roles.coordinator) if roles else ()
    parties += [(How.ROLE, party) for role in filled for party in role]
    for how, party in parties:
        if party not in contributors:
            yield Connection(("organisation", party), how, network)
        elif may_show(contributors[party], ConsentScope.NAME):
            yield Connection(("contributor", party), how, network)
    yield from (Connection(("organisation", body), How.BEHIND, network) for body in fields.organisations)
    yield from (Connection(network, How.SKILL, ("skill", skill)) for skill in fields.skills)
    if fields.part_of:
        yield Connection(network, How.PART_OF, ("network", fields.part_of.partition("/")[2]))
