"""Where an item stands in the collections that it is part of.

Rule: the steps of a collection are its parts that a reader of this edition can open, in order; a part that is still
missing is shown but is no step, and what the edition leaves out is not counted.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from gemeengoed.kinds.collection import Collection, Part
from gemeengoed.model import Item


@dataclass(frozen=True)
class Step:
    """The place of an item in a collection: its number from one on, of how many, and what comes before and after."""

    collection: Item
    number: int
    of: int
    previous: str | None
    next: str | None


def steps_of(collection: Collection, can_open: Container[str]) -> tuple[str, ...]:
    """The items of a collection that can be opened, in order, each once."""
    return tuple(dict.fromkeys(part.item for part in collection.parts if part.item and part.item in can_open))


def shown_parts(collection: Collection, can_open: Container[str]) -> tuple[Part, ...]:
    """The parts that a reader sees: those that can be opened, and those said to be missing."""
    return tuple(part for part in collection.parts if (part.item in can_open if part.item else part.missing))


def steps(ref: str, collections: Iterable[Item], can_open: Container[str]) -> tuple[Step, ...]:
    """The place of an item in each of these collections that has it as a part, in the order that they come in."""
    found = []
    for item in collections:
        if not isinstance(item.fields, Collection):
            continue
        refs = steps_of(item.fields, can_open)
        if ref in refs:
            at = refs.index(ref)
            before, after = refs[at - 1] if at else None, refs[at + 1] if at + 1 < len(refs) else None
            found.append(Step(item, at + 1, len(refs), before, after))
    return tuple(found)
