"""Nothing ends, is evaluated or is handed over before it started.

Why: one of the two dates is wrong, and in a calendar such a gathering is a day that nobody can come.

Bad: ``start: 2026-12-10T19:00`` and ``end: 2026-12-10T17:00``.
Good: ``start: 2026-12-10T17:00`` and ``end: 2026-12-10T19:00``.

Dates that are known to the year or month only are wrong when no day makes them right. (A period that ends before it
starts is no period: field-date.)
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import Loc
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.kinds.initiative import Initiative
from gemeengoed.kinds.network import Network
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "commons/organisations.yaml"

Pair = tuple[Loc, PartialDate | None, PartialDate | None]
"""Where the later date stands, the earlier date, and the later one."""


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every date that lies before the one it must follow."""
    advice = message("Put right one of the two dates.")
    for item in commons.items.values():
        for loc, before, after in _pairs(item):
            if before and after and _is_before(after, before):
                what = message("This is {after}; it started only on {before}.", after=after, before=before)
                yield at_value(item.path, item.text.places, loc, what, advice)
    for identifier, organisation in commons.organisations.items():
        membership = organisation.membership
        if membership and membership.since and membership.until and _is_before(membership.until, membership.since):
            what = message(
                "This is {after}; it started only on {before}.", after=membership.until, before=membership.since
            )
            yield at_value(FILE, commons.registers[FILE].places, (identifier, "membership", "until"), what, advice)


def _pairs(item: Item) -> Iterator[Pair]:
    fields = item.fields
    if isinstance(fields, Gathering):
        yield ("end",), fields.start, fields.end
    elif isinstance(fields, Initiative):
        for index, evaluation in enumerate(fields.evaluations):
            yield ("evaluations", index, "on"), fields.start, evaluation.on
        yield ("as_of",), fields.start, fields.as_of
        yield ("next_evaluation",), fields.start, fields.next_evaluation
        yield ("handover", "on"), fields.start, fields.handover.on if fields.handover else None
    elif isinstance(fields, Network) and fields.period:
        for index, cycle in enumerate(fields.cycles):
            yield ("cycles", index, "period"), fields.period.start, cycle.period.end if cycle.period else None


def _is_before(date: PartialDate, other: PartialDate) -> bool:
    if date.last == other.first and date.time and other.time:
        return date.time < other.time
    return date.last < other.first
