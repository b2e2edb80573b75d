"""Which knowledge gaps an item closed.

Rule: a question that names the item under ``closed_by`` was a knowledge gap that the item closed.
"""

from __future__ import annotations

from collections.abc import Iterable

from gemeengoed.kinds.question import Question
from gemeengoed.model import Item


def gaps_closed_by(item: Item, referring: Iterable[Item]) -> tuple[Item, ...]:
    """The questions that an item closed, among those that refer to it."""
    return tuple(
        other for other in referring if isinstance(other.fields, Question) and other.fields.closed_by == item.ref
    )
