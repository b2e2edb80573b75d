"""The page of a skill: who offers it, who seeks it, where, and who could be asked first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from gemeengoed.stage.drawing import drawing
from gemeengoed.stage.of_register.part import Part
from gemeengoed.stage.persons import Person, persons, wish
from gemeengoed.stage.site import Site


def values(site: Site, name: str, here: str) -> Mapping[str, Any]:
    """Who offers and seeks the skill, by region, and for each who seeks it the nearest who offer it."""
    skills = site.people.skills
    offers, seeks = (persons(site, group.get(name, ()), here) for group in (skills.offered, skills.sought))
    wishes = [wish(site, name, seeker, here) for seeker in skills.sought.get(name, ())]
    return {
        "offers": offers,
        "seeks": seeks,
        "wishes": sorted(wishes, key=lambda found: found.person.name.text.casefold()) if offers else [],
        "where": where(offers),
        "drawing": drawing(site, ("skill", name), here),
    }


def where(people: list[Person]) -> list[tuple[str, int]]:
    """In which regions people are, and how many in each; in order of name."""
    return sorted(Counter(region for person in people for region in person.regions).items())


PART = Part(values)
