"""What the search index gets of an item besides its text: what narrows a search, what sorts it, and further words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gemeengoed.kinds.declare import references
from gemeengoed.kinds.registers import PopulationBand, Term
from gemeengoed.licences import find_licence
from gemeengoed.model import Item
from gemeengoed.provenance import licence_of
from gemeengoed.rules.regions import within
from gemeengoed.stage.groups import day_of
from gemeengoed.stage.site import Site

EVERY = "xqzitem"
"""A word on every item that nobody types: a search with filters and no word asks for it, and so loads one file of the
index. (A search for nothing loads all of them, 13 MB at 10,000 pages.)"""

NO_DAY = "0001-01-01"
"""The day of what git does not know: Pagefind leaves a page without a value out of what it sorts."""

Values = list[tuple[str, str]]


@dataclass(frozen=True)
class Searched:
    """Names and values: filters, metadata (words that are searched, each field with a weight of its own), and sorts."""

    filters: Values
    metas: Values
    sorts: Values


def searched(site: Site, item: Item, experienced: Values, organisations: int) -> Searched:
    """What the index gets of an item. ``experienced``: what others found of it; ``organisations``: how many used it."""
    day = day_of(site.edition, item)
    order = [("date", day.isoformat() if day else NO_DAY), ("used", str(organisations))]
    return Searched([*_filters(site, item), *experienced, *order], list(_metas(site, item)), order)


def _filters(site: Site, item: Item) -> Iterator[tuple[str, str]]:
    say, fields = site.words.say, item.fields
    yield "kind", say(item.kind.label)
    yield from (("theme", site.name_of("theme", name)) for name in fields.themes)
    yield from (("skill", site.name_of("skill", name)) for name in fields.skills)
    regions = sorted(within(fields.regions, site.commons.regions) | {*fields.regions})
    yield from (("region", site.name_of("region", name)) for name in regions)
    yield from (("size", say(band.label)) for band in sizes(site, item))
    if maturity := getattr(fields, "maturity", None):
        yield "maturity", say(maturity.label)
    if licence := licence_of(site.commons, item).licence:
        known = find_licence(licence)
        yield "licence", known.badge if known else licence
    yield "language", say((fields.language or site.settings.language).label)


def sizes(site: Site, item: Item) -> list[PopulationBand]:
    """How large the municipalities are that an item comes from or is about, the smallest first."""
    names = {name for _, name, ref in references(item.fields) if ref.register == "organisation"}
    found = (site.commons.organisations.get(name) for name in sorted(names))
    bands = {one.population_band for one in found if one and one.population_band}
    return [band for band in PopulationBand if band in bands]


def _metas(site: Site, item: Item) -> Iterator[tuple[str, str]]:
    fields = item.fields
    yield "kind", site.words.say(item.kind.label)
    yield "title", item.title
    if fields.summary:
        yield "summary", fields.summary
    yield "keywords", ", ".join([*fields.keywords, *(site.name_of("theme", theme) for theme in fields.themes)])
    of_names, parts = site.parts_of_words(item)
    yield from ((name, words) for name, words in (("called", of_names), ("parts", parts)) if words)
    if words := synonyms(site, item):
        yield "synonyms", ", ".join(words)
    yield "every", EVERY


def synonyms(site: Site, item: Item) -> list[str]:
    """The other words of the vocabulary for what an item is about: those of officials and those of residents."""
    fields = item.fields
    found: list[str] = []
    for register, names in (("theme", fields.themes), ("skill", fields.skills), ("region", fields.regions)):
        terms = site.commons.terms[register]
        for name in names:
            found += [site.name_of(register, name), *synonyms_of(terms.get(name), site.words.language)]
    return list(dict.fromkeys(found))


def synonyms_of(term: Term | None, language: str) -> Iterable[str]:
    """The other words for a term in a language."""
    known = term.synonyms if term else None
    return getattr(known, language, ()) if known else ()
