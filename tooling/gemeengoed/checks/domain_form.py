"""A mail domain is the part after the @ of an organisation's own addresses, and of nobody else's.

Why: whoever has an address at the domain can sign in as a member; at a public provider that is anybody. And an address
of a person does not belong in a register that everybody can read.

Bad: ``domains: [an@proefbeke.example]`` or ``domains: [gmail.com]``.
Good: ``domains: [proefbeke.example]``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.rules.membership import is_domain, is_public

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "commons/organisations.yaml"


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every mail domain that is an address, no domain, or one at which anybody can have an address."""
    for identifier, organisation in commons.organisations.items():
        for index, domain in enumerate(organisation.domains):
            if wrong := _wrong(domain):
                yield at_value(FILE, commons.registers[FILE].places, (identifier, "domains", index), *wrong)


def _wrong(domain: str) -> tuple[Message, Message] | None:
    if "@" in domain.strip("@"):
        what = message("Here stands an e-mail address, where a mail domain must stand.")
        return what, message("Write only what follows the @, and take the address out of the history too.")
    if not is_domain(domain):
        what = message("'{domain}' is not a mail domain.", domain=domain)
        return what, message("Write it as in 'gent.be': in lower case, without @, star or slash.")
    if is_public(domain):
        what = message("Anybody can have an address at '{domain}'.", domain=domain)
        return what, message("Write a domain of the organisation itself, or none.")
    return None
