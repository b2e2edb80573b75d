"""At a gathering each organisation stands once: once under who attended, once among the teams.

Why: people are added up, and an organisation that stands there twice counts double.

Bad: ``attended_by`` with ``organisation: vonk, count: 3`` and below it ``organisation: vonk, count: 2``.
Good: ``organisation: vonk, count: 5``.
"""

from collections.abc import Iterator, Sequence

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.gathering import Attendance, Gathering, Team
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE
FOLDERS = frozenset({"gatherings"})


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every organisation that stands a second time in the same list."""
    for item in commons.of_kind("gathering"):
        if isinstance(item.fields, Gathering):
            yield from _doubles(item, "attended_by", item.fields.attended_by)
            yield from _doubles(item, "teams", item.fields.teams)


def _doubles(item: Item, name: str, entries: Sequence[Attendance | Team]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        organisation = entry.organisation
        if organisation and organisation in seen:
            what = message("'{organisation}' stands under '{name}' already.", organisation=organisation, name=name)
            loc = (name, index, "organisation")
            yield at_value(item.path, item.text.places, loc, what, message("Add the numbers up in one of the two."))
        seen.add(organisation or "")
