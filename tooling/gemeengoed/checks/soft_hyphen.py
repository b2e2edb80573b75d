"""A text holds no soft hyphens.

Why: they cannot be seen, and who searches for the word does not find it; browsers break words by themselves.

Bad: ``participatie`` with U+00AD between ``parti`` and ``cipatie``, as text copied from a PDF often has.
Good: the same word typed again.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.markdown.characters import SOFT_HYPHEN, find_characters
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield the first soft hyphen of every page and register, with how many there are."""
    for part in passages(commons):
        found = list(find_characters(SOFT_HYPHEN, part.text))
        if found:
            what = message("Here stands a soft hyphen, which nobody sees; {count} in all.", count=len(found))
            yield part.finding(found[0].offset, what, message("Replace all of them by nothing."))
