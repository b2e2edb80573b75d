"""A gathering that was announced and has been, says what came of it.

Why: what people learn at a meeting is lost when its page stays an announcement.

Bad: a page for a learning day of last spring with only an agenda.
Good: the same page with ``attended_by``, with ``decisions``, or with a report under a heading ``## Verslag``.

A page that first came after the gathering is not an announcement, and is left alone; nor is one that knows only the
year or quarter, since nobody can come then; nor one that was cancelled. A maintainer sets with ``days`` how long one
may take, and with ``headings`` how the heading of a report starts.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import NonNegativeInt

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import Line, Record
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.FILE


class Parameters(Record):
    """``days``: how long after the gathering; ``headings``: the first words of the heading of a report."""

    days: NonNegativeInt = 30
    headings: tuple[Line, ...] = ("verslag", "terugblik", "report", "compte rendu")


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every announced gathering that is past and of which nothing is told."""
    latest = commons.today - timedelta(days=min(parameters.days, commons.today.toordinal() - 1))
    headings = tuple(heading.lower() for heading in parameters.headings)
    advice = message("Add 'attended_by', 'decisions', or a heading 'Verslag' with what was learned.")
    for item in commons.of_kind("gathering"):
        fields = item.fields
        if not isinstance(fields, Gathering) or fields.start is None or fields.status is Status.ARCHIVED:
            continue
        if fields.cancelled:
            continue
        last = max(fields.start.last, fields.end.last) if fields.end else fields.start.last
        is_told = fields.attended_by or fields.decisions or _has_report(item, headings)
        if last < latest and not is_told and _was_announced(item, fields.start, last, commons):
            what = message("This gathering was on {day}, and its page does not say what came of it.", day=fields.start)
            yield at_value(item.path, item.text.places, ("start",), what, advice)


def _has_report(item: Item, headings: tuple[str, ...]) -> bool:
    return any(heading.title.lower().startswith(headings) for heading in item.text.headings)


def _was_announced(item: Item, start: PartialDate, last: date, commons: Commons) -> bool:
    """Whether the page was there before the gathering was over; yes where git does not know."""
    if start.precision in ("year", "quarter"):
        return False
    revisions = commons.history.revisions
    revision = revisions.get(item.path)
    return revision.created <= last if revision else not revisions
