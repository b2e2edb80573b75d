"""A text holds no HTML or address that could do something in a reader's browser.

Why: pages come from many hands. What could act is taken out of the page that readers get, so it is better not there.

Bad: ``<script>``, ``<iframe>``, ``onclick=``, ``[x](javascript:…)``, ``<img src="data:…">``.
Good: Markdown, and plain tags such as ``<br>`` and ``<abbr>``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import in_body, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.markdown.unsafe import find_unsafe
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

_WHAT = {
    "tag": Message("The HTML tag <{quote}> is not allowed."),
    "handler": Message("The HTML attribute {quote} is not allowed."),
    "address": Message("An address that starts with {quote} is not allowed."),
}


def check(commons: Commons) -> Iterator[Finding]:
    """Yield everything unsafe in every text."""
    advice = message("Remove it. If you meant to show it as an example, put it between `backticks`.")
    for text in texts(commons):
        for unsafe in find_unsafe(text.body, text.links):
            yield in_body(text, unsafe.offset, message(_WHAT[unsafe.what].text, quote=unsafe.quote), advice)
