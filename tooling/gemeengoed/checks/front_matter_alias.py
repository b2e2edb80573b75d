"""A front matter does not refer to other parts of itself.

Why: such references (&name and *name) can make a small file grow beyond all memory, and no contributor expects them.

Bad: ``authors: &ik [redactie]`` and ``hosts: *ik``.
Good: the list written out twice.
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
    yield from defects(commons, "front-matter-alias")
