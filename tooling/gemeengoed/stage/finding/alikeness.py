"""What staging asks of the words of all items together: how usual each is, and which items are like each other.

The words of an item are kept with the state of its front matter, since reading that of ten thousand takes half a
second; and so are how many items have each and which items were alike, so that only those are counted and compared anew
that share something with what changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from gemeengoed.columns import columns, joined, kept_as, parted, rows
from gemeengoed.model import Item
from gemeengoed.stage.finding.alike import Alike, Likest, alike, alike_again
from gemeengoed.stage.finding.compounds import words_of
from gemeengoed.stage.finding.language import searching_in
from gemeengoed.stage.shared import shared
from gemeengoed.stage.trace import read

if TYPE_CHECKING:
    from gemeengoed.stage.site import Site

ELSEWHERE = ("answers/",)
"""How the names begin of items of kinds that are shown with another page already, and so are not called like any."""

_SHORTEST = 4


class Worded(NamedTuple):
    """An item, the state of its front matter, and between spaces what it can share with others and its other words.

    It can share words that mean something, and the themes and skills that it names.
    """

    ref: str
    state: str
    traits: str
    others: str

    @property
    def words(self) -> Iterator[str]:
        """Its words, each once."""
        return chain((trait for trait in self.traits.split() if _OF_TERM not in trait), self.others.split())


_OF_TERM = "/"
"""What stands in the trait of a term, and in no word."""


@dataclass(frozen=True)
class Known:
    """The words of the items of the last time, how many items have each, and which of these were alike."""

    items: Mapping[str, Worded] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    alike: Alike = field(default_factory=lambda: Alike({}, {}))


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
    items = dict(_known_or_worded(site, before.items, meaningless))
    now = _again(items, before) if before.items else Known(items, _counted(items.values()), alike(_traits(items)))
    site.drawer.keep("alike", KNOWN, now)
    return Alikeness(now.counts, now.alike.likest)


def _known_or_worded(
    site: Site, before: Mapping[str, Worded], meaningless: frozenset[str]
) -> Iterator[tuple[str, Worded]]:
    """The words of every listed item, anew where its front matter is not as it was."""
    state = site.drawer.state
    for item in site.edition.listed:
        ref, path = item.ref, item.path
        known = before.get(ref)
        if known is not None and known.state and known.state == state(path):
            read(f"title {ref}")
            read(f"front {ref}")
            yield ref, known
        else:
            yield ref, _worded(item, state(path), meaningless)


def _worded(item: Item, state: str, meaningless: frozenset[str]) -> Worded:
    fields = item.fields
    words = words_of(f"{item.title} {fields.summary} {' '.join(fields.keywords)}")
    if item.ref.startswith(ELSEWHERE):
        return Worded(item.ref, state, "", " ".join(sorted(words)))
    telling = {word for word in words if len(word) >= _SHORTEST} - meaningless
    terms = (*(f"theme/{name}" for name in fields.themes), *(f"skill/{name}" for name in fields.skills))
    traits = [*sorted(telling), *dict.fromkeys(terms)]
    return Worded(item.ref, state, " ".join(traits), " ".join(sorted(words - telling)))


def _traits(items: Mapping[str, Worded]) -> dict[str, str]:
    """What the items that are compared can share."""
    return {ref: one.traits for ref, one in items.items() if not ref.startswith(ELSEWHERE)}


def _counted(items: Iterable[Worded]) -> Counter[str]:
    """How many items each word is in."""
    return Counter(word for one in items for word in one.words)


def _again(items: Mapping[str, Worded], before: Known) -> Known:
    """What the words say, from what they said before."""
    were = {ref: one for ref, one in before.items.items() if items.get(ref) is not one}
    came = (one for ref, one in items.items() if before.items.get(ref) is not one)
    counts = Counter(before.counts)
    counts.subtract(_counted(were.values()))
    counts.update(_counted(came))
    left = {word: number for word, number in counts.items() if number > 0}
    return Known(items, left, alike_again(_traits(items), before.alike, _traits(were)))


class _Columns(NamedTuple):
    refs: str
    states: str
    traits: str
    others: str
    likest: str
    words: str
    counts: list[int]
    shared: str
    numbers: list[int]


def _columns(known: Known) -> _Columns:
    likest, numbers = known.alike
    of_items = columns(Worded, known.items.values())
    like = joined(" ".join(likest.get(ref, ())) for ref in known.items)
    counts = joined(known.counts), [*known.counts.values()], joined(numbers), [*numbers.values()]
    return _Columns._make([*of_items, like, *counts])


def _known(kept: _Columns) -> Known:
    items = {one.ref: one for one in rows(Worded, *map(parted, kept[:4]))}
    like = zip(items, parted(kept.likest), strict=True)
    likest = {ref: tuple(others.split()) for ref, others in like if not ref.startswith(ELSEWHERE)}
    counts = dict(zip(parted(kept.words), kept.counts, strict=True))
    return Known(items, counts, Alike(likest, dict(zip(parted(kept.shared), kept.numbers, strict=True))))


KNOWN = kept_as(_Columns, _columns, _known)
"""How that is kept."""
