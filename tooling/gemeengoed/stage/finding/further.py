"""Where a reader of an item may go on: what is like it, and what those who used it used as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from gemeengoed.kinds.experience import Experience
from gemeengoed.model import Item
from gemeengoed.rules.usage import experiences_with
from gemeengoed.stage.index import by_name
from gemeengoed.stage.shared import kept
from gemeengoed.stage.site import Card, Site

MOST = 5


@dataclass(frozen=True)
class AlsoUsed:
    """An item, and how many of the organisations that used this one used it too."""

    href: str
    title: str
    organisations: int


@dataclass(frozen=True)
class Further:
    """Both lists; nothing that the page names already."""

    alike: list[Card]
    also_used: list[AlsoUsed]


def further(site: Site, item: Item, here: str) -> Further:
    """Where a reader may go on."""
    known = {*item.fields.related, *(other.ref for other in site.index.backlinks.get(item.ref, ()))}
    found = [site.edition.items.get(ref) for ref in site.likeness.get(item.ref, ()) if ref not in known]
    return Further(site.cards([other for other in found if other], here), also_used(site, item, here))


def also_used(site: Site, item: Item, here: str) -> list[AlsoUsed]:
    """What the organisations that used an item used as well, the most used first."""
    experiences = experiences_with(item.ref, site.index.backlinks.get(item.ref, ()))
    counts: Counter[str] = Counter()
    for organisation in {name for one in experiences if (name := _organisation(one))}:
        counts.update(ref for ref in _used_by(site).get(organisation, ()) if ref != item.ref)
    shown = [(site.edition.items.get(ref), number) for ref, number in counts.items()]
    link = site.addresses.relative(here)
    listed = [AlsoUsed(link(other.ref), site.title(other), number) for other, number in shown if other]
    return sorted(listed, key=lambda one: (-one.organisations, one.title.casefold(), one.href))[:MOST]


@kept(dict[str, tuple[str, ...]])
def _used_by(site: Site) -> Mapping[str, tuple[str, ...]]:
    """What every organisation used, as far as it told."""
    found: dict[str, set[str]] = {}
    for item in by_name(site.index.by_kind, "experiences"):
        if isinstance(item.fields, Experience) and item.fields.organisation and item.fields.about:
            found.setdefault(item.fields.organisation, set()).add(item.fields.about)
    return {organisation: tuple(sorted(used)) for organisation, used in found.items()}


def _organisation(experience: Item) -> str:
    return getattr(experience.fields, "organisation", None) or ""
