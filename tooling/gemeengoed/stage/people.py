"""What an edition shows of its people and organisations: skills, balance, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gemeengoed.edition import Edition
from gemeengoed.model import Commons
from gemeengoed.rules.balance import Balance, balances, balances_of_people
from gemeengoed.rules.connections import Neighbours, connections, neighbours
from gemeengoed.rules.membership import holds
from gemeengoed.rules.skills import Skills, skills_of


@dataclass(frozen=True)
class People:
    """Derived once for an edition, from what its readers may know.

    ``commons`` has only the contributors, organisations and skills that may be named. ``with_page`` are, by register,
    those that have a page even where no item names them.
    """

    commons: Commons
    skills: Skills
    balances: Mapping[str, Balance]
    balances_of_people: Mapping[str, Balance]
    neighbours: Neighbours
    with_page: Mapping[str, frozenset[str]]


def people_of(edition: Edition, shown: Mapping[str, Mapping[str, Any]]) -> People:
    """The people of an edition; ``shown`` are the entries of registers that it may name."""
    contributors, bodies = shown["contributor"], shown["organisation"]
    commons = replace(edition.commons, contributors=contributors, organisations=bodies, skills=shown["skill"])
    skills = skills_of(commons)
    networks = [item for item in edition.listed if item.kind.name == "network"]
    known = {(register, name) for register, records in shown.items() for name in records}
    known |= {("network", item.slug) for item in networks}
    found = connections(networks, contributors)
    members = {name for name, body in bodies.items() if holds(body.membership, commons.today)}
    return People(
        commons,
        skills,
        balances(edition.listed, contributors),
        balances_of_people(edition.listed, contributors),
        neighbours(one for one in found if one.one in known and one.other in known),
        {
            "skill": frozenset(shown["skill"]),
            "contributor": frozenset(skills.steps),
            "organisation": frozenset({name for name in skills.people if name in bodies} | members),
        },
    )
