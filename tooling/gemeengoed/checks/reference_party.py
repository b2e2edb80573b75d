"""A named contributor or organisation is in the registers.

Why: credit goes to somebody who can be found, and a spelling mistake must not make a second person.

Bad: ``authors: [redaktie]``.
Good: ``authors: [redactie]``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import all_references
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import nearest

SEVERITY = Severity.ERROR
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every named party that is in neither register, and every organisation that is not in its own."""
    people, bodies = commons.contributors, commons.organisations
    known = {"contributor": [*people], "organisation": [*bodies], "party": [*people, *bodies]}
    where = {
        "contributor": message("Add the contributor to contributors.yaml."),
        "organisation": message("Add the organisation to commons/organisations.yaml."),
        "party": message(
            "Add the contributor to contributors.yaml, or the organisation to commons/organisations.yaml."
        ),
    }
    names = {register: set(entries) for register, entries in known.items()}
    for reference in all_references(commons, *known):
        register = reference.ref.register
        if reference.name in names[register]:
            continue
        near = nearest(reference.name, known[register])
        advice = message("Did you mean '{known}'?", known=near) if near else where[register]
        what = message("'{name}' is not in the register.", name=reference.name)
        yield reference.finding(what, advice, near)
