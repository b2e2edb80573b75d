"""How many questions are answered, and how fast.

Rules. A question is open, answered or a knowledge gap as its page says. The time is counted in days from the day that
it was asked to the day of the answer that helped, or else of the first answer; where only a month or year is known,
the question does not count. The middle of those times (the median) is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.model import Item
from gemeengoed.rules.answers import answers_to


@dataclass(frozen=True)
class Answering:
    """The questions by state, and the median of days of the ``timed`` ones of which both days are known."""

    states: dict[QuestionState, int]
    timed: int
    median_days: float | None


def answering(items: Iterable[Item]) -> Answering:
    """How the questions stand."""
    items = tuple(items)
    by_question: dict[str, list[Item]] = {}
    for item in items:
        if isinstance(item.fields, Answer) and item.fields.question:
            by_question.setdefault(item.fields.question, []).append(item)
    states, times = dict.fromkeys(QuestionState, 0), []
    for item in items:
        if isinstance(item.fields, Question):
            states[item.fields.state] += 1
            days = _days(item, by_question.get(item.ref, ()))
            times += [days] if days is not None else []
    return Answering(states, len(times), median(times) if times else None)


def _days(question: Item, answers: Iterable[Item]) -> int | None:
    """The days that a question waited; None while it waits, or where a day is not known."""
    asked = question.fields.asked_on if isinstance(question.fields, Question) else None
    first = next(iter(answers_to(question, answers)), None)
    given = first.fields.on if first and isinstance(first.fields, Answer) else None
    if not (asked and given and asked.is_whole and given.is_whole) or given.first < asked.first:
        return None
    return (given.first - asked.first).days
