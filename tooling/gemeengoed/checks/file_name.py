"""The name of a page's file is lower-case letters, digits and single hyphens.

Why: the name becomes the address of the page; spaces, capitals and accents break links when they are passed on.

Bad: ``commons/tips/Mijn Tip (v2).md``.
Good: ``commons/tips/mijn-tip.md``.
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
    yield from defects(commons, "file-name")
