"""Pages that somebody should read before adding one: of the same name, or with much of the same text.

Rule: of a new page and a listed one, at least eight in ten words of the shorter title are the same, or a fifth of the
shorter text is. At most three are named, the most alike first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from gemeengoed.model import Item
from gemeengoed.resemblance import Sketch, sketch

TITLE: Final = 80
SHARE: Final = 0.2
MOST: Final = 3
_FEWEST: Final = 4
"""Fewer shared shingles are chance."""


def similar(title: str, body: str, others: Iterable[Item]) -> tuple[Item, ...]:
    """The items like a page with that title and text, the most alike first."""
    found = sorted(_scored(title, sketch(body), others), key=lambda pair: (-pair[0], pair[1].ref))
    return tuple(other for _, other in found[:MOST])


def similar_to(item: Item, others: Iterable[Item]) -> tuple[Item, ...]:
    """The items like an item among others; not itself, nor what it replaces or translates."""
    own = {item.ref, *item.fields.supersedes, *([item.translation_of.item] if item.translation_of else [])}
    return similar(item.title, item.text.body, (other for other in others if other.ref not in own))


def _scored(own_title: str, own: Sketch, others: Iterable[Item]) -> Iterator[tuple[float, Item]]:
    from rapidfuzz import fuzz  # takes 10 ms, and a build asks nothing of it

    for other in others:
        title = fuzz.token_sort_ratio(own_title.casefold(), other.title.casefold())
        share = _share(own, other.text.sketch)
        if title >= TITLE or share >= SHARE:
            yield max(title / 100, share), other


def _share(one: Sketch, two: Sketch) -> float:
    """The part of the smaller sample that the other has too; 0 where that may be chance."""
    shared = len(set(one.sample) & set(two.sample))
    return shared / min(len(one.sample), len(two.sample)) if shared >= _FEWEST else 0.0
