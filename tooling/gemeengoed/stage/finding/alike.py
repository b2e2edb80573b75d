"""Which items are like each other: by the words of their titles, summaries and keywords, their themes and their skills.

What two items share counts the more, the fewer others share it (inverse document frequency, K. Spärck Jones 1972, in
whole steps, so that one page more changes next to nothing elsewhere). Items are compared only where they share
something that at most ``COMMON`` items have: so ten thousand items take a second or two, and nobody is like everybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

COMMON = 60
"""What more items than these share says little of two of them."""

LIKE = 5
"""How many items are called like another."""

ENOUGH = 2
"""How many words that hardly anybody else has two items must share at least, or more of less rare ones."""

Traits = Mapping[str, str]
"""Of each item what it can share with others, each once, between spaces."""

Likest = Mapping[str, tuple[str, ...]]
"""Of each item those that it is most like, the likest first."""


class Alike(NamedTuple):
    """Of every item those that it is most like, and of every trait how many items have it."""

    likest: Likest
    numbers: Mapping[str, int]


def alike(traits: Traits) -> Alike:
    """For every item the references of those that it is most like."""
    split = _split(traits)
    numbers = dict(Counter(chain.from_iterable(split.values())))
    return Alike(dict(_likest_of(traits.keys(), split, numbers)), numbers)


def alike_again(traits: Traits, before: Alike, were: Traits) -> Alike:
    """The same, sooner, from what came out when some items had other traits.

    ``were`` has what they had then, of those that are gone too.
    """
    if len(traits).bit_length() != len(before.likest).bit_length():
        return alike(traits)
    changed = {ref: text for ref, text in were.items() if traits.get(ref) != text}
    changed |= dict.fromkeys(traits.keys() - before.likest.keys(), "")
    if not changed:
        return before
    numbers, of_matter = _counted_again(traits, before.numbers, changed)
    split = _split(traits)
    touched = changed.keys() & traits.keys() | {ref for ref, own in split.items() if not of_matter.isdisjoint(own)}
    anew = dict(_likest_of(touched, split, numbers))
    return Alike({ref: anew[ref] if ref in anew else before.likest[ref] for ref in traits}, numbers)


def _counted_again(traits: Traits, before: Mapping[str, int], were: Traits) -> tuple[dict[str, int], Set[str]]:
    """How many items have each trait, and because of which of those other items may be like each other now.

    Of two items that did not change themselves, only a trait that both have and that counts otherwise now can change
    what they share. All that an item which changed can be compared with has a rare trait of it, now or then.
    """
    gained, lost = (Counter(trait for ref in were for trait in of.get(ref, "").split()) for of in (traits, were))
    then = {trait: before.get(trait, 0) for trait in gained | lost}
    now = {trait: number + gained[trait] - lost[trait] for trait, number in then.items()}
    of_matter = {
        trait
        for trait, number in then.items()
        if _is_rare(number) or _is_rare(now[trait]) or number.bit_length() != now[trait].bit_length()
    }
    return {trait: number for trait, number in {**before, **now}.items() if number}, of_matter


def _is_rare(number: int) -> bool:
    """Whether items are compared because they share what so many have."""
    return 1 < number <= COMMON


def _split(traits: Traits) -> dict[str, list[str]]:
    return {ref: text.split() for ref, text in traits.items()}


class _Sets(dict[str, frozenset[str]]):
    """The traits of the items that are asked for, each made once."""

    def __init__(self, split: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._split = split

    def __missing__(self, ref: str) -> frozenset[str]:
        found = self[ref] = frozenset(self._split[ref])
        return found


def _likest_of(
    refs: Set[str], split: Mapping[str, Sequence[str]], numbers: Mapping[str, int]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Some items, each with those of all that it is most like."""
    of_those = {trait for ref in refs for trait in split[ref]}
    having = {trait: numbers.get(trait, 0) for trait in of_those}  # a cache may hold anything
    rare = _holders(split, {trait for trait, number in having.items() if _is_rare(number)})
    weights = {trait: _weight(number, len(split)) for trait, number in having.items()}
    enough, sets = ENOUGH * (len(split).bit_length() - 2), _Sets(split)
    return ((ref, tuple(_likest(ref, sets, rare, weights, enough))) for ref in refs)


def _holders(split: Mapping[str, Sequence[str]], wanted: set[str]) -> Mapping[str, list[str]]:
    """The items that have each of some traits."""
    found: dict[str, list[str]] = defaultdict(list)
    for ref, own in split.items():
        for trait in wanted.intersection(own):
            found[trait].append(ref)
    return found


def _weight(number: int, total: int) -> int:
    """The logarithm of how rare a trait is, rounded."""
    return max(0, total.bit_length() - number.bit_length())


def _likest(
    ref: str, traits: _Sets, rare: Mapping[str, list[str]], weights: Mapping[str, int], enough: int
) -> Iterator[str]:
    scores: Counter[str] = Counter()
    for trait in traits[ref]:
        if trait in rare:
            weight = weights[trait]
            for other in rare[trait]:
                scores[other] += weight
    del scores[ref]
    common = [trait for trait in traits[ref] if trait not in rare and weights[trait]]
    best = sorted(((-score, other) for other, score in scores.items()))[: 4 * LIKE]
    for place, (score, other) in enumerate(best):
        best[place] = (score - sum(weights[trait] for trait in common if trait in traits[other]), other)
    return (other for score, other in sorted(best)[:LIKE] if -score >= enough)
