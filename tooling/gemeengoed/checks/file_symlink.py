"""A file of the commons is a file itself, not a link to another file.

Why: a link can point outside the commons, and show readers what was never meant for them.

Bad: ``commons/tips/x.md -> /etc/passwd``.
Good: the text itself in ``commons/tips/x.md``.
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
    yield from defects(commons, "file-symlink")
