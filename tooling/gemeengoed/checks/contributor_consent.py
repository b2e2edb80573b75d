"""A contributor agreed to being named: with a date, and with the name in the scope.

Why: nobody is shown on the site who did not ask for it (GDPR, article 6).

Bad: an entry in contributors.yaml without ``consent``.
Good: ``consent: {on: 2026-11-22, scope: [name]}``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.registers import ConsentScope
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "contributors.yaml"


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every contributor whose consent does not cover the name."""
    advice = message("Ask the contributor, and write: consent: {example}", example="{on: 2026-11-22, scope: [name]}")
    for identifier, contributor in commons.contributors.items():
        consent = contributor.consent
        if consent is not None and consent.scope and ConsentScope.NAME not in consent.scope:
            what = message("The consent of '{name}' does not cover the name.", name=identifier)
            places = commons.registers[FILE].places
            yield at_value(FILE, places, (identifier, "consent", "scope"), what, advice)
