"""What staging asks of the words of all items together: how usual each is, and which items are like each other.

The words of an item are kept with the state of its front matter, since reading that of ten thousand takes half a
second; and so is which items were alike, so that only those are compared anew that share something with what changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from gemeengoed.columns import columns, joined, kept_as, parted, rows
from gemeengoed.model import Item
from gemeengoed.stage.finding.alike import Likest, Traits, alike
from gemeengoed.stage.finding.compounds import words_of
from gemeengoed.stage.finding.language import searching_in
from gemeengoed.stage.trace import Drawer, read, shared

if TYPE_CHECKING:
    from gemeengoed.stage.site import Site

ELSEWHERE = frozenset({"answers"})
"""The folders of kinds that are shown with another page already, and so are not called like any."""

_SHORTEST = 4


class Worded(NamedTuple):
    """An item, the state of its front matter, its words, and the themes and skills that it names, between spaces."""

    ref: str
    state: str
    words: str
    terms: str


@dataclass(frozen=True)
class Known:
    """The words of the items of the last time, and which of these were alike."""

    items: Mapping[str, Worded] = field(default_factory=dict)
    likest: Likest = field(default_factory=dict)


class Alikeness:
    """How many items each word is in, and of each item those that it is most like. No page depends on all of it."""

    def __init__(self, counts: Mapping[str, int], likest: Likest) -> None:
        self.counts = counts
        self.likest = likest


@shared
def alikeness(site: Site) -> Alikeness:
    """What the words of the listed items say."""
    meaningless = searching_in(site.words.language).function_words
    before = site.drawer.recall("alike", KNOWN, Known())
    items = {item.ref: _worded(item, before.items.get(item.ref), site.drawer) for item in site.edition.listed}
    traits = _traits(items, meaningless)
    same = {ref: traits[ref] for ref, one in before.items.items() if items.get(ref) is one and ref in traits}
    others = {ref: one for ref, one in before.items.items() if ref not in same}
    was = ({**same, **_traits(others, meaningless)}, before.likest) if before.items else None
    now = Known(items, alike(traits, was))
    site.drawer.keep("alike", KNOWN, now)
    return Alikeness(Counter(word for one in items.values() for word in one.words.split()), now.likest)


def _worded(item: Item, before: Worded | None, drawer: Drawer) -> Worded:
    state = drawer.state(item.path)
    if before is not None and state and before.state == state:
        read(f"title {item.ref}")
        read(f"front {item.ref}")
        return before
    fields = item.fields
    words = words_of(f"{item.title} {fields.summary} {' '.join(fields.keywords)}")
    terms = (*(f"theme/{name}" for name in fields.themes), *(f"skill/{name}" for name in fields.skills))
    return Worded(item.ref, state, " ".join(sorted(words)), " ".join(terms))


def _traits(items: Mapping[str, Worded], meaningless: frozenset[str]) -> Traits:
    return {
        ref: frozenset([*(word for word in one.words.split() if len(word) >= _SHORTEST), *one.terms.split()])
        - meaningless
        for ref, one in items.items()
        if ref.partition("/")[0] not in ELSEWHERE
    }


class _Columns(NamedTuple):
    refs: str
    states: str
    words: str
    terms: str
    likest: str


def _columns(known: Known) -> _Columns:
    likest = joined(" ".join(known.likest.get(ref, ())) for ref in known.items)
    return _Columns._make([*columns(Worded, known.items.values()), likest])


def _known(kept: _Columns) -> Known:
    *fields, likest = map(parted, kept)
    items = list(rows(Worded, *fields))
    like = zip(items, likest, strict=True)
    return Known({one.ref: one for one in items}, {one.ref: tuple(others.split()) for one, others in like})


KNOWN = kept_as(_Columns, _columns, _known)
"""How that is kept."""
