"""Every field that a kind needs is there.

Why: without a title, a summary, authors and themes nobody finds the page, and nobody knows whom to thank.

Bad: a page without ``summary``.
Good: ``summary: Zes stappen om een collega verder te helpen.``
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
    yield from defects(commons, "field-missing")
