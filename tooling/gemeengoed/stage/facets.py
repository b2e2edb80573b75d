"""Pages for who looks for what worked elsewhere: by kind, by size of the organisation and by result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from gemeengoed.kinds import KIND_BY_NAME, KINDS, Kind
from gemeengoed.kinds.experience import Result
from gemeengoed.model import Item
from gemeengoed.rules.usage import USABLE, Facet, Size, facets
from gemeengoed.stage.addresses import USED, listing_path
from gemeengoed.stage.index import by_name
from gemeengoed.stage.named import worked
from gemeengoed.stage.page import StagedPage, Unit, only
from gemeengoed.stage.parts import in_parts
from gemeengoed.stage.shared import kept, shared
from gemeengoed.stage.site import Site

Combination = tuple[Kind, Size, Result]


@dataclass(frozen=True)
class Cell:
    """How many pages a combination has, and where they are listed; no address where there are none."""

    count: int
    href: str


def facet_units(site: Site) -> Iterator[Unit]:
    """The overview of all combinations, and a listing of each that has pages, each by itself."""
    yield USED, partial(only, _overview, site)
    for kind, size, result in COMBINATIONS:
        yield f"{USED} {_key(kind, size, result)}", partial(_listing, site, kind, size, result)


COMBINATIONS = tuple(
    (kind, size, result) for kind in KINDS if kind.name in USABLE for size in Size for result in Result
)
"""Every combination, in order of kind, size and result."""


@kept(dict[str, tuple[str, ...]])
def facets_told(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The sizes and results that others told of each item. No title is of matter, so it is kept when one changes."""
    told: dict[str, list[Item]] = defaultdict(list)
    for experience in by_name(site.index.by_kind, "experiences"):
        told[getattr(experience.fields, "about", None) or ""].append(experience)
    bodies = site.commons.organisations
    found = {ref: sorted(map(_name, facets(experiences, bodies))) for ref, experiences in sorted(told.items())}
    return {ref: tuple(names) for ref, names in found.items() if names}


@shared
def used_by_facet(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The items of every combination that has any: references, in order of title."""
    told, found = dict(facets_told(site).items()), defaultdict[str, list[str]](list)
    for kind in (KIND_BY_NAME[name] for name in USABLE):
        for item in site.index.by_kind.get(kind.folder, ()):
            for name in told.get(item.ref, ()):
                found[f"{kind.name} {name}"].append(item.ref)
    return {key: tuple(refs) for key, refs in sorted(found.items())}


def _name(facet: Facet) -> str:
    size, result = facet
    return f"{size} {result}"


def _key(kind: Kind, size: Size, result: Result) -> str:
    return f"{kind.name} {_name((size, result))}"


def name_of(site: Site, kind: Kind, size: Size, result: Result) -> str:
    """The name that the address is made of, in the words of the site: ``used/methoden-klein-werkte``."""
    return f"{USED}/{worked(kind, size, result, site.words.say)}"


def _overview(site: Site) -> StagedPage:
    found = used_by_facet(site)
    here = site.addresses.page(USED)
    link = site.addresses.relative(here)
    title = site.words.say("What worked elsewhere")
    about = site.words.say("Practices, methods and tips that others used too, by how large they are and how it went.")

    def cell(kind: Kind, size: Size, result: Result) -> Cell:
        count = len(found.get(_key(kind, size, result), ()))
        return Cell(count, link(name_of(site, kind, size, result)) if count else "")

    shown = [combination for combination in COMBINATIONS if _key(*combination) in found]
    kinds = dict.fromkeys(kind for kind, _, _ in shown)
    tables = [
        (kind, [(size, [cell(kind, size, result) for result in Result]) for size in _sizes(shown, kind)])
        for kind in kinds
    ]
    html = site.render("used/overview.html.jinja", here, title=title, about=about, tables=tables, results=list(Result))
    return StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})


def _sizes(found: Iterable[Combination], kind: Kind) -> list[Size]:
    return list(dict.fromkeys(size for of, size, _ in found if of is kind))


def _listing(site: Site, kind: Kind, size: Size, result: Result) -> Iterator[StagedPage]:
    refs = used_by_facet(site).get(_key(kind, size, result))
    if not refs:
        return
    items, name = [site.edition.items[ref] for ref in refs], name_of(site, kind, size, result)
    say = site.words.say
    title = f"{say(kind.plural)}: {say(result.label)}, {say(size.label)}"

    def show(part: Sequence[Item], here: str, number: int) -> Mapping[str, Any]:
        return {"entries": site.cards(part, here)}

    yield from in_parts(site, name, title, "", items, "used/listing.html.jinja", show)
