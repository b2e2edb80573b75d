"""The licence of a page is one that this commons allows.

Why: what the network shares must stay free to share, use and enrich, and everything must fit together.

Bad: ``licence: CC-BY-ND-4.0``, which forbids enriching.
Good: no ``licence`` at all, so that the commons' own holds; or one of those allowed.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.licences import is_known
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every item with a known licence that the settings do not allow."""
    allowed = commons.settings.licences.allowed
    advice = message("Choose from: {known}.", known=", ".join(allowed))
    for item in commons.items.values():
        licence = item.fields.licence
        if licence and licence not in allowed and is_known(licence):
            what = message("A page of this commons may not have the licence {licence}.", licence=licence)
            yield at_value(item.path, item.text.places, ("licence",), what, advice)
