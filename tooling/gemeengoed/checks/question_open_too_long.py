"""A question does not stay open for long.

Why: somebody waits for an answer. What a network does not know is a knowledge gap, and asks for an expert.

Bad: ``state: open`` and ``asked_on: 2025-01`` a year later.
Good: an answer and ``state: answered``; or ``state: gap`` and ``expert_wanted``.

A maintainer sets with ``days`` how long that is.
"""

from collections.abc import Iterator
from datetime import timedelta

from pydantic import PositiveInt

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.declare import Record
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.OUTLINE
FOLDERS = frozenset({"questions", "answers"})


class Parameters(Record):
    """``days``: how many days a question may be open."""

    days: PositiveInt = 180


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every open question that was asked longer ago."""
    answers = commons.whole.of_kind("answer") if commons.of_kind("question") else ()
    answered = {item.fields.question for item in answers if isinstance(item.fields, Answer)}
    latest = commons.today - timedelta(days=min(parameters.days, commons.today.toordinal() - 1))
    accept = message("There is an answer. If it helped, write it as 'accepted_answer' and set 'state' to answered.")
    ask = message("Ask around once more; or set 'state' to gap, and write under 'expert_wanted' whom you seek.")
    for item in commons.of_kind("question"):
        fields = item.fields
        if not isinstance(fields, Question) or fields.state is not QuestionState.OPEN or fields.asked_on is None:
            continue
        if fields.asked_on.last < latest and fields.status is not Status.ARCHIVED:
            what = message("This question is open since {day}.", day=fields.asked_on)
            advice = accept if item.ref in answered else ask
            yield at_value(item.path, item.text.places, ("asked_on",), what, advice)
