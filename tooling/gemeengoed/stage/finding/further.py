"""Where a reader of an item may go on: what is like it, and what those who used it used as well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gemeengoed.kinds.experience import Experience
from gemeengoed.model import Item
from gemeengoed.rules.usage import experiences_with
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
        under = site.index.by_term.get("organisation", {}).get(organisation, ())
        theirs = [other.fields for other in under if other.kind.name == "experience"]
        used = {one.about for one in theirs if isinstance(one, Experience) and one.organisation == organisation}
        counts.update(ref for ref in used if ref and ref != item.ref)
    shown = [(site.edition.items.get(ref), number) for ref, number in counts.items()]
    link = site.addresses.relative(here)
    listed = [AlsoUsed(link(other.ref), site.title(other), number) for other, number in shown if other]
    return sorted(listed, key=lambda one: (-one.organisations, one.title.casefold(), one.href))[:MOST]


def _organisation(experience: Item) -> str:
    return getattr(experience.fields, "organisation", None) or ""
