"""What is due for whom: overdue reviews and evaluations by the steward of the page.

Rule: what is overdue (``rules.due``) is due for the steward of its page, or for the editors where it has none.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.common import Status
from gemeengoed.model import Item
from gemeengoed.rules.due import Overdue, evaluations_due, reviews_due


@dataclass(frozen=True)
class Due:
    """What is overdue for one steward, the longest first."""

    reviews: tuple[Overdue, ...] = ()
    evaluations: tuple[Overdue, ...] = ()


def due_by_steward(items: Iterable[Item], known: Container[str], today: date) -> Mapping[str, Due]:
    """What is due by the identifier of who must look at it, in order; that of the editors is empty.

    ``known`` are the identifiers that a register has; whoever is not among them cannot be told.
    """
    live = [item for item in items if item.fields.status is not Status.ARCHIVED]
    reviews, evaluations = reviews_due(live, today), evaluations_due(live, today)

    def steward_of(one: Overdue) -> str:
        steward = one.item.fields.steward or ""
        return steward if steward in known else ""

    def of(overdue: Iterable[Overdue], steward: str) -> tuple[Overdue, ...]:
        return tuple(one for one in overdue if steward_of(one) == steward)

    stewards = sorted({steward_of(one) for one in (*reviews, *evaluations)})
    return {steward: Due(of(reviews, steward), of(evaluations, steward)) for steward in stewards}
