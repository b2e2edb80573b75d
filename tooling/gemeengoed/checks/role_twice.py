"""Nobody stands twice in the same role.

Why: one of the two was probably meant to be somebody else, whom readers now do not find.

Bad: ``roles: {coordinator: [vonk, vonk]}``.
Good: ``roles: {coordinator: [vonk, schakel]}``.

Two roles may be filled by the same party, and a role by several.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.initiative import Initiative
from gemeengoed.kinds.network import FourRoles, Network
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every party that a role of a network or initiative names once more."""
    advice = message("Remove the line, or write who was meant.")
    for item in (*commons.of_kind("network"), *commons.of_kind("initiative")):
        roles = item.fields.roles if isinstance(item.fields, Network | Initiative) else None
        for role in FourRoles.model_fields if roles else ():
            parties = getattr(roles, role)
            for index, party in enumerate(parties):
                if party in parties[:index]:
                    what = message("'{party}' stands twice under '{role}'.", party=party, role=role)
                    yield at_value(item.path, item.text.places, ("roles", role, index), what, advice)
