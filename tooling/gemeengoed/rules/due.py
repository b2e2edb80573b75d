"""What is overdue on a day: reviews of pages, evaluations of initiatives.

Rule: something is overdue when the last day that its date allows has passed: ``2026`` only after 31 December 2026.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.model import Item

ENDED = frozenset({Phase.HANDED_OVER, Phase.STOPPED})


@dataclass(frozen=True)
class Overdue:
    """An item of which something is overdue, and since when."""

    item: Item
    since: PartialDate


def is_past(when: PartialDate, today: date) -> bool:
    """Whether even the last day of a partial date has passed."""
    return when.last < today


def reviews_due(items: Iterable[Item], today: date) -> tuple[Overdue, ...]:
    """The pages that somebody had to look at again, the longest overdue first."""
    return _sorted(
        (item, item.fields.review_by)
        for item in items
        if item.fields.review_by and is_past(item.fields.review_by, today)
    )


def evaluations_due(items: Iterable[Item], today: date) -> tuple[Overdue, ...]:
    """The initiatives, not ended, that had to be evaluated, the longest overdue first."""
    found = []
    for item in items:
        fields = item.fields
        if not isinstance(fields, Initiative) or fields.phase in ENDED:
            continue
        if fields.next_evaluation and is_past(fields.next_evaluation, today):
            found.append((item, fields.next_evaluation))
    return _sorted(found)


def _sorted(found: Iterable[tuple[Item, PartialDate]]) -> tuple[Overdue, ...]:
    return tuple(Overdue(item, since) for item, since in sorted(found, key=lambda pair: (pair[1].last, pair[0].ref)))
