"""What is narrower than a listing: links to the pages of two things together (``pairs``).

All parts of a listing link to the same: that is worked out once, and each part asks it for links from its own address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from gemeengoed.kinds import KINDS, Kind, Register
from gemeengoed.model import Item
from gemeengoed.stage.entries import Entry
from gemeengoed.stage.finding.pairs import WITH_KIND
from gemeengoed.stage.site import Site

Linked = Callable[[str], list[Entry]]
"""Gives entries with links from an address."""

Named = tuple[str, str, int]
"""The name of a page, what it is called, and how many stand on it."""


def kinds_of(site: Site, register: Register, term: str, items: Iterable[Item]) -> Linked:
    """The kinds of what stands under a term, as links to those pages that there are."""
    counts = Counter(item.kind.folder for item in items)
    folder = WITH_KIND.get(register.name, "")
    named = [(f"{folder}/{term}/{kind.folder}", site.words.say(kind.plural), counts[kind.folder]) for kind in KINDS]
    return _linked(site, _with_page(site, named))


def regions_of(site: Site, theme: str, items: Iterable[Item]) -> Linked:
    """The regions of what stands under a theme, as links to those pages that there are."""
    counts = Counter(region for item in items for region in item.fields.regions)
    named = [(f"themes/{theme}/regions/{name}", site.name_of("region", name), counts[name]) for name in counts]
    return _linked(site, _most_first(_with_page(site, named)))


def themes_of(site: Site, region: str, items: Iterable[Item]) -> Linked:
    """The themes of what stands under a region, as links to those pages that there are."""
    counts = Counter(theme for item in items for theme in item.fields.themes)
    named = [(f"themes/{name}/regions/{region}", site.name_of("theme", name), counts[name]) for name in counts]
    return _linked(site, _most_first(_with_page(site, named)))


def terms_of_kind(site: Site, kind: Kind, register: str, items: Iterable[Item]) -> Linked:
    """The themes or regions of a kind, each with its page of this kind, or else its own."""
    folder = WITH_KIND[register]
    counts = Counter(term for item in items for term in getattr(item.fields, folder))
    found = []
    for term, count in counts.items():
        pair = f"{folder}/{term}/{kind.folder}"
        found.append((pair if site.has_pair(pair) else f"{folder}/{term}", site.name_of(register, term), count))
    return _linked(site, _most_first(found))


def _with_page(site: Site, named: Iterable[Named]) -> list[Named]:
    return [(name, label, count) for name, label, count in named if count and site.has_pair(name)]


def _most_first(named: Iterable[Named]) -> list[Named]:
    return sorted(named, key=lambda each: (-each[2], each[1]))


def _linked(site: Site, named: Sequence[Named]) -> Linked:
    def entries(here: str) -> list[Entry]:
        link = site.addresses.relative(here)
        return [Entry(label, link(name), count) for name, label, count in named]

    return entries
