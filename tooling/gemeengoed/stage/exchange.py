"""Skills, asked and offered: the overview of the register of skills, with whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gemeengoed.stage.addresses import listing_path
from gemeengoed.stage.of_register.skill import where
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.persons import Wish, persons, wish
from gemeengoed.stage.site import Site

MOST = 100
"""How many wishes the page shows; the page of each skill has all of its own."""


@dataclass(frozen=True)
class Traded:
    """A skill with how many people offer and seek it, where it is offered, and on how many pages it stands."""

    name: str
    href: str
    offered: int
    sought: int
    where: tuple[str, ...]
    pages: int


def exchange_pages(site: Site) -> Iterator[StagedPage]:
    """One page: every skill, and for those who seek one, whom to ask."""
    here = site.addresses.page("skills")
    title = site.words.say("Skills: asked and offered")
    about = site.words.say("Whom you can ask, and whom you can help, over the borders of municipalities.")
    wishes = [wish(site, skill, seeker, here) for skill, seeker in _wishes(site)]
    traded = sorted(
        (_traded(site, skill, here) for skill in site.records("skill")), key=lambda one: one.name.casefold()
    )
    html = site.render(
        "people/exchange.html.jinja",
        here,
        title=title,
        about=about,
        traded=traded,
        wishes=sorted(wishes, key=_by_name),
        more=sum(map(len, site.people.skills.sought.values())) - len(wishes),
    )
    yield StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})


def _wishes(site: Site) -> list[tuple[str, str]]:
    """Who seeks what: those first whom nobody can help yet, no more than a page can show."""
    skills = site.people.skills
    found = [(skill, name) for skill, names in skills.sought.items() for name in names]
    return sorted(found, key=lambda one: (bool(skills.offered.get(one[0])), *one))[:MOST]


def _by_name(wish: Wish) -> tuple[str, str]:
    return wish.skill.text.casefold(), wish.person.name.text.casefold()


def _traded(site: Site, skill: str, here: str) -> Traded:
    skills = site.people.skills
    offered = persons(site, skills.offered.get(skill, ()), here)
    return Traded(
        site.name_of("skill", skill),
        site.addresses.relative(here)(f"skills/{skill}"),
        len(offered),
        len(skills.sought.get(skill, ())),
        tuple(region for region, _ in where(offered)),
        len(site.index.by_term.get("skill", {}).get(skill, ())),
    )
