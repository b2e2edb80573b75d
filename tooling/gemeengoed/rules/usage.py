"""\"We used it too\": what the experiences with an item add up to.

Rule: an organisation counts once for an item, with the result of its last experience. Small is fewer than 20,000
inhabitants, as the register of organisations has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gemeengoed.kinds.experience import Experience, Result
from gemeengoed.kinds.registers import Organisation, PopulationBand
from gemeengoed.model import Item

SMALL = frozenset({PopulationBand.UNDER_10000, PopulationBand.FROM_10000})


@dataclass(frozen=True)
class Usage:
    """How many organisations used an item, with what result, and how many of them are small."""

    organisations: int = 0
    worked: int = 0
    partly: int = 0
    failed: int = 0
    small: int = 0


def experiences_with(ref: str, items: Iterable[Item]) -> tuple[Item, ...]:
    """The experiences with an item, the latest first; those without a date last."""
    about = [item for item in items if isinstance(item.fields, Experience) and item.fields.about == ref]
    return tuple(sorted(about, key=_when, reverse=True))


def usage(experiences: Iterable[Item], organisations: Mapping[str, Organisation]) -> Usage:
    """What experiences, the latest first, add up to."""
    last: dict[str, Result | None] = {}
    for item in experiences:
        if isinstance(item.fields, Experience) and item.fields.organisation:
            last.setdefault(item.fields.organisation, item.fields.result)
    results = list(last.values())
    return Usage(
        organisations=len(last),
        worked=results.count(Result.WORKED),
        partly=results.count(Result.PARTLY),
        failed=results.count(Result.FAILED),
        small=sum(name in organisations and organisations[name].population_band in SMALL for name in last),
    )


def _when(item: Item) -> tuple[int, str]:
    day = item.fields.on if isinstance(item.fields, Experience) else None
    return (day.first.toordinal() if day else 0, item.ref)
