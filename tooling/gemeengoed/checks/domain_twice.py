"""A mail domain belongs to one organisation.

Why: with a domain at two organisations, whose membership lets its people in is a matter of chance.

Bad: ``domains: [proefbeke.example]`` at the municipality and at another body.
Good: at the one whose employees have these addresses.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "commons/organisations.yaml"


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every mail domain that stood before, at another organisation or at the same one."""
    owners: dict[str, str] = {}
    advice = message("Keep it at the organisation whose employees have these addresses.")
    for identifier, organisation in commons.organisations.items():
        for index, domain in enumerate(organisation.domains):
            owner = owners.setdefault(domain.lower(), identifier)
            if owner != identifier or domain.lower() in map(str.lower, organisation.domains[:index]):
                what = message("'{domain}' already stands at '{owner}'.", domain=domain, owner=owner)
                place = (identifier, "domains", index)
                yield at_value(FILE, commons.registers[FILE].places, place, what, advice)
