"""A name stands only once in a front matter.

Why: of two values one would be lost without anybody noticing.

Bad: ``title: Een`` and further down ``title: Twee``.
Good: one ``title``.
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
    yield from defects(commons, "front-matter-duplicate-key")
