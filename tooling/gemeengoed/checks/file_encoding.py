"""A text file is UTF-8, without NUL characters.

Why: in another encoding letters with accents turn into other signs; a NUL means that it is no text.

Bad: a page saved as Windows-1252 (Latin-1).
Good: the same page saved as UTF-8.
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
    yield from defects(commons, "file-encoding")
