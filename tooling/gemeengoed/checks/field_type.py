"""A field has the sort of value that it asks for: a text, a list, or parts of its own.

Why: a list where a text is wanted cannot be shown, and the page cannot be built.

Bad: ``title: [Intervisie]``.
Good: ``title: Intervisie``.
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
    yield from defects(commons, "field-type")
