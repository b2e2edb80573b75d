"""The network of skills: who offers what others seek, the nearest first; and what a region has that a body in it lacks.

Rules. Two contributors are near when their organisations share a region: the same region 0 steps, a region and the one
it falls under 1 step, and so on to the region that both fall under; no common region is farthest. Nobody is matched
with themselves, and nobody is shown who withdrew or did not agree to showing skills; nor is anybody's region shown who
did not agree to showing their organisation. An organisation lacks a skill that none of its people offers; its region
has it when somebody of another organisation, no more than 1 step away, does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from gemeengoed.kinds.registers import Organisation, Term
from gemeengoed.model import Commons
from gemeengoed.rules.consent import employers, skills_offered, skills_sought
from gemeengoed.rules.regions import upwards

FAR = 99
"""The distance between two who share no region at all."""

NEAR = 1
"""How many steps away still is one's own region."""

Steps = tuple[tuple[str, int], ...]
"""The regions that somebody is in, with those they fall under, and how many steps up each is; in order of region."""

Group = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, order=True)
class Match:
    """Somebody who offers a skill that somebody seeks, and through which region they are near."""

    skill: str
    seeker: str
    distance: int
    offerer: str
    region: str


@dataclass(frozen=True, order=True)
class Lack:
    """A skill that nobody of an organisation offers and others in its region do; whether its own people seek it."""

    skill: str
    offerers: tuple[str, ...]
    is_sought: bool


@dataclass(frozen=True)
class Skills:
    """Who shows which skills: contributors by skill that they offer and seek, and by organisation; and where they are.

    ``places`` has for each skill those who offer it by where they are.
    """

    offered: Group
    sought: Group
    people: Group
    steps: Mapping[str, Steps]
    places: Mapping[str, Mapping[Steps, tuple[str, ...]]]


def skills_of(commons: Commons) -> Skills:
    """Who shows which skills, everything in order of identifier."""
    offered, sought, people = dict[str, list[str]](), dict[str, list[str]](), dict[str, list[str]]()
    steps: dict[str, Steps] = {}
    places: dict[str, dict[Steps, list[str]]] = {}
    for name, contributor in sorted(commons.contributors.items()):
        offers = [skill for skill in dict.fromkeys(skills_offered(contributor)) if skill in commons.skills]
        seeks = [skill for skill in dict.fromkeys(skills_sought(contributor)) if skill in commons.skills]
        if not offers and not seeks:
            continue
        bodies = employers(contributor)
        steps[name] = here = steps_of(bodies, commons.organisations, commons.regions)
        for body in dict.fromkeys(bodies):
            people.setdefault(body, []).append(name)
        for skill in offers:
            offered.setdefault(skill, []).append(name)
            places.setdefault(skill, {}).setdefault(here, []).append(name)
        for skill in seeks:
            sought.setdefault(skill, []).append(name)
    by_place = {skill: {here: tuple(names) for here, names in found.items()} for skill, found in places.items()}
    return Skills(_frozen(offered), _frozen(sought), _frozen(people), steps, by_place)


def nearest(skills: Skills, skill: str, seeker: str, limit: int | None = None) -> tuple[Match, ...]:
    """Those who offer a skill to somebody who seeks it, the nearest first; no more than ``limit``."""
    here = skills.steps[seeker]
    by_distance: dict[int, list[tuple[str, str]]] = {}
    for there, names in skills.places.get(skill, {}).items():
        distance, region = _between(here, there)
        by_distance.setdefault(distance, []).extend((name, region) for name in names if name != seeker)
    found: list[Match] = []
    for distance, near in sorted(by_distance.items()):
        found += (Match(skill, seeker, distance, name, region) for name, region in sorted(near))
        if limit is not None and len(found) >= limit:
            return tuple(found[:limit])
    return tuple(found)


def matches(commons: Commons) -> tuple[Match, ...]:
    """Every pair of a seeker and an offerer of a skill, the nearest first for each seeker."""
    skills = skills_of(commons)
    return tuple(
        match for skill, seekers in skills.sought.items() for name in seekers for match in nearest(skills, skill, name)
    )


def lacks(skills: Skills, commons: Commons, organisation: str) -> tuple[Lack, ...]:
    """The skills that an organisation lacks and its region has: those that its people seek first."""
    own = frozenset(skills.people.get(organisation, ()))
    here = steps_of((organisation,), commons.organisations, commons.regions)
    found = []
    for skill, places in skills.places.items():
        if own.isdisjoint(skills.offered[skill]):
            near = [name for there, names in places.items() if _between(here, there)[0] <= NEAR for name in names]
            if near:
                found.append(Lack(skill, tuple(sorted(near)), not own.isdisjoint(skills.sought.get(skill, ()))))
    return tuple(sorted(found, key=lambda lack: (not lack.is_sought, lack.skill)))


def steps_of(bodies: tuple[str, ...], organisations: Mapping[str, Organisation], terms: Mapping[str, Term]) -> Steps:
    """The regions of organisations, with those they fall under, and how many steps up each is."""
    steps: dict[str, int] = {}
    for region in (region for name in bodies if name in organisations for region in organisations[name].regions):
        for up, at in enumerate(upwards(region, terms)):
            steps[at] = min(up, steps.get(at, FAR))
    return tuple(sorted(steps.items()))


@cache
def _between(here: Steps, there: Steps) -> tuple[int, str]:
    """How many steps two places are apart, and the region that joins them."""
    other = dict(there)
    return min(((up + other[region], region) for region, up in here if region in other), default=(FAR, ""))


def _frozen(groups: dict[str, list[str]]) -> Group:
    return {name: tuple(names) for name, names in sorted(groups.items())}
