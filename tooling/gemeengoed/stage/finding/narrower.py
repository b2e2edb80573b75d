"""What is narrower than a listing: links to the pages of two things together (``pairs``).

How many stand on each of those is worked out once for all listings, since each part of a listing says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from gemeengoed.kinds import KINDS, Kind, Register
from gemeengoed.stage.entries import Entry
from gemeengoed.stage.finding.pairs import WITH_KIND, kinds_under, pairs
from gemeengoed.stage.shared import kept
from gemeengoed.stage.site import Site

Linked = Callable[[str], list[Entry]]
"""Gives entries with links from an address."""

Named = tuple[str, str, int]
"""The name of a page, what it is called, and how many stand on it."""

Counted = tuple[tuple[str, int], ...]
"""Kinds or terms, each with how many stand under it."""


@kept(dict[str, Counted])
def narrower(site: Site) -> Mapping[str, Counted]:
    """What each term has pages of two things with, and how much on each: ``theme vergaderen kind``, ``... region``."""
    registers = {folder: register for register, folder in WITH_KIND.items()}
    found: dict[str, list[tuple[str, int]]] = {}
    for name, count in pairs(site).items():
        folder, term, other, *last = name.split("/")
        if last:
            found.setdefault(f"theme {term} region", []).append((last[0], count))
            found.setdefault(f"region {last[0]} theme", []).append((term, count))
        else:
            found.setdefault(f"{registers[folder]} {term} kind", []).append((other, count))
    return {name: tuple(counted) for name, counted in found.items()}


@kept(dict[str, tuple[Named, ...]])
def under_kinds(site: Site) -> Mapping[str, tuple[Named, ...]]:
    """The themes and regions of each kind (``methods theme``): the page of the two, or of the term, and the term."""
    found: dict[str, list[Named]] = {}
    known = dict(pairs(site).items())
    for register in ("theme", "region"):
        for term, of_kind in kinds_under(site.index, register):
            page = f"{WITH_KIND[register]}/{term}"
            for folder, count in of_kind.items():
                pair = f"{page}/{folder}"
                found.setdefault(f"{folder} {register}", []).append((pair if pair in known else page, term, count))
    return {name: tuple(sorted(named)) for name, named in found.items()}


def kinds_of(site: Site, register: Register, term: str) -> Linked:
    """The kinds of what stands under a term, as links to those pages that there are."""
    folder, counts = WITH_KIND.get(register.name, ""), dict(narrower(site).get(f"{register.name} {term} kind", ()))
    shown = (kind for kind in KINDS if kind.folder in counts)
    return _linked(
        site, [(f"{folder}/{term}/{kind.folder}", site.words.say(kind.plural), counts[kind.folder]) for kind in shown]
    )


def regions_of(site: Site, theme: str) -> Linked:
    """The regions of what stands under a theme, as links to those pages that there are."""
    counts = narrower(site).get(f"theme {theme} region", ())
    named = [(f"themes/{theme}/regions/{name}", site.name_of("region", name), count) for name, count in counts]
    return _linked(site, _most_first(named))


def themes_of(site: Site, region: str) -> Linked:
    """The themes of what stands under a region, as links to those pages that there are."""
    counts = narrower(site).get(f"region {region} theme", ())
    named = [(f"themes/{name}/regions/{region}", site.name_of("theme", name), count) for name, count in counts]
    return _linked(site, _most_first(named))


def terms_of_kind(site: Site, kind: Kind, register: str) -> Linked:
    """The themes or regions of a kind, each with its page of this kind, or else its own."""
    found = under_kinds(site).get(f"{kind.folder} {register}", ())
    return _linked(site, _most_first((page, site.name_of(register, term), count) for page, term, count in found))


def _most_first(named: Iterable[Named]) -> list[Named]:
    return sorted(named, key=lambda each: (-each[2], each[1]))


def _linked(site: Site, named: Iterable[Named]) -> Linked:
    def entries(here: str) -> list[Entry]:
        link = site.addresses.relative(here)
        return [Entry(label, link(name), count) for name, label, count in named]

    return entries
