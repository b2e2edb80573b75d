"""The page of a skill: who offers it, who seeks it, where, and who could be asked first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.stage.of_register.part import Part
from gemeengoed.stage.of_register.picture import picture
from gemeengoed.stage.persons import by_name, persons, where, wish
from gemeengoed.stage.site import Site

MOST_PEOPLE, MOST_WISHES = 9, 3
"""How many who offer it are named, and for how many who seek it the page says whom they could ask."""


def values(site: Site, name: str, here: str) -> Mapping[str, Any]:
    """Who offers and seeks the skill, by region, and for those who seek it the nearest who offer it."""
    skills = site.people.skills
    offering, seeking = skills.offered.get(name, ()), skills.sought.get(name, ())
    asking = by_name(site, seeking)[:MOST_WISHES] if offering else []
    return {
        "offers": persons(site, offering, here, MOST_PEOPLE),
        "offer_count": len(offering),
        "seeks": [] if asking else persons(site, seeking, here, MOST_PEOPLE),
        "seek_count": len(seeking),
        "wishes": [wish(site, name, seeker, here) for seeker in asking],
        "where": where(site, offering),
        "all": site.addresses.relative(here)(people_name(name)) if has_people(site, name) else "",
        **picture(site, ("skill", name), here),
    }


def has_people(site: Site, name: str) -> bool:
    """Whether a skill has a list of people of its own: its page does not show all of them."""
    skills = site.people.skills
    offering, seeking = len(skills.offered.get(name, ())), len(skills.sought.get(name, ()))
    return offering > MOST_PEOPLE or seeking > (MOST_WISHES if offering else MOST_PEOPLE)


def people_name(name: str) -> str:
    """The name of that list: ``skills/x/contributors``."""
    return f"skills/{name}/contributors"


PART = Part(values)
