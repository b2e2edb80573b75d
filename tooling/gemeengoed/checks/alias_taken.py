"""A former name belongs to one item, and names no item that is there.

Why: the address of a former name leads to the item that had it; it can lead to one only, and not where a page stands.

Bad: ``aliases: [tips/kort]`` while there is a tip ``kort``, or while another item has the same former name.
Good: ``aliases: [tips/lang]``, where ``tips/lang`` was renamed to this item.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.model import Commons, Item, Trait
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.OUTLINE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every former name that is no name of an item of the past."""
    named = [item for item in commons.items.values() if Trait.ALIASES in item.traits]
    owners = _owners(commons.whole) if named else {}
    for item in named:
        for place, alias in enumerate(item.fields.aliases):
            if what := _wrong(commons.whole, item, alias, owners[alias]):
                advice = message("Remove it, or name what this item was called before.")
                yield at_value(item.path, item.text.places, ("aliases", place), what, advice)


def _owners(commons: Commons) -> dict[str, str]:
    """The first item with each former name."""
    owners: dict[str, str] = {}
    for item in commons.items.values():
        if Trait.ALIASES in item.traits:
            for alias in item.fields.aliases:
                owners.setdefault(alias, item.ref)
    return owners


def _wrong(commons: Commons, item: Item, alias: str, owner: str) -> Message | None:
    folder = alias.partition("/")[0]
    if folder not in KIND_BY_FOLDER:
        return message("'{alias}' begins with '{folder}', which is no folder of items.", alias=alias, folder=folder)
    if alias == item.ref:
        return message("'{alias}' is the name of this item itself.", alias=alias)
    if alias in commons.items:
        return message("'{alias}' is an item that is there: its address cannot lead here.", alias=alias)
    if owner != item.ref:
        return message("'{alias}' is a former name of '{other}' already.", alias=alias, other=owner)
    return None
