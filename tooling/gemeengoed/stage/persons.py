"""How a person and a match are shown: a name, where they work, which region that is, and why they are near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Ref
from gemeengoed.rules.consent import employers
from gemeengoed.rules.skills import Match, nearest
from gemeengoed.stage.entries import MOST_NAMED
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown

NEAREST = 3
"""How many who offer a skill are shown to somebody who seeks it."""


@dataclass(frozen=True)
class Person:
    """A contributor in a list."""

    name: Shown
    organisations: tuple[Shown, ...]
    regions: tuple[str, ...]


@dataclass(frozen=True)
class Near:
    """Somebody to ask, and in words why they are near."""

    person: Person
    reason: str


@dataclass(frozen=True)
class Wish:
    """Somebody who seeks a skill, and the nearest who offer it; ``more`` is how many others do."""

    person: Person
    skill: Shown
    near: tuple[Near, ...]
    more: int


def person(site: Site, name: str, here: str) -> Person:
    """A contributor as a list on the page ``here`` shows them: only what they agreed to."""
    link = site.addresses.relative(here)
    bodies = [
        body for body in employers(site.people.commons.contributors[name]) if body in site.people.commons.organisations
    ]
    regions = dict.fromkeys(region for body in bodies for region in site.people.commons.organisations[body].regions)
    return Person(
        site.reference(name, Ref("contributor"), link),
        tuple(site.reference(body, Ref("organisation"), link) for body in bodies),
        tuple(site.name_of("region", region) for region in regions),
    )


def by_name(site: Site, names: Iterable[str]) -> list[str]:
    """Contributors in order of name."""
    return sorted(names, key=lambda name: site.name_of("contributor", name).casefold())


def persons(site: Site, names: Iterable[str], here: str, most: int | None = None) -> list[Person]:
    """Contributors in order of name, the first ``most`` of them."""
    return [person(site, name, here) for name in by_name(site, names)[:most]]


def where(site: Site, names: Iterable[str]) -> list[tuple[str, int]]:
    """In which regions contributors are, and how many in each: those with most, in order of name."""
    steps = site.people.skills.steps
    counts = Counter(region for name in names for region, up in steps[name] if up == 0)
    return sorted((site.name_of("region", region), count) for region, count in counts.most_common(MOST_NAMED))


def wish(site: Site, skill: str, seeker: str, here: str) -> Wish:
    """What somebody seeks, and who could be asked."""
    skills = site.people.skills
    offerers = skills.offered.get(skill, ())
    near = nearest(skills, skill, seeker, NEAREST)
    return Wish(
        person(site, seeker, here),
        site.reference(skill, Ref("skill"), site.addresses.relative(here)),
        tuple(Near(person(site, match.offerer, here), reason(site, match)) for match in near),
        len(offerers) - (seeker in offerers) - len(near),
    )


def reason(site: Site, match: Match) -> str:
    """Why somebody is near, in words."""
    if not match.region:
        return site.words.say("no region in common")
    return site.words.message(message("both in {region}", region=site.name_of("region", match.region)))
