"""How long somebody has been waiting, in the words in which people say it: days, weeks, months, years.

Rule: counted from the last day that the date allows (``2026-03`` from 31 March), in whole units, rounded down; in days
below two weeks, in weeks below two months, in months below two years.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.dates import PartialDate

FORTNIGHT = 14
"""Days from which one counts in weeks."""


@dataclass(frozen=True)
class Span:
    """A number of days, weeks, months or years; the unit in the singular, as CLDR names it."""

    number: int
    unit: str


def waiting(since: PartialDate | None, today: date) -> Span | None:
    """How long it has been at least; None while not even a day has surely passed, or nobody knows since when."""
    if since is None or since.last >= today:
        return None
    days, months = (today - since.last).days, _months(since.last, today)
    if days < FORTNIGHT:
        return Span(days, "day")
    if months < 2:
        return Span(days // 7, "week")
    return Span(months, "month") if months < 24 else Span(months // 12, "year")


def _months(start: date, end: date) -> int:
    """Whole months between two days."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
