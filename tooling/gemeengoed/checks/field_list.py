"""A field that may have several values is written as a list.

Why: without the brackets or dashes a list of one is taken for a text, and is not found under any theme.

Bad: ``themes: participatie``.
Good: ``themes: [participatie]``.
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
    yield from defects(commons, "field-list")
