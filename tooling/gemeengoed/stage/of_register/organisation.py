"""The page of an organisation: how it belongs, what its people offer and seek, what its region has, the balance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.registers import Organisation
from gemeengoed.rules.skills import Lack, lacks
from gemeengoed.stage.belonging import belonging
from gemeengoed.stage.of_register.part import Part
from gemeengoed.stage.of_register.picture import own_picture, picture
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.persons import persons
from gemeengoed.stage.site import Site
from gemeengoed.stage.sums import sums

Thing = TypeVar("Thing")

MOST_SKILLS, MOST_PEOPLE = 9, 3
"""How many skills are named that are offered, sought or lacking here, and how many people of each."""


@dataclass(frozen=True)
class Some:
    """The first of some rows about skills, and how many more there are."""

    rows: list[tuple[Any, ...]]
    more: int


def values(site: Site, name: str, here: str) -> Mapping[str, Any]:
    """Everything that is known of the organisation besides its pages."""
    skills, link = site.people.skills, site.addresses.relative(here)
    own = set(skills.people.get(name, ()))

    def some(found: Sequence[Thing], row: Callable[[Thing], tuple[Any, ...]]) -> Some:
        return Some([row(one) for one in found[:MOST_SKILLS]], max(len(found) - MOST_SKILLS, 0))

    def by_skill(group: Mapping[str, tuple[str, ...]]) -> Some:
        here_too = {skill: [one for one in names if one in own] for skill, names in group.items()} if own else {}
        return some([(skill, names) for skill, names in here_too.items() if names], of_people)

    def of_people(found: tuple[str, list[str]]) -> tuple[Any, ...]:
        skill, names = found
        shown = persons(site, names, here, MOST_PEOPLE)
        return site.reference(skill, Ref("skill"), link), shown, len(names) - len(shown)

    def of_lack(lack: Lack) -> tuple[Any, ...]:
        return site.reference(lack.skill, Ref("skill"), link), len(lack.offerers), lack.is_sought

    return {
        "belonging": belonging(site, name, here),
        "offers": by_skill(skills.offered),
        "seeks": by_skill(skills.sought),
        "lacks": some(lacks(skills, site.people.commons, name), of_lack),
        "sums": sums(site, site.people.balances.get(name)),
        **picture(site, ("organisation", name), here),
    }


def hides(organisation: Organisation) -> tuple[str, ...]:
    """The membership stands in a part of its own; mail domains are for the login, not for readers."""
    return "membership", "domains"


def pages(site: Site, name: str) -> Iterator[StagedPage]:
    """The picture, where it has a page of its own."""
    return own_picture(site, ("organisation", name))


PART = Part(values, hides, pages)
