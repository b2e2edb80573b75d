"""The page of an organisation: how it belongs, what its people offer and seek, what its region has, the balance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.registers import Organisation
from gemeengoed.rules.skills import lacks
from gemeengoed.stage.belonging import belonging
from gemeengoed.stage.drawing import drawing
from gemeengoed.stage.of_register.part import Part
from gemeengoed.stage.persons import persons
from gemeengoed.stage.site import Site
from gemeengoed.stage.sums import sums


def values(site: Site, name: str, here: str) -> Mapping[str, Any]:
    """Everything that is known of the organisation besides its pages."""
    skills, link = site.people.skills, site.addresses.relative(here)
    own = set(skills.people.get(name, ()))

    def by_skill(group: Mapping[str, tuple[str, ...]]) -> list[tuple[Any, list[Any]]]:
        found = [(skill, [one for one in names if one in own]) for skill, names in group.items()]
        return [
            (site.reference(skill, Ref("skill"), link), persons(site, names, here)) for skill, names in found if names
        ]

    lacking = lacks(skills, site.people.commons, name)
    return {
        "belonging": belonging(site, name, here),
        "offers": by_skill(skills.offered) if own else [],
        "seeks": by_skill(skills.sought) if own else [],
        "lacks": [
            (site.reference(lack.skill, Ref("skill"), link), len(lack.offerers), lack.is_sought) for lack in lacking
        ],
        "sums": sums(site, site.people.balances.get(name)),
        "drawing": drawing(site, ("organisation", name), here),
    }


def hides(organisation: Organisation) -> tuple[str, ...]:
    """The membership stands in a part of its own; mail domains are for the login, not for readers."""
    return "membership", "domains"


PART = Part(values, hides)
