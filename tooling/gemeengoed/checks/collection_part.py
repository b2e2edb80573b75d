"""A part of a collection names an item or says what is missing, and no item stands in it twice.

Why: a reader goes from part to part; a part that leads nowhere and names nothing, or a step that comes twice, stops
them.

Bad: ``parts: [{note: Begin hier.}]``, or ``item`` and ``missing`` together.
Good: ``parts: [{item: methods/intervisie, note: Begin hier.}, {missing: Inkoop van software}]``
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.collection import Collection, Part
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every part without an item or a missing subject, with both, or with an item that came before."""
    for item in commons.of_kind("collection"):
        if not isinstance(item.fields, Collection):
            continue
        seen: set[str] = set()
        for number, part in enumerate(item.fields.parts):
            if found := _wrong(part, seen):
                yield at_value(item.path, item.text.places, ("parts", number), *found)
            seen.add(part.item or "")


def _wrong(part: Part, seen: set[str]) -> tuple[Message, Message] | None:
    if part.item and part.missing:
        return (
            message("A part is an item or is missing, not both: '{item}'.", item=part.item),
            message("Take 'missing' away once the page is there."),
        )
    if not part.item and not part.missing:
        return (
            message("A part must name an item, or say what is missing."),
            message("Write 'item: methods/name', or 'missing: what should stand here'."),
        )
    if part.item in seen:
        return (
            message("'{item}' stands in this collection twice.", item=part.item),
            message("Keep one of the two; a note can say to come back to it."),
        )
    return None
