"""A licence is written as its SPDX identifier.

Why: only then do people and programs know which licence is meant, and what it allows.

Bad: ``licence: Creative Commons``.
Good: ``licence: CC-BY-NC-SA-4.0``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import all_references
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.licences import LICENCES, is_known, spdx_identifiers
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import nearest

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every licence that SPDX does not list, of pages, sources, media and consents."""
    for reference in all_references(commons, "licence"):
        if is_known(reference.name):
            continue
        near = nearest(reference.name, LICENCES) or nearest(reference.name, spdx_identifiers())
        if near:
            advice = message("Did you mean '{known}'?", known=near)
        else:
            advice = message("Look it up on the SPDX licence list, and write its short identifier.")
        what = message("'{name}' is not the SPDX identifier of a licence.", name=reference.name)
        yield reference.finding(what, advice, near, is_sure=near is not None and _plain(reference.name) == _plain(near))


def _plain(name: str) -> str:
    """The letters and digits of a name: only when all of those are the same, the same licence is meant."""
    return "".join(filter(str.isalnum, name)).casefold()
