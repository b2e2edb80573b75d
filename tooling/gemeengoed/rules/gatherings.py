"""What is to come and what has been, and on which days a calendar shows it.

Rules. A gathering has been when the last day that its dates allow has passed: one in ``2026`` only after 31 December
2026. Only one of which the whole day is known stands in a calendar, on each of its days, at most ``MOST_DAYS``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gemeengoed.kinds.gathering import Gathering
from gemeengoed.model import Item
from gemeengoed.rules.decisions import Taken, decisions_of
from gemeengoed.rules.series import series_by_gathering

MOST_DAYS = 31
"""A mistyped year in an end must not fill the calendars of a century."""

YEARS = range(1900, 9000)
"""The years in which calendars can count: programs trip over those at either end of what a date can be."""

Month = tuple[int, int]
"""A year and a month: ``(2026, 12)``."""


@dataclass(frozen=True)
class Programme:
    """What all gatherings of an edition add up to.

    ``to_come`` has the nearest first, ``been`` the latest first; ``days`` those of a calendar, by day in order of
    time. ``series`` is by the reference of a gathering; ``taken`` are the decisions, those of the latest first.
    """

    to_come: tuple[Item, ...]
    been: tuple[Item, ...]
    days: Mapping[date, tuple[Item, ...]]
    series: Mapping[str, tuple[Item, ...]]
    taken: tuple[Taken, ...]

    @property
    def months(self) -> dict[Month, int]:
        """The months in which something is, in order, and how many gatherings each has."""
        found: dict[Month, set[str]] = defaultdict(set)
        for day, items in self.days.items():
            found[day.year, day.month].update(item.ref for item in items)
        return {month: len(refs) for month, refs in sorted(found.items())}


def programme(items: Iterable[Item], today: date) -> Programme:
    """The programme that some items make on a day."""
    meetings = sorted((item for item in items if isinstance(item.fields, Gathering)), key=start_of)
    return Programme(
        tuple(sorted((item for item in meetings if last_day(item) >= today), key=_expected)),
        tuple(sorted((item for item in meetings if last_day(item) < today), key=_expected, reverse=True)),
        _by_day(meetings),
        series_by_gathering(meetings),
        decisions_of(meetings),
    )


def of_network(items: Iterable[Item], network: str) -> tuple[Item, ...]:
    """The gatherings of a network: its own, and those that it names among its networks."""
    return tuple(
        item
        for item in items
        if isinstance(item.fields, Gathering) and network in (item.fields.network, *item.fields.networks)
    )


def is_in_calendar(item: Item) -> bool:
    """Whether the whole day of a gathering is known, in a year in which calendars can count."""
    start = item.fields.start if isinstance(item.fields, Gathering) else None
    return bool(start and start.is_whole and start.first.year in YEARS)


def days_of(item: Item) -> Iterator[date]:
    """The days on which a calendar shows a gathering."""
    fields = item.fields
    if not isinstance(fields, Gathering) or fields.start is None or not is_in_calendar(item):
        return
    first = fields.start.first
    last = fields.end.first if fields.end and fields.end.is_whole else first
    for number in range(min(max((last - first).days, 0) + 1, MOST_DAYS)):
        yield first + timedelta(days=number)


def start_of(item: Item) -> tuple[date, str, str]:
    """What gatherings are sorted by in time: the first day that their start allows, and the time."""
    start = item.fields.start if isinstance(item.fields, Gathering) else None
    return (start.first, start.time, item.ref) if start else (date.max, "", item.ref)


def last_day(item: Item) -> date:
    """The last day that the dates of a gathering allow; without a date there is no end to it."""
    fields = item.fields
    if not isinstance(fields, Gathering) or fields.start is None:
        return date.max
    return max(fields.start.last, fields.end.last) if fields.end else fields.start.last


def _expected(item: Item) -> tuple[date, bool, str, str]:
    """One of which only the month is known, stands after those of that month with a day."""
    start = item.fields.start if isinstance(item.fields, Gathering) else None
    return (start.last, not start.is_whole, start.time, item.ref) if start else (date.max, True, "", item.ref)


def _by_day(meetings: Iterable[Item]) -> dict[date, tuple[Item, ...]]:
    found: dict[date, list[Item]] = defaultdict(list)
    for item in meetings:
        for day in days_of(item):
            found[day].append(item)
    return {day: tuple(items) for day, items in sorted(found.items())}
