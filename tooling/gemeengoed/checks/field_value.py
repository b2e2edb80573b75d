"""A value is one of those that the field can have, and not too long.

Why: readers filter by these values; one that is not on the list is never found.

Bad: ``maturity: bewezen``.
Good: ``maturity: proven``.
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
    yield from defects(commons, "field-value")
