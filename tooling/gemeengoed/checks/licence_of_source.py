"""A source that a page is derived from, or includes, states its licence.

Why: without a licence nobody may adapt or spread somebody else's work, and readers cannot know what they may do with
the page. A source that is only cited, or only inspired the page, need not state one.

Bad: ``sources: [{title: Dot voting, relation: derived-from}]``.
Good: ``sources: [{title: Dot voting, relation: derived-from, licence: CC0-1.0}]``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Relation
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

BUILT_ON = frozenset({Relation.DERIVED_FROM, Relation.INCLUDES})


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every source without a licence that a page derives from or includes."""
    advice = message(
        "Look up the licence at the source and write its SPDX identifier, as in licence: CC-BY-4.0. There is none? "
        "Ask the maker for permission, or only refer to the source (relation: cites)."
    )
    for item in commons.items.values():
        for number, source in enumerate(item.fields.sources):
            if source.relation in BUILT_ON and not source.licence and source.title:
                what = message("The licence of the source '{title}' is not stated.", title=source.title)
                yield at_value(item.path, item.text.places, ("sources", number), what, advice)
