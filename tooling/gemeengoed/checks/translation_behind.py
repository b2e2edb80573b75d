"""A translation is of the present text of its original.

Why: a reader of the translation must not get what the original does not say any more.

Bad: ``translation_of: {item: methods/intervisie, hash: …}`` with the hash of the text before it changed.
Good: the translation brought up to date, with the hash of the text that it now translates.

The hash is of title, summary and text (``Item.hash``): one that changes when there is something to translate.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.common import Status
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity
from gemeengoed.rules.translations import Behind, behind

SEVERITY = Severity.WARNING


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every translation of a text that has changed since, with how often it did as far as git knows."""
    for item in commons.items.values():
        translation = item.translation_of
        original = commons.items.get(translation.item) if translation and translation.item else None
        if translation is None or original is None or original is item or item.fields.status is Status.ARCHIVED:
            continue
        if far := behind(item, original, commons.history):
            advice = message("Bring the translation up to date, and then write: hash: {hash}", hash=original.hash)
            yield at_value(item.path, item.text.places, ("translation_of", "hash"), _said(original, far), advice)


def _said(original: Item, far: Behind) -> Message:
    if not far.revisions:
        return message("'{original}' changed after it was translated.", original=original.ref)
    return message(
        "'{original}' changed after it was translated: {count} revision(s) since {day}.",
        original=original.ref,
        count=far.revisions,
        day=far.since,
    )
