"""A knowledge gap that is closed says what closed it, and what says that is closed.

Why: who had the same question must find the practice or gathering that answers it; and nobody should look for an expert
who has been found.

Bad: ``state: gap`` with ``closed_by: practices/x``; or ``state: answered`` with ``expert_wanted``, and neither
``closed_by`` nor ``accepted_answer``.
Good: ``state: answered`` with ``closed_by: practices/x``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every closed gap without what closed it, and every question that was closed and says otherwise."""
    set_state = message("Set 'state' to answered, or remove the line.")
    say_what = message("Write under 'closed_by' the practice or gathering, or under 'accepted_answer' the answer.")
    for item in commons.of_kind("question"):
        fields, places = item.fields, item.text.places
        if not isinstance(fields, Question):
            continue
        is_answered = fields.state is QuestionState.ANSWERED
        if fields.closed_by and not is_answered:
            what = message(
                "'{item}' closed this, and yet the state is '{state}'.", item=fields.closed_by, state=fields.state
            )
            yield at_value(item.path, places, ("closed_by",), what, set_state)
        elif is_answered and fields.expert_wanted and not (fields.closed_by or fields.accepted_answer):
            what = message("This was a knowledge gap, and nothing says what closed it.")
            yield at_value(item.path, places, ("state",), what, say_what)
