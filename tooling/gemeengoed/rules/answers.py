"""Which answers a question has, and in which order.

Rule: the answer that the asker accepted stands first; the others follow, the first given first.
"""

from __future__ import annotations

from collections.abc import Iterable

from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.model import Item

ORDER = (QuestionState.OPEN, QuestionState.GAP, QuestionState.ANSWERED)
"""The states as a board shows them: first where somebody waits."""


def answers_to(question: Item, items: Iterable[Item]) -> tuple[Item, ...]:
    """The answers to a question, the accepted one first. Of an item of another kind nothing more is asked."""
    given = (item for item in items if item.kind.name == "answer")
    found = [item for item in given if isinstance(item.fields, Answer) and item.fields.question == question.ref]
    accepted = question.fields.accepted_answer if isinstance(question.fields, Question) else None
    return tuple(sorted(found, key=lambda item: (item.ref != accepted, _given(item), item.ref)))


def board(items: Iterable[Item]) -> dict[QuestionState, tuple[Item, ...]]:
    """The questions by state; within each, the one that waits longest first. Every state is there, empty or not."""
    states: dict[QuestionState, list[Item]] = {state: [] for state in ORDER}
    for item in items:
        if isinstance(item.fields, Question):
            states[item.fields.state].append(item)
    return {state: tuple(sorted(found, key=_asked)) for state, found in states.items()}


def _asked(item: Item) -> tuple[int, str]:
    asked = item.fields.asked_on if isinstance(item.fields, Question) else None
    return (asked.first.toordinal() if asked else 10**7, item.ref)


def _given(item: Item) -> int:
    given = item.fields.on if isinstance(item.fields, Answer) else None
    return given.first.toordinal() if given else 10**7
