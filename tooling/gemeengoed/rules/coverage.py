"""Which organisations the commons covers: what came from each, or is about it.

Rules. A page counts for an organisation when its front matter names the organisation, as author, in credits or
otherwise. An experience counts for who had it, and not as a page. A contributor counts for the organisations that he or
she works for, when a page names the contributor, who agreed to show the organisation and did not withdraw.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gemeengoed.kinds.experience import Experience
from gemeengoed.kinds.registers import Contributor, Organisation
from gemeengoed.model import Item
from gemeengoed.rules.consent import employers

_PARTIES = ("party", "organisation", "contributor")


@dataclass(frozen=True)
class Cover:
    """How much of the commons concerns one organisation."""

    pages: int = 0
    experiences: int = 0
    contributors: int = 0

    @property
    def all(self) -> int:
        """Everything together."""
        return self.pages + self.experiences + self.contributors


def coverage(
    items: Iterable[Item], contributors: Mapping[str, Contributor], organisations: Mapping[str, Organisation]
) -> dict[str, Cover]:
    """What concerns each organisation of which there is something, in order of identifier."""
    pages: dict[str, int] = {}
    experiences: dict[str, int] = {}
    named: set[str] = set()
    people_known, bodies_known = frozenset(contributors), frozenset(organisations)
    only_bodies = bodies_known - people_known
    for item in items:
        parties = {name for register, name in item.named if register in _PARTIES}
        named |= parties & people_known
        if isinstance(item.fields, Experience):
            _count(experiences, {item.fields.organisation or ""} & bodies_known)
        else:
            _count(pages, parties & only_bodies)
    people: dict[str, int] = {}
    for name in named:
        _count(people, set(employers(contributors[name])) & bodies_known)
    names = sorted({*pages, *experiences, *people})
    return {name: Cover(pages.get(name, 0), experiences.get(name, 0), people.get(name, 0)) for name in names}


def _count(counts: dict[str, int], names: Iterable[str]) -> None:
    for name in names:
        counts[name] = counts.get(name, 0) + 1
