"""A source that a page is derived from, or includes, is named in full: title, author, place and licence.

Why: that is what licences ask of whoever uses a work (CC BY 4.0, section 3(a)(1)). A work in the public domain asks for
nothing. That title and licence are there is asked by the checks ``field-missing`` and ``licence-of-source``.

Bad: ``sources: [{title: Dot voting, relation: derived-from, licence: CC-BY-4.0}]``.
Good: the same with ``author: 18F`` and ``url: "https://…"``, or ``publication`` for what is not on the web.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.checks.licence_of_source import BUILT_ON
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Source
from gemeengoed.licences import find_licence
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every source that a page is built on and whose author or place is missing."""
    who = message("Write who made it, a person or an organisation: author: …")
    where = message("Write where it is found: url: https://… Or, for what is not on the web: publication: …")
    for item in commons.items.values():
        for number, source in enumerate(item.fields.sources):
            if source.relation not in BUILT_ON or not _asks_credit(source):
                continue
            at = ("sources", number)
            if not source.author:
                what = message("The author of the source '{title}' is missing.", title=source.title)
                yield at_value(item.path, item.text.places, at, what, who)
            if not source.url and not source.publication:
                what = message("Where the source '{title}' is found is missing.", title=source.title)
                yield at_value(item.path, item.text.places, at, what, where)


def _asks_credit(source: Source) -> bool:
    licence = find_licence(source.licence) if source.licence else None
    return licence is None or licence.asks_credit
