"""A page has a text below its front matter.

Why: who opens a page wants to read something; a title and a summary alone promise what is not there.

Bad: a file that ends at the second ``---``.
Good: at least a few sentences below the second ``---``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every page whose front matter could be read and that has nothing below it but white space and comments."""
    what = message("Below the front matter stands no text.")
    advice = message("Write below the second --- what a colleague needs to know.")
    for text in texts(commons):
        if text.front_matter and text.body.lstrip()[:4] in ("", "<!--") and not text.masked.strip():
            yield Finding(text.path, text.body_line, 1, what, advice)
