"""The same site in its other languages: where the page that one reads stands there, for readers and for search engines.

A page of an item leads to the page that says the same in the other language: its translation where there is one, else
the same text among the words of the other language. Any other page leads to its counterpart, or to the nearest page
above that which is there. Search engines are told of counterparts only (``hreflang``), both ways, as they ask for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from gemeengoed.i18n import own_name
from gemeengoed.stage.addresses import Addresses, address_of, relative
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.trace import read
from gemeengoed.stage.written import DOCS

if TYPE_CHECKING:
    from gemeengoed.stage.site import Site

Absent = frozenset[tuple[str, str]]
"""Counterparts that are not there: language, and address on the site in that language."""


@dataclass(frozen=True)
class Elsewhere:
    """The site in another language. ``base`` is its folder below the first site, ``url`` its whole address.

    ``instead`` says which item it lists in the place of another, ``written`` where it has a hand-written page.
    """

    language: str
    base: str
    url: str
    addresses: Addresses
    instead: Mapping[str, str]
    written: Mapping[str, str]


@dataclass(frozen=True)
class Counterpart:
    """Where a page stands in another language; ``is_same`` is false for the nearest one that is there."""

    address: str
    is_same: bool = True


def with_languages(site: Site, page: StagedPage) -> StagedPage:
    """A page that leads to the other languages of the site."""
    if not site.elsewhere:
        return page
    here = address_of(page.path)
    found = [(other, counterpart(site, page, other)) for other in site.elsewhere]
    links = [
        {
            "language": other.language,
            "name": own_name(other.language),
            "href": relative(site.base + here, other.base + there.address),
        }
        for other, there in found
    ]
    facts = {**page.facts, "languages": links, "alternates": [*_alternates(site, here, found)]}
    return replace(page, facts=facts)


def _alternates(site: Site, here: str, found: Iterable[tuple[Elsewhere, Counterpart]]) -> Iterator[dict[str, str]]:
    """Every language in which the page is, its own too, and the one for whoever reads none of them (``x-default``)."""
    urls = {other.language: f"{other.url}{there.address}" for other, there in found if there.is_same and other.url}
    if not urls:
        return
    urls[site.language] = f"{site.url}{here}"
    first = urls.get(site.settings.language)
    for language in site.settings.shown_in:
        if language.locale in urls:
            yield {"language": str(language.locale), "url": urls[language.locale]}
    if first:
        yield {"language": "x-default", "url": first}


def counterpart(site: Site, page: StagedPage, other: Elsewhere) -> Counterpart:
    """Where a page stands on the site in another language."""
    if page.of.startswith(DOCS):
        path = other.written.get(page.of)
        return Counterpart(address_of(path)) if path else Counterpart("", is_same=False)
    if page.of:
        there = other.instead.get(page.of, page.of)
        return Counterpart(other.addresses.page(there), page.of not in site.index.instead)
    return nearest(site, site.addresses.within(address_of(page.path), other.addresses), other.language)


def nearest(site: Site, address: str, language: str) -> Counterpart:
    """The page with an address on the site in another language, or the nearest one above it."""
    for above in ways_up(address):
        read(f"absent {language} {above}")
        if (language, above) not in site.absent:
            return Counterpart(above, above == address)
    return Counterpart("", is_same=False)


def ways_up(address: str) -> Iterator[str]:
    """An address, and those above it; the home page, which is always there, aside."""
    while address:
        yield address
        address = address.rstrip("/").rpartition("/")[0]
        address = f"{address}/" if address else ""


def absent(trees: Mapping[str, tuple[Addresses, Iterable[str]]]) -> Absent:
    """Which counterparts are not there, of all staged pages of all languages: the addresses of each, and its paths."""
    if len(trees) == 1:
        return frozenset()
    there = {
        language: {address_of(path) for path in paths if path.endswith(".md")} for language, (_, paths) in trees.items()
    }
    return frozenset(
        (other, above)
        for language, (addresses, _) in trees.items()
        for other, (others, _) in trees.items()
        if other != language
        for address in there[language]
        for above in _lacking(addresses.within(address, others), there[other])
    )


def _lacking(address: str, there: Set[str]) -> Iterator[str]:
    """An address and those above it, up to the first that is there."""
    return takewhile(lambda above: above not in there, ways_up(address))
