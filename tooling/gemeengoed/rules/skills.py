"""The network of skills: who offers what others seek, the nearest first.

Rules. Two contributors are near when their organisations share a region: the same region 0 steps, a region and the one
it falls under 1 step, and so on to the region that both fall under; no common region is farthest. Nobody is matched
with themselves, and nobody is shown who withdrew or did not agree to showing skills.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gemeengoed.kinds.registers import ConsentScope, Contributor, Organisation, Term
from gemeengoed.model import Commons

FAR = 99
"""The distance between two who share no region at all."""


@dataclass(frozen=True, order=True)
class Match:
    """Somebody who offers a skill that somebody seeks, and through which region they are near."""

    skill: str
    seeker: str
    distance: int
    offerer: str
    region: str


def may_show_skills(contributor: Contributor) -> bool:
    """Whether the contributor agreed to showing skills, and has not withdrawn."""
    agreed = contributor.consent is not None and ConsentScope.SKILLS in contributor.consent.scope
    return agreed and contributor.withdrawn_on is None


def offered(commons: Commons) -> dict[str, tuple[str, ...]]:
    """The contributors that offer each skill, in order of identifier."""
    return _by_skill(commons, "skills_offered")


def sought(commons: Commons) -> dict[str, tuple[str, ...]]:
    """The contributors that seek each skill, in order of identifier."""
    return _by_skill(commons, "skills_sought")


def matches(commons: Commons) -> tuple[Match, ...]:
    """Every pair of a seeker and an offerer of a skill, the nearest first for each seeker."""
    offers = offered(commons)
    found = []
    for skill, seekers in sought(commons).items():
        for seeker in seekers:
            for offerer in offers.get(skill, ()):
                if offerer != seeker:
                    found.append(Match(skill, seeker, *_distance(commons, seeker, offerer)))
    return tuple(sorted(found))


def _by_skill(commons: Commons, field: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, contributor in sorted(commons.contributors.items()):
        if may_show_skills(contributor):
            for skill in getattr(contributor, field):
                found.setdefault(skill, []).append(name)
    return {skill: tuple(names) for skill, names in sorted(found.items())}


def _distance(commons: Commons, one: str, other: str) -> tuple[int, str, str]:
    """Steps between two contributors, the other of them, and the region that joins them."""
    here, there = (
        _regions(commons.contributors[name], commons.organisations, commons.regions) for name in (one, other)
    )
    shared = sorted((here[region] + there[region], region) for region in here.keys() & there.keys())
    steps, region = shared[0] if shared else (FAR, "")
    return steps, other, region


def _regions(
    contributor: Contributor, organisations: Mapping[str, Organisation], terms: Mapping[str, Term]
) -> dict[str, int]:
    """The regions of a contributor's organisations, with those they fall under, and how many steps up each is."""
    steps: dict[str, int] = {}
    for name in contributor.organisations:
        for region in organisations[name].regions if name in organisations else ():
            up, at = 0, region
            while at and up < FAR and steps.get(at, FAR) > up:
                steps[at] = up
                at = (terms[at].broader or "") if at in terms else ""
                up += 1
    return steps
