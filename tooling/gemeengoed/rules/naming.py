"""Who may be named, where something leaves the site with a name on it.

Rule: an organisation always; a contributor who agreed to being named, and has not withdrawn.
"""

from __future__ import annotations

from gemeengoed.kinds.registers import ConsentScope
from gemeengoed.model import Commons


def may_be_named(commons: Commons, party: str) -> bool:
    """Whether a party may be named."""
    if party in commons.organisations:
        return True
    contributor = commons.contributors.get(party)
    if contributor is None or contributor.consent is None or contributor.withdrawn_on is not None:
        return False
    return ConsentScope.NAME in contributor.consent.scope
