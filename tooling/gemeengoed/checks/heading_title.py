"""A page has no heading of the first level in its text: its title is that heading.

Why: screen readers and search engines take the first level for the title of the page, and find two.

Bad: ``# Intervisie`` below the front matter.
Good: ``title: Intervisie`` in the front matter, and ``## Stappen`` in the text.
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
    """Yield every heading of the first level in a text."""
    advice = message("Write two signs: '## …'. The title of the page stands in the front matter, behind 'title:'.")
    for text in texts(commons):
        for heading in text.headings:
            if heading.level == 1:
                what = message("'{title}' is a heading of the first level; that is the title's.", title=heading.title)
                yield in_body(text, heading.offset, what, advice)
