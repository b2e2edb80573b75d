"""No page replaces itself, by whatever roundabout way.

Why: a reader who is sent from the old page to the new one must not be sent back.

Bad: ``supersedes: [tips/b]`` in tip a, and ``supersedes: [tips/a]`` in tip b.
Good: ``supersedes`` in the newest of the two only.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.cycles import find_cycles
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons, Trait
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.OUTLINE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every circle, at the reference that closes it."""
    if not any(Trait.SUPERSEDES in item.traits for item in commons.items.values()):
        return
    items = commons.whole.items.items()
    edges = {ref: item.fields.supersedes for ref, item in items if Trait.SUPERSEDES in item.traits}
    for circle in find_cycles(edges):
        item = commons.whole.items[circle[-1]]
        way = " → ".join((*circle, circle[0]))
        what = message("This makes the page replace itself: {way}.", way=way)
        loc = ("supersedes", item.fields.supersedes.index(circle[0]))
        yield at_value(item.path, item.text.places, loc, what, message("Keep 'supersedes' in the newest page only."))
