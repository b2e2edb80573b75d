"""A date exists, and is written as exactly as it is known (EDTF): year, quarter, month or day.

Why: dates put pages in order and gatherings in the calendar; a guessed day would be a mistake that looks like a fact.

Bad: ``on: 2026-02-30``, ``on: 3/4/2026``.
Good: ``on: 2026``, ``on: 2026-Q1``, ``on: 2026-02``, ``on: 2026-02-28``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import defects
from gemeengoed.findings import Reach
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield what loading found."""
    yield from defects(commons, "field-date")
