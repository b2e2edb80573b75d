"""The steward of a page is still there.

Why: a steward who left keeps nothing up to date, and a reader who asks gets no answer.

Bad: ``steward: an-peeters`` after An left.
Good: ``steward: vonk``, or the colleague who took it over.

A contributor has left who withdrew, or who agreed to have an organisation shown and has none any more. Somebody who
never named one may work for none, and can be a steward.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.checks.contributor_withdrawn import withdrawn
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.registers import ConsentScope, Contributor, ContributorType
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every page whose steward has left; in the archive only where the steward withdrew."""
    gone = withdrawn(commons)
    advice = message("Find somebody else, or name an organisation; or remove the line.")
    for item in commons.items.values():
        steward = item.fields.steward
        if steward is None:
            continue
        contributor = commons.contributors.get(steward)
        if steward in gone:
            what = message("The steward, '{name}', withdrew.", name=steward)
        elif contributor and item.fields.status is not Status.ARCHIVED and _has_no_organisation_left(contributor):
            what = message("The steward, '{name}', has no organisation any more.", name=steward)
        else:
            continue
        yield at_value(item.path, item.text.places, ("steward",), what, advice)


def _has_no_organisation_left(contributor: Contributor) -> bool:
    is_person = contributor.type is ContributorType.PERSON
    agreed = contributor.consent is not None and ConsentScope.ORGANISATION in contributor.consent.scope
    return is_person and agreed and not contributor.organisations
