"""A page is not larger than the settings allow, and neither is its front matter.

Why: nobody reads a page of megabytes; it is a picture, an archive or an accident, and would slow everything down.

Bad: a Markdown file of 50 MB.
Good: a page of some kilobytes that links to a document.
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
    yield from defects(commons, "file-size")
