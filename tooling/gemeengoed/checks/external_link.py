"""A link to another website leads to a page that is there. Looked at only with ``gemeengoed check --external``.

Why: websites of others are rebuilt and closed down; a reader who follows a dead link loses trust in the rest. Asking
all of them takes minutes and depends on others, so it is never part of the check of a proposed change.

Bad: a link to an address that answers "404 Not Found".
Good: a link to the new address of the page, or to a copy in a web archive.
"""

from collections.abc import Iterator, Mapping

from gemeengoed.checks.base import at_value, in_body, texts
from gemeengoed.i18n import Message, message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING


def check(commons: Commons) -> Iterator[Finding]:
    """Yield nothing: whether an address answers is known only after asking; see ``check_answers``."""
    yield from ()


def external_addresses(commons: Commons) -> frozenset[str]:
    """Every web address that a page links to or names as a source."""
    linked = {link.target for text in texts(commons) for link in text.links if _is_web(link.target)}
    return frozenset({*linked, *(source for _, _, source in _sources(commons))})


def check_answers(commons: Commons, dead: Mapping[str, str]) -> Iterator[Finding]:
    """Yield every use of an address that is among the ``dead``, with the reason given there."""
    for text in texts(commons):
        for link in text.links:
            if link.target in dead:
                yield in_body(text, link.start, *_words(link.target, dead))
    for ref, number, address in _sources(commons):
        if address in dead:
            item = commons.items[ref]
            yield at_value(item.path, item.text.places, ("sources", number, "url"), *_words(address, dead))


def _sources(commons: Commons) -> Iterator[tuple[str, int, str]]:
    for ref, item in commons.items.items():
        for number, source in enumerate(item.fields.sources):
            if source.url:
                yield ref, number, source.url


def _is_web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


def _words(address: str, dead: Mapping[str, str]) -> tuple[Message, Message]:
    what = message(
        "The web address '{address}' does not answer as it should: {why}.", address=address, why=dead[address]
    )
    return what, message("Look for the new address of the page, or link to a copy in a web archive.")
