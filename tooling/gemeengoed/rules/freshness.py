"""What is fresh and what is old: how long ago each page last changed.

Rule: the days between the last change that git knows of and today. Whether somebody had to look at a page again is
another matter; see ``due``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from gemeengoed.kinds.declare import Choice
from gemeengoed.model import Item
from gemeengoed.revisions import Revision


class Age(Choice):
    """How long ago a page last changed."""

    MONTHS_3 = "under-3-months", "Less than three months ago"
    YEAR = "under-1-year", "Three months to a year ago"
    YEARS_2 = "under-2-years", "One to two years ago"
    OLDER = "older", "More than two years ago"
    UNKNOWN = "unknown", "Not known"


_DAYS = ((Age.MONTHS_3, 91), (Age.YEAR, 365), (Age.YEARS_2, 730))


def age(revision: Revision | None, today: date) -> Age:
    """How long ago something last changed."""
    if revision is None:
        return Age.UNKNOWN
    days = (today - revision.changed).days
    return next((age for age, limit in _DAYS if days < limit), Age.OLDER)


def ages(items: Iterable[Item], revisions: Mapping[str, Revision], today: date) -> dict[Age, int]:
    """How many pages have each age, the fresh ones first; of every age, also of none."""
    counts = dict.fromkeys(Age, 0)
    for item in items:
        counts[age(revisions.get(item.path), today)] += 1
    return counts
