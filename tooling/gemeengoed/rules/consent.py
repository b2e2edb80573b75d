"""What may be shown of a contributor: what they agreed to, until they withdraw (GDPR, articles 6 and 7)."""

from __future__ import annotations

from gemeengoed.kinds.registers import ConsentScope, Contributor
from gemeengoed.model import Commons


def may_show(contributor: Contributor, scope: ConsentScope) -> bool:
    """Whether the contributor agreed to showing this, and has not withdrawn."""
    agreed = contributor.consent is not None and scope in contributor.consent.scope
    return agreed and contributor.withdrawn_on is None


def employers(contributor: Contributor) -> tuple[str, ...]:
    """The organisations that the contributor agreed to be shown with."""
    return contributor.organisations if may_show(contributor, ConsentScope.ORGANISATION) else ()


def skills_offered(contributor: Contributor) -> tuple[str, ...]:
    """The skills that the contributor agreed to be shown as offering."""
    return contributor.skills_offered if may_show_skills(contributor) else ()


def skills_sought(contributor: Contributor) -> tuple[str, ...]:
    """The skills that the contributor agreed to be shown as seeking."""
    return contributor.skills_sought if may_show_skills(contributor) else ()


def may_show_skills(contributor: Contributor) -> bool:
    """Whether skills may be shown, which they cannot be without a name to ask for."""
    return may_show(contributor, ConsentScope.SKILLS) and may_show(contributor, ConsentScope.NAME)


def may_be_named(commons: Commons, party: str) -> bool:
    """Whether a party may be named: an organisation always, a contributor who agreed to it and has not withdrawn."""
    contributor = commons.contributors.get(party)
    return party in commons.organisations or (contributor is not None and may_show(contributor, ConsentScope.NAME))
