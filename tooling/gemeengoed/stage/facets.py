"""Pages for who looks for what worked elsewhere: by kind, by size of the organisation and by result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gemeengoed.kinds import KIND_BY_NAME, Kind
from gemeengoed.kinds.experience import Result
from gemeengoed.model import Item
from gemeengoed.rules.usage import USABLE, Size, experiences_with, facets
from gemeengoed.stage.addresses import USED, listing_path
from gemeengoed.stage.named import worked
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.parts import in_parts
from gemeengoed.stage.site import Site

Combination = tuple[Kind, Size, Result]
Found = Mapping[Combination, list[Item]]


@dataclass(frozen=True)
class Cell:
    """How many pages a combination has, and where they are listed; no address where there are none."""

    count: int
    href: str


def facet_pages(site: Site) -> Iterator[StagedPage]:
    """The overview of all combinations, and a listing of each that has pages."""
    found = by_facet(site)
    yield _overview(site, found)
    for combination, items in found.items():
        yield from _listing(site, combination, items)


def by_facet(site: Site) -> Found:
    """The items of every combination that has any, in order of kind, size and result."""
    found: dict[Combination, list[Item]] = defaultdict(list)
    for kind in (KIND_BY_NAME[name] for name in USABLE):
        for item in site.index.by_kind.get(kind.folder, ()):
            experiences = experiences_with(item.ref, site.index.backlinks.get(item.ref, ()))
            for size, result in facets(experiences, site.commons.organisations):
                found[kind, size, result].append(item)
    kinds = list(KIND_BY_NAME.values())

    def order(combination: Combination) -> tuple[int, int, int]:
        kind, size, result = combination
        return kinds.index(kind), list(Size).index(size), list(Result).index(result)

    return {combination: found[combination] for combination in sorted(found, key=order)}


def name_of(site: Site, kind: Kind, size: Size, result: Result) -> str:
    """The name that the address is made of, in the words of the site: ``used/methoden-klein-werkte``."""
    return f"{USED}/{worked(kind, size, result, site.words.say)}"


def _overview(site: Site, found: Found) -> StagedPage:
    here = site.addresses.page(USED)
    link = site.addresses.relative(here)
    title = site.words.say("What worked elsewhere")
    about = site.words.say("Practices, methods and tips that others used too, by how large they are and how it went.")

    def cell(kind: Kind, size: Size, result: Result) -> Cell:
        count = len(found.get((kind, size, result), ()))
        return Cell(count, link(name_of(site, kind, size, result)) if count else "")

    kinds = dict.fromkeys(kind for kind, _, _ in found)
    tables = [
        (kind, [(size, [cell(kind, size, result) for result in Result]) for size in _sizes(found, kind)])
        for kind in kinds
    ]
    html = site.render("used/overview.html.jinja", here, title=title, about=about, tables=tables, results=list(Result))
    return StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})


def _sizes(found: Found, kind: Kind) -> list[Size]:
    return list(dict.fromkeys(size for of, size, _ in found if of is kind))


def _listing(site: Site, combination: Combination, items: list[Item]) -> Iterator[StagedPage]:
    kind, size, result = combination
    name = name_of(site, kind, size, result)
    say = site.words.say
    title = f"{say(kind.plural)}: {say(result.label)}, {say(size.label)}"

    def show(part: Sequence[Item], here: str, number: int) -> Mapping[str, Any]:
        return {"entries": site.cards(part, here)}

    return in_parts(site, name, title, "", items, "used/listing.html.jinja", show)
