"""No text holds an e-mail address.

Why: pages are public and their history is kept for ever; an address in it is harvested, and cannot be taken back.

Bad: ``Mail naar an.peeters@gemeente.example.``
Good: ``Vraag het aan de dienst Participatie, via https://www.gemeente.be/contact.``

A maintainer may name in ``allowed`` the addresses that may stand, each whole or as ``@domain.be`` for all of a
domain: those of the commons itself. (For contributors.yaml there is the check contributor-email, without exceptions.)
"""

from collections.abc import Iterator

from gemeengoed.checks import contributor_email
from gemeengoed.checks.base import passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Line, Record
from gemeengoed.model import Commons
from gemeengoed.personal.addresses import find_email_addresses
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE


class Parameters(Record):
    """``allowed``: the addresses that may stand in a text."""

    allowed: tuple[Line, ...] = ()


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every address in pages and registers, those in front matter, code and comments too."""
    allowed = {address.lower() for address in parameters.allowed}
    advice = message("Remove it. Name a service, a role or a web page where one can ask.")
    for passage in passages(commons):
        if "@" not in passage.text or passage.path == contributor_email.FILE:
            continue
        for offset, address in find_email_addresses(passage.text):
            domain = address.lower().partition("@")[2]
            if address.lower() not in allowed and f"@{domain}" not in allowed:
                what = message("Here stands an e-mail address: '{address}'.", address=address)
                yield passage.finding(offset, what, advice)
