"""A page starts with front matter: lines of 'name: value' between two lines with ---.

Why: the front matter says who made the page, what it is about and who may use it; without it, it cannot be published.

Bad: a page that starts with its first heading.
Good: ``---``, ``title: Intervisie``, ``---``, and then the text.
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
    yield from defects(commons, "front-matter")
