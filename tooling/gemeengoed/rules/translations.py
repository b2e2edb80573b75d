"""Which pages say the same in another language, and which of them a site in one language lists.

Rule: a page and its translations are one work. A site lists of each work the page in its own language; where there is
none, the original. The others keep their pages, and the pages of one work name each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gemeengoed.model import Item, Trait
from gemeengoed.revisions import History

Versions = Mapping[str, tuple[Item, ...]]
"""Of every page that has a counterpart in another language: all pages of the work, the original first."""


def versions(items: Iterable[Item]) -> Versions:
    """The works among the items that are there in more than one language."""
    known = {item.ref: item for item in items}
    works: dict[str, list[Item]] = defaultdict(list)
    for item in known.values():
        if Trait.TRANSLATION in item.traits and (original := _original(item, known)) is not item:
            works[original.ref].append(item)
    found: dict[str, tuple[Item, ...]] = {}
    for ref, translations in works.items():
        work = (known[ref], *translations)
        found |= dict.fromkeys((item.ref for item in work), work)
    return found


def instead(works: Versions, language: str, first: str) -> dict[str, str]:
    """For every page that a site in ``language`` does not list, the one that stands in its place.

    ``first`` is the language of pages that do not say theirs.
    """
    return {
        ref: chosen
        for ref, work in works.items()
        if (chosen := next((item for item in work if (item.fields.language or first) == language), work[0]).ref) != ref
    }


@dataclass(frozen=True)
class Behind:
    """How far a translation is behind: the revisions of the original since its own last day, as far as git knows."""

    revisions: int = 0
    since: date | None = None


def behind(translation: Item, original: Item, history: History) -> Behind | None:
    """How far a translation is behind its original; None where it translates its present text.

    Revisions of the translation's last day count: the hash says that it missed one.
    """
    made_of = translation.translation_of
    if made_of is None or not made_of.hash or made_of.hash == original.hash:
        return None
    own, theirs = (history.revisions.get(item.path) for item in (translation, original))
    count = sum(day >= own.changed for day in theirs.days) if own and theirs else 0
    return Behind(count, own.changed) if own and count else Behind()


def _original(item: Item, known: Mapping[str, Item]) -> Item:
    """The first page that an item was translated from, as far as one may know of it; itself when they go in a ring."""
    seen = {item.ref}
    here = item
    while here.fields.translation_of and (above := known.get(here.fields.translation_of.item or "")):
        if above.ref in seen:
            return item
        seen.add(above.ref)
        here = above
    return here
