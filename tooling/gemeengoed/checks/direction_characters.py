"""A text holds no hidden characters that turn the direction of reading.

Why: they make a reader see another text than the computer reads, and so approve what is not there (Trojan Source,
CVE-2021-42574). Dutch, French and English never need them.

Bad: U+202E (right-to-left override) in the name of a licence.
Good: the same name typed again.
"""

from collections.abc import Iterator
from itertools import islice

from gemeengoed.checks.base import passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.markdown.characters import DIRECTION, MOST, find_characters
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every such character in pages and registers, comments too."""
    advice = message("Remove it: delete the characters on both sides of this place, and type them again.")
    for part in passages(commons):
        for hidden in islice(find_characters(DIRECTION, part.text), MOST):
            what = message(
                "Here stands a hidden character that turns the direction of reading: {code}.", code=hidden.code
            )
            yield part.finding(hidden.offset, what, advice)
