"""Skills, asked and offered: the overview of the register of skills, with whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from gemeengoed.rules.connections import How
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.of_register.skill import has_people, people_name
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.parts import ROWS, in_parts
from gemeengoed.stage.persons import Wish, by_name, person, where, wish
from gemeengoed.stage.site import Site

MOST_WISHES, MOST_REGIONS = 18, 6
"""How many wishes the page shows, which the page of each skill has too, and regions in which a skill is offered."""

PEOPLE = 2
"""How many people take as much room as a card."""


@dataclass(frozen=True)
class Traded:
    """A skill with how many people offer and seek it, where it is offered, and on how many pages it stands.

    In ``elsewhere`` more regions it is offered too.
    """

    name: str
    href: str
    offered: int
    sought: int
    where: tuple[str, ...]
    elsewhere: int
    pages: int


def exchange_pages(site: Site) -> Iterator[StagedPage]:
    """Every skill in order of name, and for those who seek one, whom to ask."""
    say, skills = site.words.say, site.people.skills
    about = say("Whom you can ask, and whom you can help, over the borders of municipalities.")
    names = sorted(site.records("skill"), key=lambda name: site.name_of("skill", name).casefold())
    wanted = _wishes(site)

    def show(part: Sequence[str], here: str, number: int) -> dict[str, Any]:
        wishes = [wish(site, skill, seeker, here) for skill, seeker in (wanted if number == 1 else ())]
        return {
            "traded": [_traded(site, skill, here) for skill in part],
            "is_used": bool(skills.offered or skills.sought),
            "wishes": sorted(wishes, key=_by_name),
            "more": sum(map(len, skills.sought.values())) - len(wishes),
        }

    title, template = say("Skills: asked and offered"), "people/exchange.html.jinja"
    return in_parts(site, "skills", title, about, names, template, show, each=ROWS)


def skill_units(site: Site) -> Iterator[Unit]:
    """The people of every skill that its page cannot name in full."""
    for skill in site.records("skill"):
        if has_people(site, skill):
            yield f"people of {skill}", partial(_people, site, skill)


def _people(site: Site, skill: str) -> Iterator[StagedPage]:
    """Who offers a skill, then who seeks it, each in order of name."""
    skills, name = site.people.skills, site.name_of("skill", skill)
    groups = ((How.OFFERS, skills.offered), (How.SEEKS, skills.sought))
    found = [(how, one) for how, group in groups for one in by_name(site, group.get(skill, ()))]

    def show(part: Sequence[tuple[How, str]], here: str, number: int) -> dict[str, Any]:
        of_each = groupby(part, key=lambda one: one[0])
        shown = [(how, [person(site, one, here) for _, one in some]) for how, some in of_each]
        return {"groups": shown, "skill": (name, f"skills/{skill}")}

    title = mixed("{}: {}", site.words.say("Contributors"), name)
    return in_parts(site, people_name(skill), title, "", found, "people/of_skill.html.jinja", show, each=PEOPLE)


def _wishes(site: Site) -> list[tuple[str, str]]:
    """Who seeks what: those first whom nobody can help yet, no more than a page can show."""
    skills = site.people.skills
    found = [(skill, name) for skill, names in skills.sought.items() for name in names]
    return sorted(found, key=lambda one: (bool(skills.offered.get(one[0])), *one))[:MOST_WISHES]


def _by_name(wish: Wish) -> tuple[str, str]:
    return wish.skill.text.casefold(), wish.person.name.text.casefold()


def _traded(site: Site, skill: str, here: str) -> Traded:
    skills = site.people.skills
    offered = skills.offered.get(skill, ())
    regions = [region for region, _ in where(site, offered)]
    return Traded(
        site.name_of("skill", skill),
        site.addresses.relative(here)(f"skills/{skill}"),
        len(offered),
        len(skills.sought.get(skill, ())),
        tuple(regions[:MOST_REGIONS]),
        max(len(regions) - MOST_REGIONS, 0),
        len(site.index.by_term.get("skill", {}).get(skill, ())),
    )
