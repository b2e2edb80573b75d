"""A page stands in the folder of its kind, as a Markdown file whose name ends in .md.

Why: a file that stands elsewhere, or is of another sort, would never reach a reader, and nobody would know.

Bad: ``commons/methods/intervisie``, ``commons/ideas/x.md``, ``commons/methods/map/x.md``.
Good: ``commons/methods/intervisie.md``.
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
    yield from defects(commons, "file-kind")
