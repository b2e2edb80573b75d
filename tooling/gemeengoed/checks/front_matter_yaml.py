"""The front matter can be read as YAML.

Why: one wrong indent or colon, and no program knows any more what belongs to what.

Bad: ``title: Samen: hoe dan?``.
Good: ``title: "Samen: hoe dan?"``.
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
    yield from defects(commons, "front-matter-yaml")
