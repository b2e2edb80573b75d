"""Parts of addresses that are made of words, and so differ by language, where others are the names of items and terms.

Each function gives, in one language, the word for every name; so that a page is found back in another language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

from gemeengoed.i18n import Message, Translate, address_word
from gemeengoed.kinds import KIND_BY_NAME, KINDS, Kind
from gemeengoed.kinds.experience import Result
from gemeengoed.rules.usage import USABLE, Size
from gemeengoed.slug import slug_of

WORDS: Mapping[Size | Result, Message] = {
    Size.SMALL: Message("address:small"),
    Size.UNDER_10000: Message("address:under-10000"),
    Size.FROM_10000: Message("address:10000-19999"),
    Size.FROM_20000: Message("address:20000-49999"),
    Size.FROM_50000: Message("address:50000-99999"),
    Size.FROM_100000: Message("address:over-100000"),
    Size.OTHER: Message("address:other"),
    Result.WORKED: Message("address:worked"),
    Result.PARTLY: Message("address:partly"),
    Result.FAILED: Message("address:failed"),
}
"""The words that stand for a size and a result in an address; where a language has none, their names."""


def form(kind: Kind | None, say: Translate) -> str:
    """The form of a kind: ``praktijk``; of who joins, ``meedoen``."""
    return slug_of(say(kind.label) if kind else say("Join"))


def worked(kind: Kind, size: Size, result: Result, say: Translate) -> str:
    """What worked for whom: ``methoden-klein-werkte``."""
    words = [WORDS[part].say(say).removeprefix("address:") for part in (size, result)]
    return "-".join([address_word(kind.folder, say), *words])


def forms(say: Translate) -> dict[str, str]:
    """The form of every kind."""
    return {kind.name if kind else "": form(kind, say) for kind in (*KINDS, None)}


def all_that_worked(say: Translate) -> dict[str, str]:
    """Every combination of kind, size and result."""
    every = product((KIND_BY_NAME[name] for name in USABLE), Size, Result)
    return {f"{kind.name} {size} {result}": worked(kind, size, result, say) for kind, size, result in every}


COVERED: Mapping[str, Message] = {
    "pages": Message("address:pages"),
    "experiences": Message("address:experiences"),
    "contributors": Message("address:contributors"),
}
"""Of what there is a map by municipality."""


def covered(say: Translate) -> dict[str, str]:
    """The map of each sort of thing: ``ervaringen``."""
    return {name: label.say(say).removeprefix("address:") for name, label in COVERED.items()}


PRINTED = ("methods", "tips")
"""The kinds of which there are cards to print, by folder."""


def printed(say: Translate) -> dict[str, str]:
    """The cards of each kind: ``methoden``."""
    return {folder: address_word(folder, say) for folder in PRINTED}


BELOW: Mapping[str, Callable[[Translate], dict[str, str]]] = {
    "contribute": forms,
    "used": all_that_worked,
    "figures": covered,
    "print-cards": printed,
}
"""What stands below which first part of an address."""
