"""No text holds the number of a bank account.

Why: with a name beside it, it is what swindlers need; and where to pay belongs on the page of who asks for it.

Bad: ``Stort op BE68 5390 0754 7034.``
Good: ``Hoe je betaalt, lees je bij de inschrijving.``

Found by its checksum (ISO 13616), for every country.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.personal.bank_accounts import find_bank_accounts
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every number in pages and registers. All but its country is left out, so that no report spreads it."""
    advice = message("Remove it. Where one must pay, link to the page of the organisation that says how.")
    for passage in passages(commons):
        for offset, number in find_bank_accounts(passage.text):
            what = message("Here stands the number of a bank account ({country}…).", country=number[:2].upper())
            yield passage.finding(offset, what, advice)
