"""Which two things together have a page of their own: a theme, region or skill with a kind, and a theme with a region.

Rule: at least two pages stand under both, and fewer than under either of the two. So no page repeats another, none
holds a single link, and their number is bounded by that of the vocabulary (themes × kinds and so on), not by that of
the commons. Questions of a theme have their board, which is ``stage/questions``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from gemeengoed.kinds import KINDS
from gemeengoed.model import Item
from gemeengoed.stage.index import Index, by_name
from gemeengoed.stage.shared import kept, plain

if TYPE_CHECKING:
    from gemeengoed.stage.site import Site

WITH_KIND = {"theme": "themes", "region": "regions", "skill": "skills"}
"""The registers whose terms have a page with each kind, and the folder that each stands in."""

OWN_BOARD = frozenset({("theme", "question")})


@kept(dict[str, int])
def pairs(site: Site) -> Mapping[str, int]:
    """The names of all such pages, each with how many stand on it: ``themes/participatie/practices``."""
    return dict(sorted([*_with_kind(site.index), *_theme_and_region(site.index)]))


@plain
def on_pairs(site: Site) -> Mapping[str, Sequence[str]]:
    """What stands in each part of the page of each pair, by ``part_name``: a change of one leaves the others as they
    are."""
    size, found = site.settings.limits.listing_page, dict[str, Sequence[str]]()
    for name, refs in _refs_of_pairs(site.index, pairs(site)).items():
        for number, start in enumerate(range(0, len(refs), size), start=1):
            found[part_name(name, number)] = tuple(refs[start : start + size])
    return found


def part_name(name: str, number: int) -> str:
    """The name of a part of the page of a pair."""
    return f"{name} {number}"


def _with_kind(index: Index) -> Iterator[tuple[str, int]]:
    for register, folder in WITH_KIND.items():
        for term, of_kind in kinds_under(index, register):
            for kind in KINDS:
                number, all_of_kind = of_kind[kind.folder], len(index.by_kind.get(kind.folder, ()))
                if (register, kind.name) not in OWN_BOARD and 2 <= number < min(of_kind.total(), all_of_kind):
                    yield f"{folder}/{term}/{kind.folder}", number


def kinds_under(index: Index, register: str) -> Iterator[tuple[str, Counter[str]]]:
    """The terms of a register under which something stands, each with how much of each kind."""
    group = index.by_term.get(register, {})
    for term in group:
        yield term, Counter(item.kind.folder for item in by_name(group, term))


def _theme_and_region(index: Index) -> Iterator[tuple[str, int]]:
    regions, themes = (_sets(index, register) for register in ("region", "theme"))
    for theme, of_theme in themes.items():
        for region, of_region in regions.items():
            if 2 <= (number := len(of_theme & of_region)) < min(len(of_theme), len(of_region)):
                yield f"themes/{theme}/regions/{region}", number


def _sets(index: Index, register: str) -> dict[str, frozenset[str]]:
    group = index.by_term.get(register, {})
    return {name: _refs(by_name(group, name)) for name in group}


def _refs(items: Iterable[Item]) -> frozenset[str]:
    return frozenset(item.ref for item in items)


def _refs_of_pairs(index: Index, pairs: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """The references of the items on the page of each pair, in order of title. Each term is gone through once."""
    registers: Mapping[str, str] = {folder: register for register, folder in WITH_KIND.items()}
    regions, found = _regions(index), dict[str, list[str]]()
    of_terms: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    for name in pairs:
        folder, term, other = name.split("/", 2)
        found[name] = of_terms[folder, term][other] = []
    for (folder, term), others in of_terms.items():
        under = index.by_term[registers[folder]][term]
        for item in under:
            if (of_kind := others.get(item.kind.folder)) is not None:
                of_kind.append(item.ref)
        if any("/" in other for other in others):
            for item in under:
                for region in regions.get(item.ref, ()):
                    if region in others:
                        others[region].append(item.ref)
    return found


def _regions(index: Index) -> Mapping[str, Sequence[str]]:
    """The regions that each item stands under: ``regions/gent``."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, items in index.by_term.get("region", {}).items():
        second = f"regions/{name}"
        for item in items:
            found[item.ref].append(second)
    return found
