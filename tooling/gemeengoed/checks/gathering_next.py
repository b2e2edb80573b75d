"""The gathering that follows starts after the one that it follows.

Why: whoever walks from one to the next must come nearer to today, and a series is put in order by it.

Bad: ``next: gatherings/leerdag-1`` on the page of leerdag 2; or the gathering itself.
Good: ``next: gatherings/leerdag-3``.

Dates that are known to the year or month only are wrong when no day makes them right.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.OUTLINE
FOLDERS = frozenset({"gatherings"})


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every ``next`` that does not come after."""
    advice = message("Name the gathering that comes after this one, or put right one of the two dates.")
    for item in commons.of_kind("gathering"):
        fields = item.fields
        following = commons.whole.items.get(fields.next or "") if isinstance(fields, Gathering) else None
        if following is None or not isinstance(fields, Gathering) or not isinstance(following.fields, Gathering):
            continue
        if following.ref == item.ref:
            what = message("This gathering cannot follow itself.")
            yield at_value(item.path, item.text.places, ("next",), what, advice)
        elif _is_before(following.fields.start, fields.start):
            what = message(
                "'{ref}' is on {day}, and this one only on {own}.",
                ref=following.ref, day=following.fields.start, own=fields.start,
            )  # fmt: skip
            yield at_value(item.path, item.text.places, ("next",), what, advice)


def _is_before(following: PartialDate | None, own: PartialDate | None) -> bool:
    if following is None or own is None:
        return False
    if following.last == own.first and following.time and own.time:
        return following.time < own.time
    return following.last < own.first
