"""A summary says in one or two sentences what the page is and for whom, in other words than the title and the text.

Why: in lists and search results it stands below the title; it is all that a reader has to choose by.

Bad: ``summary: Intervisie``; a summary that is the first sentence of the page again.
Good: ``summary: Eén collega brengt een vraag in, de anderen helpen met vragen. Voor groepen die elkaar vertrouwen.``.
"""

from collections.abc import Iterator

from pydantic import PositiveInt

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.declare import Record
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


class Parameters(Record):
    """How short and how long a summary may be, in characters."""

    shortest: PositiveInt = 25
    longest: PositiveInt = 240


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every summary that does not help to choose."""
    for item in commons.items.values():
        summary = (item.fields.summary or "").strip()
        fault = _fault(item, summary, parameters) if summary else None
        if fault:
            yield at_value(item.path, item.text.places, ("summary",), *fault)


def _fault(item: Item, summary: str, parameters: Parameters) -> tuple[Message, Message] | None:
    advice = message("Say in one or two sentences what it is, and for whom it is useful.")
    bare = _bare(summary)
    if bare == _bare(item.title):
        return message("The summary is the title again."), advice
    if len(summary) < parameters.shortest:
        what = message("The summary has only {count} characters: '{summary}'.", count=len(summary), summary=summary)
        return what, advice
    if len(summary) > parameters.longest:
        what = message(
            "The summary has {count} characters; at most {limit} are read.",
            count=len(summary),
            limit=parameters.longest,
        )
        return what, message("Keep the one or two sentences that help a colleague to choose.")
    if item.text.body.lstrip()[:1] == summary[:1] and _bare(item.text.body[: len(summary) + 40]).startswith(bare):
        return message("The text starts with the summary; readers see it twice."), message("Start the text otherwise.")
    return None


def _bare(text: str) -> str:
    """The words of a text alone, in lower case."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
