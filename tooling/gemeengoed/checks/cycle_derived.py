"""No page is derived from itself, by whatever roundabout way.

Why: what is derived is the younger of the two. In a circle nobody can say who made what, so neither who is credited.

Bad: in tip a a source ``relation: derived-from`` with the address of tip b, and in tip b one with that of tip a.
Good: the source in the younger of the two; in the other a line under ``related``.

A source counts that has the address of a page of this commons. A page that replaces another one (``supersedes``) is
younger than that too; circles of that alone are for cycle-supersedes.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.cycles import find_cycles
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Relation
from gemeengoed.model import Commons, Item, Trait
from gemeengoed.own_site import own_target
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.OUTLINE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every circle with such a source in it, at the first source of the circle."""
    if not _origins(commons):
        return
    origins, items = _origins(commons.whole), commons.whole.items
    replaced = {ref: item.fields.supersedes for ref, item in items.items() if Trait.SUPERSEDES in item.traits}
    edges = {ref: (*origins.get(ref, ()), *replaced.get(ref, ())) for ref in sorted(origins.keys() | replaced.keys())}
    for circle in find_cycles(edges):
        steps = zip(circle, (*circle[1:], circle[0]), strict=True)
        made = next(((ref, origin) for ref, origin in steps if origin in origins.get(ref, ())), None)
        if made is None:
            continue
        item, index = items[made[0]], origins[made[0]][made[1]]
        what = message("This makes the page its own source: {way}.", way=" → ".join((*circle, circle[0])))
        advice = message("Keep the source in the page that was made last, and name the other under 'related'.")
        yield at_value(item.path, item.text.places, ("sources", index, "url"), what, advice)


def _origins(commons: Commons) -> dict[str, dict[str, int]]:
    """For each page the pages that it is derived from, and which of its sources says so."""
    if not commons.settings.site_url and not commons.settings.repo_url:
        return {}
    found = {ref: _origins_of(item, commons) for ref, item in commons.items.items() if Trait.DERIVED in item.traits}
    return {ref: origins for ref, origins in found.items() if origins}


def _origins_of(item: Item, commons: Commons) -> dict[str, int]:
    origins: dict[str, int] = {}
    for index, source in enumerate(item.fields.sources):
        if source.url and source.relation is Relation.DERIVED_FROM:
            target = own_target(source.url, commons.settings, commons.whole.items)
            if target:
                origins.setdefault(target.partition("#")[0], index)
    return origins
