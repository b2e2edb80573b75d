"""A knowledge gap says what an expert must know, and only a knowledge gap asks for one.

Why: an expert who reads the board must see whether it is meant for them; an open question asks colleagues first.

Bad: ``state: open`` with ``expert_wanted``; or ``state: gap`` without it.
Good: ``state: gap`` with ``expert_wanted: Iemand die zo'n begroting opstelde.``

A gap that was closed may keep the line: it tells what was sought.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every open question that seeks an expert, and every gap that does not say which."""
    to_gap = message("Set 'state' to gap when colleagues do not know it, or remove the line.")
    say_which = message("Write under 'expert_wanted' what somebody must know of to answer this.")
    for item in commons.of_kind("question"):
        fields, places = item.fields, item.text.places
        if not isinstance(fields, Question) or fields.status is Status.ARCHIVED:
            continue
        if fields.expert_wanted and fields.state is QuestionState.OPEN:
            what = message("This question seeks an expert, but is no knowledge gap.")
            yield at_value(item.path, places, ("expert_wanted",), what, to_gap)
        elif fields.state is QuestionState.GAP and not fields.expert_wanted:
            what = message("This knowledge gap does not say which expert is wanted.")
            yield at_value(item.path, places, ("state",), what, say_which)
