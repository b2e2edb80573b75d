"""How the commons grows and how much is done on it, month by month.

Rules. A page counts from the day that git first saw its file. A contribution is one change of one page: a commit that
changes three pages is three. Both are counted per month; where that gives more than twenty-four months, per quarter,
and then per year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gemeengoed.model import Item
from gemeengoed.revisions import Revision

MOST = 24
"""How many periods can stand beside each other, also on a phone."""

LENGTHS = (1, 3, 12, 120)
"""How many months a period may have, the shortest first."""


@dataclass(frozen=True)
class Span:
    """What came in a period of ``months`` months from the day ``first`` on, and how much there was at its end."""

    first: date
    months: int
    added: int
    total: int
    contributions: int


def growth(items: Iterable[Item], revisions: Mapping[str, Revision], today: date) -> tuple[Span, ...]:
    """Every period from the first page to today; none where git knows of no page."""
    known = [revisions[item.path] for item in items if item.path in revisions]
    if not known:
        return ()
    start, end = min(revision.created for revision in known), max(today, *(revision.changed for revision in known))
    months = next(length for length in LENGTHS if _number(end, length) - _number(start, length) < MOST)
    added = Counter(_number(revision.created, months) for revision in known)
    done = Counter(_number(day, months) for revision in known for day in revision.days)
    spans, total = [], 0
    for number in range(_number(start, months), _number(end, months) + 1):
        total += added[number]
        spans.append(Span(_first(number, months), months, added[number], total, done[number]))
    return tuple(spans)


def _number(day: date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months


def _first(number: int, months: int) -> date:
    year, month = divmod(number * months, 12)
    return date(year, month + 1, 1)
