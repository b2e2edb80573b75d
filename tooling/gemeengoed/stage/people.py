"""What an edition shows of its people and organisations: skills, balance, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gemeengoed.model import Commons
from gemeengoed.rules.balance import Balance, balances, balances_of_people
from gemeengoed.rules.connections import Neighbours, Node, connections, neighbours
from gemeengoed.rules.membership import holds
from gemeengoed.rules.skills import Skills, skills_of
from gemeengoed.stage.shared import kept, plain, shared

if TYPE_CHECKING:
    from gemeengoed.stage.site import Site


@dataclass(frozen=True)
class People:
    """Derived once for an edition, each part when somebody asks for it, from what its readers may know."""

    site: Site

    @property
    def commons(self) -> Commons:
        """The commons with only the contributors, organisations and skills that may be named."""
        return _nameable(self.site)

    @property
    def skills(self) -> Skills:
        """Who shows which skills, and where."""
        return _skills(self.site)

    @property
    def balances(self) -> Mapping[str, Balance]:
        """What each organisation gave and received."""
        return _balances(self.site)

    @property
    def balances_of_people(self) -> Mapping[str, Balance]:
        """What each contributor gave and received."""
        return _balances_of_people(self.site)

    @property
    def neighbours(self) -> Neighbours:
        """Who and what hangs together with whom and what."""
        return _neighbours(self.site)

    @property
    def with_page(self) -> Mapping[str, frozenset[str]]:
        """By register those that have a page even where no item names them."""
        return _with_page(self.site)


@shared
def _nameable(site: Site) -> Commons:
    contributors, bodies, skills = (site.records(name) for name in ("contributor", "organisation", "skill"))
    return replace(site.edition.commons, contributors=contributors, organisations=bodies, skills=skills)


@shared
def _skills(site: Site) -> Skills:
    return skills_of(_nameable(site))


@kept(dict[str, Balance])
def _balances(site: Site) -> Mapping[str, Balance]:
    return balances(site.edition.listed, _nameable(site).contributors)


@kept(dict[str, Balance])
def _balances_of_people(site: Site) -> Mapping[str, Balance]:
    return balances_of_people(site.edition.listed, _nameable(site).contributors)


@plain
def _neighbours(site: Site) -> Neighbours:
    commons, networks = _nameable(site), site.index.by_kind.get("networks", ())
    known: set[Node] = {("network", item.slug) for item in networks}
    registers = {"contributor": commons.contributors, "organisation": commons.organisations, "skill": commons.skills}
    known |= {(register, name) for register, records in registers.items() for name in records}
    found = connections(networks, commons.contributors)
    return neighbours(one for one in found if one.one in known and one.other in known)


@shared
def _with_page(site: Site) -> Mapping[str, frozenset[str]]:
    commons, skills = _nameable(site), _skills(site)
    bodies = commons.organisations
    members = {name for name, body in bodies.items() if holds(body.membership, commons.today)}
    return {
        "skill": frozenset(commons.skills),
        "contributor": frozenset(skills.steps),
        "organisation": frozenset({name for name in skills.people if name in bodies} | members),
    }
