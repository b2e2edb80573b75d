"""A title is short, is not written in capitals, and does not end in a full stop.

Why: it stands in lists, in search results and in the calendar, where there is room for one line; capitals read slowly.

Bad: ``title: INTERVISIE VOOR BEGINNERS.``.
Good: ``title: Intervisie voor beginners``.
"""

from collections.abc import Iterator

from pydantic import PositiveInt

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.declare import Record
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


class Parameters(Record):
    """How long a title may be, in characters."""

    longest: PositiveInt = 90


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every title that will not look well in a list."""
    for item in commons.items.values():
        for what, advice in _faults(item.fields.title or "", parameters.longest):
            yield at_value(item.path, item.text.places, ("title",), what, advice)


def _faults(title: str, longest: int) -> Iterator[tuple[Message, Message]]:
    if len(title) > longest:
        what = message(
            "The title has {count} characters; at most {limit} fit in a list.", count=len(title), limit=longest
        )
        yield what, message("Say what a colleague will look for; the rest can go into the summary.")
    if title.isupper() and sum(sign.isalpha() for sign in title) > 8:
        yield (
            message("The title is in capitals."),
            message("Write it as a sentence: '{title}'.", title=title.capitalize()),
        )
    if title.endswith(".") and not title.endswith(("..", "enz.", "e.a.", "etc.", "i.o.")):
        yield message("The title ends in a full stop."), message("Leave the full stop out.")
