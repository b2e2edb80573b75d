"""A gathering that was cancelled has nobody who attended, and decided nothing.

Why: calendars tell people that it does not take place; if it did after all, they stay at home the next time too.

Bad: ``cancelled: De gids is ziek.`` together with ``attended_by`` or ``decisions``.
Good: only ``cancelled``; the new day gets a page of its own, which ``next`` names.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE
FOLDERS = frozenset({"gatherings"})


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every field that tells of a gathering that was not."""
    advice = message("Take away 'cancelled' if it took place, or this field if it did not.")
    for item in commons.of_kind("gathering"):
        fields = item.fields
        if not isinstance(fields, Gathering) or not fields.cancelled:
            continue
        for name in ("attended_by", "decisions"):
            if getattr(fields, name):
                what = message("This gathering was cancelled, and yet it has '{name}'.", name=name)
                yield at_value(item.path, item.text.places, (name,), what, advice)
