"""A page is looked at again by the day that it names itself.

Why: what was right when it was written may not be now, and a reader trusts a page that nobody says is old.

Bad: ``review_by: 2025-06`` when that month is over.
Good: a page that was read again, with a new day.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.rules.due import reviews_due

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every page, those in the archive aside, whose day is past."""
    advice = message("Read it, put right what changed, and set a new day. Or set 'status' to archived.")
    for due in reviews_due(commons.items.values(), commons.today):
        if due.item.fields.status is not Status.ARCHIVED:
            what = message("This page was to be looked at again by {day}.", day=due.since)
            yield at_value(due.item.path, due.item.text.places, ("review_by",), what, advice)
