"""The levels of headings follow on each other: below ``##`` comes ``###``, and no level is skipped.

Why: whoever listens to a page jumps from heading to heading; a level that is skipped sounds like a missing part.

Bad: ``## Stappen``, and below it ``#### Vooraf``.
Good: ``## Stappen``, and below it ``### Vooraf``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import in_body, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every heading that lies two or more levels below the one before it."""
    for text in texts(commons):
        above = 1
        for heading in text.headings:
            if heading.level > above + 1:
                what = message("The heading '{title}' skips a level.", title=heading.title)
                advice = message("Write it as '{signs} {title}'.", signs="#" * (above + 1), title=heading.title)
                yield in_body(text, heading.offset, what, advice)
            above = heading.level
