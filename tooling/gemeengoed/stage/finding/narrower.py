"""What is narrower than a listing: links to the pages of two things together (``pairs``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gemeengoed.kinds import KINDS, Kind, Register
from gemeengoed.model import Item
from gemeengoed.stage.entries import Entry
from gemeengoed.stage.finding.pairs import WITH_KIND
from gemeengoed.stage.site import Site


def kinds_of(site: Site, register: Register, term: str, items: Iterable[Item], here: str) -> list[Entry]:
    """The kinds of what stands under a term, as links to those pages that there are."""
    counts = Counter(item.kind.folder for item in items)
    folder = WITH_KIND.get(register.name, "")
    named = [(f"{folder}/{term}/{kind.folder}", site.words.say(kind.plural), counts[kind.folder]) for kind in KINDS]
    return _entries(site, named, here)


def regions_of(site: Site, theme: str, items: Iterable[Item], here: str) -> list[Entry]:
    """The regions of what stands under a theme, as links to those pages that there are."""
    counts = Counter(region for item in items for region in item.fields.regions)
    named = [(f"themes/{theme}/regions/{name}", site.name_of("region", name), counts[name]) for name in counts]
    return _most_first(_entries(site, named, here))


def themes_of(site: Site, region: str, items: Iterable[Item], here: str) -> list[Entry]:
    """The themes of what stands under a region, as links to those pages that there are."""
    counts = Counter(theme for item in items for theme in item.fields.themes)
    named = [(f"themes/{name}/regions/{region}", site.name_of("theme", name), counts[name]) for name in counts]
    return _most_first(_entries(site, named, here))


def terms_of_kind(site: Site, kind: Kind, register: str, items: Iterable[Item], here: str) -> list[Entry]:
    """The themes or regions of a kind, each with its page of this kind, or else its own."""
    link, folder = site.addresses.relative(here), WITH_KIND[register]
    counts = Counter(term for item in items for term in getattr(item.fields, folder))
    found = []
    for term, count in counts.items():
        pair = f"{folder}/{term}/{kind.folder}"
        found.append(
            Entry(site.name_of(register, term), link(pair if site.has_pair(pair) else f"{folder}/{term}"), count)
        )
    return _most_first(found)


def _entries(site: Site, named: Sequence[tuple[str, str, int]], here: str) -> list[Entry]:
    link = site.addresses.relative(here)
    return [Entry(label, link(name), count) for name, label, count in named if count and site.has_pair(name)]


def _most_first(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (-entry.count, entry.name))
