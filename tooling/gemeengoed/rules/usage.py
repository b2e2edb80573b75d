"""\"We used it too\": what the experiences with an item add up to.

Rule: an organisation counts once for an item, with the result of its last experience. Small is fewer than 20,000
inhabitants, as the register of organisations has it; who has no inhabitants there is neither small nor large.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gemeengoed.kinds.declare import Choice
from gemeengoed.kinds.experience import Experience, Result
from gemeengoed.kinds.registers import Organisation, PopulationBand
from gemeengoed.model import Item

SMALL = frozenset({PopulationBand.UNDER_10000, PopulationBand.FROM_10000})
USABLE = ("practice", "method", "tip")
"""The kinds that somebody can use too."""


class Size(Choice):
    """How large an organisation is, to look for what worked for one of that size."""

    SMALL = "small", "Fewer than 20,000 inhabitants"
    UNDER_10000 = "under-10000", "Fewer than 10,000 inhabitants"
    FROM_10000 = "10000-19999", "10,000 to 19,999 inhabitants"
    FROM_20000 = "20000-49999", "20,000 to 49,999 inhabitants"
    FROM_50000 = "50000-99999", "50,000 to 99,999 inhabitants"
    FROM_100000 = "over-100000", "100,000 inhabitants or more"
    OTHER = "other", "An organisation without inhabitants"


Facet = tuple[Size, Result]
"""A size of organisation, and a result there."""


@dataclass(frozen=True)
class Usage:
    """How many organisations used an item, with what result, and how many of them are small."""

    organisations: int = 0
    worked: int = 0
    partly: int = 0
    failed: int = 0
    small: int = 0


def experiences_with(ref: str, items: Iterable[Item]) -> tuple[Item, ...]:
    """The experiences with an item, the latest first; those without a date last. Of another kind nothing is asked."""
    told = (item for item in items if item.kind.name == "experience")
    about = [item for item in told if isinstance(item.fields, Experience) and item.fields.about == ref]
    return tuple(sorted(about, key=_when, reverse=True))


def last_results(experiences: Iterable[Item]) -> dict[str, Result | None]:
    """The result of the last experience of each organisation, whatever order they come in."""
    last: dict[str, Result | None] = {}
    for item in sorted(experiences, key=_when, reverse=True):
        if isinstance(item.fields, Experience) and item.fields.organisation:
            last.setdefault(item.fields.organisation, item.fields.result)
    return last


def usage(experiences: Iterable[Item], organisations: Mapping[str, Organisation]) -> Usage:
    """What experiences add up to."""
    last = last_results(experiences)
    results = list(last.values())
    return Usage(
        organisations=len(last),
        worked=results.count(Result.WORKED),
        partly=results.count(Result.PARTLY),
        failed=results.count(Result.FAILED),
        small=sum(name in organisations and organisations[name].population_band in SMALL for name in last),
    )


def facets(experiences: Iterable[Item], organisations: Mapping[str, Organisation]) -> frozenset[Facet]:
    """The sizes of the organisations that told how it went, each with the last result there."""
    return frozenset(
        (size, result)
        for name, result in last_results(experiences).items()
        if result
        for size in _sizes(organisations.get(name))
    )


def _sizes(organisation: Organisation | None) -> tuple[Size, ...]:
    band = organisation.population_band if organisation else None
    if band is None:
        return (Size.OTHER,)
    own = next(size for size in Size if size.value == band.value)
    return (Size.SMALL, own) if band in SMALL else (own,)


def _when(item: Item) -> tuple[int, str]:
    day = item.fields.on if isinstance(item.fields, Experience) else None
    return (day.first.toordinal() if day else 0, item.ref)
