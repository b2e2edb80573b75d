"""Pages that somebody should read before adding one: of the same name, or with much of the same text.

Rule: of a new page and a listed one, at least eight in ten words of the shorter title are the same, or a fifth of the
shorter text is. At most three are named, the most alike first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz import fuzz

from gemeengoed.model import Item
from gemeengoed.resemblance import Sketch

TITLE: Final = 80
SHARE: Final = 0.2
MOST: Final = 3
_FEWEST: Final = 4
"""Fewer shared shingles are chance."""


def similar(item: Item, others: Iterable[Item]) -> tuple[Item, ...]:
    """The items like ``item`` among ``others``, the most alike first."""
    found = sorted(_scored(item, others), key=lambda pair: (-pair[0], pair[1].ref))
    return tuple(other for _, other in found[:MOST])


def _scored(item: Item, others: Iterable[Item]) -> Iterator[tuple[float, Item]]:
    for other in others:
        if other.ref == item.ref or other.ref in item.fields.supersedes:
            continue
        if item.translation_of is not None and item.translation_of.item == other.ref:
            continue
        title = fuzz.token_sort_ratio(item.title.casefold(), other.title.casefold())
        share = _share(item.text.sketch, other.text.sketch)
        if title >= TITLE or share >= SHARE:
            yield max(title / 100, share), other


def _share(one: Sketch, two: Sketch) -> float:
    """The part of the smaller sample that the other has too; 0 where that may be chance."""
    shared = len(set(one.sample) & set(two.sample))
    return shared / min(len(one.sample), len(two.sample)) if shared >= _FEWEST else 0.0
