"""The page of a skill: who offers it, who seeks it, where, and who could be asked first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from gemeengoed.rules.connections import How
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.of_register.part import Part
from gemeengoed.stage.of_register.picture import own_picture, picture
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.parts import in_parts
from gemeengoed.stage.persons import by_name, person, persons, where, wish
from gemeengoed.stage.site import Site

MOST_PEOPLE, MOST_WISHES = 9, 3
"""How many who offer it are named, and for how many who seek it the page says whom they could ask."""

PEOPLE = 2
"""How many people take as much room as a card."""


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


def pages(site: Site, name: str) -> Iterator[StagedPage]:
    """The picture and the list of people, where they have pages of their own."""
    yield from own_picture(site, ("skill", name))
    if has_people(site, name):
        yield from _people(site, name)


def _people(site: Site, skill: str) -> Iterator[StagedPage]:
    """Who offers a skill, then who seeks it, each in order of name."""
    skills, name = site.people.skills, site.name_of("skill", skill)
    groups = ((How.OFFERS, skills.offered), (How.SEEKS, skills.sought))
    found = [(how, one) for how, group in groups for one in by_name(site, group.get(skill, ()))]

    def show(part: Sequence[tuple[How, str]], here: str, number: int) -> dict[str, Any]:
        of_each = groupby(part, key=lambda one: one[0])
        shown = [(how, [person(site, one, here) for _, one in some]) for how, some in of_each]
        return {"groups": shown, "skill": (name, f"skills/{skill}")}

    title, template = mixed("{}: {}", site.words.say("Contributors"), name), "people/of_skill.html.jinja"
    return in_parts(site, people_name(skill), title, "", found, template, show, each=PEOPLE)


PART = Part(values, pages=pages)
