"""Skills, asked and offered: the overview of the register of skills, with whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.parts import ROWS, in_parts
from gemeengoed.stage.persons import Wish, where, wish
from gemeengoed.stage.site import Site

MOST_WISHES, MOST_REGIONS = 18, 6
"""How many wishes the page shows, which the page of each skill has too, and regions in which a skill is offered."""


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
