"""An author who is a contributor agreed to the licence of the page.

Why: only who made something may decide under which licence it is shared.

Bad: a page with the licence CC-BY-4.0 by an author whose ``consent.licences`` is ``[CC-BY-NC-SA-4.0]``.
Good: ``consent: {on: 2026-11-22, scope: [name], licences: [CC-BY-NC-SA-4.0, CC-BY-4.0]}``, once the author agreed.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.licences import identifiers, is_known
from gemeengoed.model import Commons, Item
from gemeengoed.problems import Finding, Severity
from gemeengoed.provenance import licence_of

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every author whose consent does not name the licence of the page."""
    agreed = {
        name: frozenset(contributor.consent.licences)
        for name, contributor in commons.contributors.items()
        if contributor.consent
    }
    for item in commons.items.values():
        licence = licence_of(commons, item).licence
        for number, author in enumerate(item.fields.authors):
            if author in agreed and is_known(licence) and not agreed[author].issuperset(identifiers(licence)):
                yield _finding(item, number, author, licence)


def _finding(item: Item, number: int, author: str, licence: str) -> Finding:
    what = message(
        "According to contributors.yaml, '{author}' did not agree to the licence of this page, {licence}.",
        author=author,
        licence=licence,
    )
    advice = message(
        "Ask the author. If the answer is yes, add {licence} there to 'licences' under 'consent'.", licence=licence
    )
    return at_value(item.path, item.text.places, ("authors", number), what, advice)
