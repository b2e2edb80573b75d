"""A text file does not start with a byte order mark.

Why: some programs show it as strange signs, or no longer see the first line of the front matter.

Bad: a file saved as "UTF-8 with BOM".
Good: a file saved as "UTF-8".
"""

from collections.abc import Iterator

from gemeengoed.checks.base import defects
from gemeengoed.findings import Reach
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield what loading found."""
    yield from defects(commons, "file-byte-order-mark")
