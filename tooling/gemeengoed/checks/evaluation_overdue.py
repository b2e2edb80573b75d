"""An initiative is evaluated by the day that it names itself.

Why: a network looks regularly at how its projects stand; what is not looked at is neither handed over nor stopped.

Bad: ``next_evaluation: 2025-06`` when that month is over, in an initiative that runs.
Good: an entry under ``evaluations``, and a new day.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.rules.due import evaluations_due

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every initiative whose day is past, unless it was handed over, stopped or archived."""
    advice = message("Write what was found under 'evaluations', and set a new day. Or set 'phase' to stopped.")
    for due in evaluations_due(commons.of_kind("initiative"), commons.today):
        if due.item.fields.status is not Status.ARCHIVED:
            what = message("This initiative was to be evaluated by {day}.", day=due.since)
            yield at_value(due.item.path, due.item.text.places, ("next_evaluation",), what, advice)
