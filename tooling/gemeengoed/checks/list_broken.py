"""A list is written so that it becomes a list: a blank line before it, a sign that Markdown knows, four spaces inside.

Why: otherwise readers get one long line with dashes in it, or steps that stand on the wrong level.

Bad: ``Neem mee:`` and on the next line ``- papier``; ``• papier``; ``1) papier``; an item two spaces further in.
Good: ``Neem mee:``, a blank line, ``- papier``; an item inside an item starts four spaces further in.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import in_body, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.markdown.lists import BrokenList, find_broken_lists
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every place where Python-Markdown makes no list, or another one, of what looks like a list."""
    for text in texts(commons):
        for broken in find_broken_lists(text.masked):
            yield in_body(text, broken.offset, *_words(broken))


def _words(broken: BrokenList) -> tuple[Message, Message]:
    match broken.why:
        case "joined":
            return (
                message("This list does not become a list: there is no blank line before it."),
                message("Put a blank line between the text and the first item of the list."),
            )
        case "sign":
            return (
                message("Lines that start with '{sign}' do not become a list.", sign=broken.sign),
                message("Start each item with '- ', or with '1. ' where the order matters."),
            )
        case _:
            return (
                message("This item stands too little to the right to belong to the item above it."),
                message("Put four spaces before the '{sign}', and a multiple of four further in.", sign=broken.sign),
            )
