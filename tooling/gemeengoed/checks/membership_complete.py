"""A membership says what is needed to let its people in.

Why: without a mail domain nobody of a subscriber can sign in; and whoever took part in an activity keeps access without
end, so that it must be known which one, and an end would be a mistake.

Bad: ``membership: {type: subscriber}`` without ``domains``.
Good: ``membership: {type: subscriber}`` with ``domains: [proefbeke.example]``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.registers import Membership, MembershipType, Organisation
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.rules.membership import FOR_EVERYBODY, holds

SEVERITY = Severity.ADVICE
REACH = Reach.FILE

FILE = "commons/organisations.yaml"


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every membership for all employees without a domain, and every participant's that lacks something."""
    for identifier, organisation in commons.organisations.items():
        membership = organisation.membership
        if membership is None or not holds(membership, commons.today):
            continue
        for what, advice in _lacking(organisation, membership):
            yield at_value(FILE, commons.registers[FILE].places, (identifier, "membership"), what, advice)


def _lacking(organisation: Organisation, membership: Membership) -> Iterator[tuple[Message, Message]]:
    if membership.type in FOR_EVERYBODY and not organisation.domains:
        what = message("This membership holds for all employees, but 'domains' does not say which addresses they have.")
        yield what, message("Add 'domains' with what follows the @ in their addresses.")
    if membership.type is MembershipType.PARTICIPANT and not membership.activity:
        yield message("A participant of which activity?"), message("Name the gathering in 'activity'.")
    if membership.type is MembershipType.PARTICIPANT and membership.until:
        what = message("Whoever took part in an activity keeps access without end; here stands an end.")
        yield what, message("Remove 'until'.")
