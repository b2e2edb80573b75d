"""Which pages of a large site stand in which part of its search index: in the first those that a reader sees first.

A browser asks the first part, shows what that has, and asks the others then (``search/index.js``). So it has the pages
that stand in no order that one may sort by (they tell about the site), and of those that do the foremost of each order:
the newest, the most used. Of all others each part has a fair sample, by address. Search engines call such parts tiers:
Manning, Raghavan and Schuetze, Introduction to Information Retrieval, section 7.2.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from gemeengoed.cache import digest

Orders = Mapping[str, str]
"""The value that a page has in each order that one may sort by."""

_ORDERS = re.compile(r'<i data-pagefind-sort="([^"]*)"([^>]*)>')
_START = b"<i data-pagefind-sort="


class Spread(NamedTuple):
    """The pages of each part, and the foremost value in each order of what is not in the first part."""

    parts: list[list[str]]
    rest: dict[str, str]


def orders_of(html: bytes) -> dict[str, str]:
    """The value that a page has in each order, as the page tells Pagefind."""
    start = html.find(_START)
    found = _ORDERS.match(html[start : html.find(b">", start) + 1].decode()) if start >= 0 else None
    if not found:
        return {}
    values = dict(re.findall(r'([\w-]+)="([^"]*)"', found[2]))
    return {name: values[attribute] for name, attribute in re.findall(r"(\w+)\[([\w-]+)\]", found[1])}


def spread(pages: Mapping[str, Orders], most: int) -> Spread:
    """Divide pages over as few parts of at most ``most`` as can be."""
    number = max(1, -(-len(pages) // most))
    first = list(islice(_foremost(pages), -(-len(pages) // number)))
    others = sorted(pages.keys() - {*first}, key=digest)
    parts = [first, *(others[part :: number - 1] for part in range(number - 1))]
    names = sorted({name for page in others for name in pages[page]})
    rest = {name: max((pages[page].get(name, "") for page in others), key=_rank) for name in names}
    return Spread(parts, rest)


def _foremost(pages: Mapping[str, Orders]) -> Iterator[str]:
    """The pages that stand in no order, then in turn the next one of each."""
    by_address = sorted(pages, key=digest)
    yield from (page for page in by_address if not pages[page])
    names = sorted({name for orders in pages.values() for name in orders})
    ordered = _in_order([page for page in by_address if pages[page]], pages, names)
    turns = zip(*(_in_order(ordered, pages, [name]) for name in names), strict=True)
    yield from dict.fromkeys(page for turn in turns for page in turn)


def _in_order(some: Iterable[str], pages: Mapping[str, Orders], names: Sequence[str]) -> list[str]:
    """Some pages, the foremost first in an order; of equals in the next order, and else as they came."""
    return sorted(some, key=lambda page: [_rank(pages[page].get(name, "")) for name in names], reverse=True)


def _rank(value: str) -> tuple[int, ...]:
    """What a value is compared by: the numbers in it, as in a day or a count."""
    return tuple(map(int, re.findall(r"\d+", value)))
