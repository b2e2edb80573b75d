"""Every name in a front matter is a field of its kind.

Why: what stands under a name that nobody reads is lost, often for want of a single letter.

Bad: ``sumary: Kort gezegd``.
Good: ``summary: Kort gezegd``.
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
    yield from defects(commons, "field-unknown")
