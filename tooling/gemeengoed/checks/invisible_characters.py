"""A text holds no invisible characters, and a name or address no unusual spaces.

Why: two words that look alike are then not the same for a computer: search does not find them, and references break.

Bad: ``themes: [participatie]`` with a zero-width space in it, as text pasted from a chat often has.
Good: the same word typed again. An emoji made of several (with U+200D) is fine.
"""

import re
from collections.abc import Iterator
from itertools import islice

from gemeengoed.checks.base import at_value, in_body, passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.markdown.characters import INVISIBLE, MOST, UNUSUAL_SPACE, Hidden, find_characters
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity
from gemeengoed.texts import Text

SEVERITY = Severity.WARNING
REACH = Reach.FILE

_TARGET = re.compile(r"\]\((?P<target>[^()\n\"]*)")
"""Where a link leads, also when the space in it keeps it from being a link."""


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every invisible character in pages and registers, and every unusual space in a reference or address."""
    advice = message("Remove it: delete the characters on both sides of this place, and type them again.")
    for part in passages(commons):
        for hidden in islice(find_characters(INVISIBLE, part.text), MOST):
            what = message("Here stands an invisible character: {code}, {name}.", code=hidden.code, name=hidden.name)
            yield part.finding(hidden.offset, what, advice)
    for item in commons.items.values():
        if not item.text.head.isascii():
            yield from _spaces_in_references(item)
        if not item.text.body.isascii():
            yield from _spaces_in_links(item.text)


def _spaces_in_references(item: Item) -> Iterator[Finding]:
    for loc, name, _ in item.references:
        for hidden in find_characters(UNUSUAL_SPACE, name):
            yield at_value(item.path, item.text.places, loc, *_space(hidden, name))


def _spaces_in_links(text: Text) -> Iterator[Finding]:
    if not UNUSUAL_SPACE.search(text.body):
        return
    for match in _TARGET.finditer(text.masked):
        for hidden in find_characters(UNUSUAL_SPACE, match["target"]):
            yield in_body(text, match.start("target") + hidden.offset, *_space(hidden, match["target"]))


def _space(hidden: Hidden, name: str) -> tuple[Message, Message]:
    what = message("In '{name}' stands an unusual space: {code}.", name=name, code=hidden.code)
    return what, message("Type it again, without a space or with a hyphen.")
