"""Which items are like each other: by the words of their titles, summaries and keywords, their themes and their skills.

What two items share counts the more, the fewer others share it (inverse document frequency, K. Spärck Jones 1972, in
whole steps, so that one page more changes next to nothing elsewhere). Items are compared only where they share
something that at most ``COMMON`` items have: so ten thousand items take a second or two, and nobody is like everybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from gemeengoed.model import Item
from gemeengoed.stage.finding.compounds import words_of

COMMON = 60
"""What more items than these share says little of two of them."""

LIKE = 5
"""How many items are called like another."""

ENOUGH = 2
"""How many words that hardly anybody else has two items must share at least, or more of less rare ones."""

ELSEWHERE = frozenset({"answer"})
"""Kinds that are shown with another page already."""

_SHORTEST = 4

Traits = Mapping[str, frozenset[str]]


def alike(items: Iterable[Item], meaningless: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """For every item the references of those that it is most like, the likest first."""
    traits = {item.ref: _traits(item, meaningless) for item in items if item.kind.name not in ELSEWHERE}
    sharing = _sharing(traits)
    weights = _weights(sharing, len(traits))
    rare = {trait: refs for trait, refs in sharing.items() if 1 < len(refs) <= COMMON}
    frequent = sharing.keys() - rare.keys()
    enough = ENOUGH * (len(traits).bit_length() - 2)
    return {ref: tuple(_likest(ref, traits, rare, frequent, weights, enough)) for ref in traits}


def _traits(item: Item, meaningless: frozenset[str]) -> frozenset[str]:
    fields = item.fields
    words = words_of(f"{item.title} {fields.summary} {' '.join(fields.keywords)}") - meaningless
    terms = (*(f"theme {name}" for name in fields.themes), *(f"skill {name}" for name in fields.skills))
    return frozenset([*(word for word in words if len(word) >= _SHORTEST), *terms])


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
