"""A heading is written as a heading, not as a line in bold.

Why: only a real heading gets into the contents of the page, can be linked to, and is found by a screen reader.

Bad: ``**Stappen**`` on a line of its own.
Good: ``## Stappen``.
"""

import re
from collections.abc import Iterator

from gemeengoed.checks.base import in_body, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Record
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE

_BOLD = re.compile(r"(?:\A|\n[ \t]*\n)(?P<line>(?P<mark>\*\*|__)(?P<title>[^\s*_][^*_\n]*)(?P=mark):?)[ \t]*(?=\n|\Z)")
_SENTENCE = tuple(".!?;,…")


class Parameters(Record):
    """How long a line in bold may be, in characters, to be taken for a heading."""

    longest: int = 80


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every line that is bold from end to end, starts a paragraph, and does not end as a sentence does."""
    for text in texts(commons):
        if "**" not in text.body and "__" not in text.body:
            continue
        for match in _BOLD.finditer(text.masked):
            title = match["title"].strip().rstrip(":")
            if len(title) <= parameters.longest and not title.endswith(_SENTENCE):
                what = message("'{title}' looks like a heading but is only bold.", title=title)
                advice = message("Write it as a heading: '## {title}'.", title=title)
                yield in_body(text, match.start("line"), what, advice)
