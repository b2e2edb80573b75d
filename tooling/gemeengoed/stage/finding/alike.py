"""Which items are like each other: by the words of their titles, summaries and keywords, their themes and their skills.

What two items share counts the more, the fewer others share it (inverse document frequency, K. Spärck Jones 1972, in
whole steps, so that one page more changes next to nothing elsewhere). Items are compared only where they share
something that at most ``COMMON`` items have: so ten thousand items take a second or two, and nobody is like everybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Set

COMMON = 60
"""What more items than these share says little of two of them."""

LIKE = 5
"""How many items are called like another."""

ENOUGH = 2
"""How many words that hardly anybody else has two items must share at least, or more of less rare ones."""

Traits = Mapping[str, frozenset[str]]
"""Of each item what it can share with others."""

Likest = Mapping[str, tuple[str, ...]]
"""Of each item those that it is most like."""


def alike(traits: Traits, before: tuple[Traits, Likest] | None = None) -> dict[str, tuple[str, ...]]:
    """For every item the references of those that it is most like, the likest first.

    ``before`` is what all of them were at another time, and what came out then: the same comes out, sooner.
    """
    sharing = _sharing(traits)
    weights = _weights(sharing, len(traits))
    rare = {trait: refs for trait, refs in sharing.items() if _is_rare(len(refs))}
    frequent = sharing.keys() - rare.keys()
    enough = ENOUGH * (len(traits).bit_length() - 2)
    anew = _touched(traits, sharing, before[0]) if before else traits.keys()
    known = before[1] if before else {}
    return {
        ref: tuple(_likest(ref, traits, rare, frequent, weights, enough)) if ref in anew else known[ref]
        for ref in traits
    }


def _touched(traits: Traits, sharing: Mapping[str, list[str]], were: Traits) -> Set[str]:
    """The items of which something else may come out than when the traits of all ``were`` others.

    Of two items that did not change themselves, only a trait that both have and that counts otherwise now can change
    what they share. All that an item which changed can be compared with has a rare trait of it, now or then.
    """
    if len(traits).bit_length() != len(were).bit_length():
        return traits.keys()
    changed = {ref for ref in traits.keys() | were.keys() if traits.get(ref) != were.get(ref)}
    gained, lost = (Counter(trait for ref in changed for trait in of.get(ref, ())) for of in (traits, were))
    then = {trait: len(sharing.get(trait, ())) - gained[trait] + lost[trait] for trait in {*gained, *lost}}
    touched = changed & traits.keys()
    for trait, number in then.items():
        refs = sharing.get(trait, ())
        if _is_rare(number) or _is_rare(len(refs)) or number.bit_length() != len(refs).bit_length():
            touched.update(refs)
    return touched


def _is_rare(number: int) -> bool:
    """Whether items are compared because they share what so many have."""
    return 1 < number <= COMMON


def _sharing(traits: Traits) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for ref, of_item in traits.items():
        for trait in of_item:
            found[trait].append(ref)
    return found


def _weights(sharing: Mapping[str, list[str]], total: int) -> Mapping[str, int]:
    """The logarithm of how rare a trait is, rounded."""
    return {trait: max(0, total.bit_length() - len(refs).bit_length()) for trait, refs in sharing.items()}


def _likest(
    ref: str,
    traits: Traits,
    rare: Mapping[str, list[str]],
    frequent: Collection[str],
    weights: Mapping[str, int],
    enough: int,
) -> Iterator[str]:
    scores: Counter[str] = Counter()
    for trait in traits[ref]:
        if trait in rare:
            weight = weights[trait]
            for other in rare[trait]:
                scores[other] += weight
    del scores[ref]
    common = [trait for trait in traits[ref] if trait in frequent and weights[trait]]
    best = sorted(((-score, other) for other, score in scores.items()))[: 4 * LIKE]
    for place, (score, other) in enumerate(best):
        best[place] = (score - sum(weights[trait] for trait in common if trait in traits[other]), other)
    return (other for score, other in sorted(best)[:LIKE] if -score >= enough)
