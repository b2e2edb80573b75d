"""A translation names the original, says in which language it is, and is the only one in that language.

Why: a reader goes from one language to the other through the original; a translation of a translation drifts away.

Bad: ``translation_of: {item: methods/peer-coaching, …}``, which itself is a translation; or no ``language``.
Good: ``language: en`` and ``translation_of: {item: methods/intervisie, …}``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.common import Language
from gemeengoed.kinds.declare import Loc
from gemeengoed.model import Commons, Item, Trait
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.OUTLINE

_ORIGINAL: Loc = ("translation_of", "item")
_LANGUAGE: Loc = ("language",)


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every translation that does not make a pair with its original."""
    translations = [item for item in commons.items.values() if Trait.TRANSLATION in item.traits]
    first = _first(commons.whole) if translations else {}
    for item in translations:
        name = item.fields.translation_of.item if item.fields.translation_of else None
        original = commons.whole.items.get(name or "")
        if original is None:
            continue
        for loc, what, advice in (*_pair(item, original), *_language(item, original, commons)):
            yield at_value(item.path, item.text.places, loc, what, advice)
        other = first.get((original.ref, item.fields.language), item.ref)
        if other != item.ref and item.fields.language:
            what = message("'{other}' already translates it into this language.", other=other)
            yield at_value(item.path, item.text.places, _ORIGINAL, what, message("Make one page of the two."))


def _first(commons: Commons) -> dict[tuple[str | None, Language | None], str]:
    """The first translation of each page into each language."""
    found: dict[tuple[str | None, Language | None], str] = {}
    for item in commons.items.values():
        if item.translation_of:
            found.setdefault((item.translation_of.item, item.fields.language), item.ref)
    return found


def _pair(item: Item, original: Item) -> Iterator[tuple[Loc, Message, Message]]:
    before = original.fields.translation_of
    if original is item:
        yield (
            _ORIGINAL,
            message("A page is no translation of itself."),
            message("Name the original, or remove 'translation_of'."),
        )
    elif before and before.item == item.ref:
        what = message("'{original}' calls itself a translation of this page.", original=original.ref)
        yield _ORIGINAL, what, message("Keep 'translation_of' only in the page that was translated from the other.")
    elif before and before.item:
        what = message("'{original}' is a translation itself.", original=original.ref)
        yield _ORIGINAL, what, message("Name its original: '{first}'.", first=before.item)
    if original.kind is not item.kind:
        what = message("'{original}' is a page of another kind.", original=original.ref)
        yield _ORIGINAL, what, message("Put the translation in commons/{folder}/.", folder=original.kind.folder)


def _language(item: Item, original: Item, commons: Commons) -> Iterator[tuple[Loc, Message, Message]]:
    own, theirs = item.fields.language, original.fields.language or commons.settings.language
    if original is item:
        return
    if own is None:
        advice = message("Add a line with the language of this page, as in: language: en")
        yield _ORIGINAL, message("A translation must say in which language it is."), advice
    elif own == theirs:
        what = message("The original, '{original}', is in the same language: {own}.", original=original.ref, own=own)
        yield _LANGUAGE, what, message("Put right the language of this page or of the other.")
