"""Which gatherings make a series, in which order.

Rule: a series is the gatherings of one network with the same total, joined by ``next`` or, without that, in order of
date; a new number 1 after a higher one starts the next series.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from gemeengoed.kinds.gathering import Gathering
from gemeengoed.model import Item

Run = list[tuple[Item, Gathering]]
"""The gatherings of a series, in order of date."""


def runs(items: Iterable[Item]) -> list[Run]:
    """Every series among some items."""
    groups: dict[tuple[str | None, int | None], Run] = defaultdict(list)
    for item in items:
        fields = item.fields
        if isinstance(fields, Gathering) and fields.series and fields.series.number is not None:
            groups[fields.network, fields.series.of].append((item, fields))
    return [run for group in groups.values() for run in _split(sorted(group, key=_day))]


def series_by_gathering(items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    """The gatherings of the series that each belongs to, itself among them, by number; by reference."""
    found: dict[str, tuple[Item, ...]] = {}
    for run in runs(items):
        members = tuple(item for item, _ in sorted(run, key=lambda entry: (number_of(entry[1]), entry[0].ref)))
        found |= dict.fromkeys((item.ref for item in members), members)
    return found


def number_of(fields: Gathering) -> int:
    """Which one of its series a gathering is; 0 when it is of none."""
    return fields.series.number or 0 if fields.series else 0


def _split(group: Run) -> list[Run]:
    """The gatherings of one network and total, as the series that they make."""
    found: list[Run] = []
    of_next: dict[str, Run] = {}
    for item, fields in group:
        run = of_next.get(item.ref) or (found[-1] if found else None)
        if run is None or (item.ref not in of_next and number_of(fields) == 1 and _is_begun(run)):
            run = []
            found.append(run)
        run.append((item, fields))
        if fields.next:
            of_next[fields.next] = run
    return found


def _is_begun(run: Run) -> bool:
    """Whether a number 1 cannot belong to this series any more: it is past that, or says what comes next."""
    return any(number_of(fields) > 1 or fields.next for _, fields in run)


def _day(entry: tuple[Item, Gathering]) -> tuple[date, int, str]:
    item, fields = entry
    return fields.start.first if fields.start else date.max, number_of(fields), item.ref
