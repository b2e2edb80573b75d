"""The gatherings of a series are numbered from one on, each number once, and none above their total.

Why: somebody who follows a series of five must see which ones there were, and find each.

Bad: ``series: {number: 3, of: 5}`` twice in one network; or numbers 1 and 3 without a 2; or ``{number: 6, of: 5}``.
Good: 1, 2, 3, each once; those still to come may be absent.

A series is: gatherings of one network with the same total, joined by ``next`` or, without that, in order of date; a
new number 1 after a higher one starts the next series.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity
from gemeengoed.rules.series import Run, number_of, runs

SEVERITY = Severity.WARNING
REACH = Reach.OUTLINE
FOLDERS = frozenset({"gatherings"})


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every number that is too high, stands twice or comes after a gap, and every total that changes."""
    if not any(isinstance(item.fields, Gathering) and item.fields.series for item in commons.of_kind("gathering")):
        return
    whole = commons.whole
    gatherings = [(item, item.fields) for item in whole.of_kind("gathering") if isinstance(item.fields, Gathering)]
    for item, fields in gatherings:
        series = fields.series
        if series is None or series.number is None:
            continue
        if series.of and series.number > series.of:
            what = message(
                "The series has {of} gatherings, and this is number {number}.", of=series.of, number=series.number
            )
            yield _at(item, "number", what, message("Put right one of the two."))
        yield from _total(item, fields, whole)
    for run in runs(item for item, _ in gatherings):
        yield from _numbers(run)


def _total(item: Item, fields: Gathering, commons: Commons) -> Iterator[Finding]:
    """A gathering that follows with another total."""
    following = commons.items.get(fields.next or "")
    if following is None or not isinstance(following.fields, Gathering) or following.fields.network != fields.network:
        return
    own, theirs = fields.series, following.fields.series
    if own and theirs and own.of != theirs.of and (theirs.number or 0) > (own.number or 0):
        what = message(
            "The series has {of} gatherings here, and {other} in the next one.",
            of=own.of or "?",
            other=theirs.of or "?",
        )
        yield _at(item, "of", what, message("Write the same number in both."))


def _numbers(run: Run) -> Iterator[Finding]:
    seen: dict[int, Item] = {}
    for item, fields in run:
        number = number_of(fields)
        if number in seen:
            what = message("Number {number} of the series is also '{other}'.", number=number, other=seen[number].ref)
            yield _at(item, "number", what, message("Give each gathering a number of its own."))
        seen.setdefault(number, item)
    for number in sorted(seen):
        if number > 1 and number - 1 not in seen:
            what = message("Number {number} of the series is missing.", number=number - 1)
            yield _at(seen[number], "number", what, message("Add the page of that gathering, or put the number right."))


def _at(item: Item, name: str, what: Message, advice: Message) -> Finding:
    return at_value(item.path, item.text.places, ("series", name), what, advice)
