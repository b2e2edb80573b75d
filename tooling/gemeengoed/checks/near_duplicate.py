"""No page says nearly the same as another page.

Why: two versions of one text grow apart, and a reader who finds the older one does not know that there is a better one.

Bad: a practice copied into a tip, with some words changed.
Good: one page, and a short one that links to it.

A page that replaces or translates the other is passed over, and so are drafts and archived pages.
"""

from collections.abc import Iterator

from pydantic import PositiveInt

from gemeengoed.checks.base import in_body
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.declare import Record
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity
from gemeengoed.resemblance import Resemblance, resemblances

SEVERITY = Severity.WARNING


class Parameters(Record):
    """How alike two pages may be, in percent of the shorter one, and from how many words on they are compared."""

    percent: PositiveInt = 60
    shortest: PositiveInt = 50


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every page that shares more than that with an earlier one, at the longest passage that both have."""
    items = commons.items
    sketches = ((ref, item.text.sketch) for ref, item in items.items() if item.status is Status.PUBLISHED)
    least = parameters.percent / 100
    for found in resemblances(sketches, lambda ref: items[ref].text.body, least, parameters.shortest):
        item, other = items[found.text], items[found.other]
        if not _belong_together(item, other):
            yield _finding(item, found)


def _finding(item: Item, found: Resemblance) -> Finding:
    what = message(
        "{percent} % of this page also stands on '{other}', among it: '{passage}'.",
        percent=round(100 * found.share),
        other=found.other,
        passage=item.text.body[found.start : found.end],
    )
    advice = message("Make one page of the two, or keep here only what is different, with a link to the other.")
    return in_body(item.text, found.start, what, advice)


def _belong_together(item: Item, other: Item) -> bool:
    pairs = ((item, other), (other, item))
    return any(
        two.ref in one.fields.supersedes
        or (one.fields.translation_of is not None and one.fields.translation_of.item == two.ref)
        for one, two in pairs
    )
