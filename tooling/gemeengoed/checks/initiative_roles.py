"""An initiative that runs says who fills each of the four roles, or whom it still seeks.

Why: initiator, manager, process facilitator and coordinator make a collaboration work; a role of nobody is not done.

Bad: ``phase: running`` with ``roles: {initiator: [vonk]}`` only.
Good: the same with the other three roles, or with ``open_roles: [coördinator, …]`` for those that are open.

Before it runs, roles are still being found, and after it they are history. A promotor is needed in every phase; when
there is none, field-missing says so.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.kinds.network import FourRoles
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every running initiative with more empty roles than it has open ones."""
    advice = message("Write who fills them under 'roles'; or under 'open_roles' whom you seek.")
    for item in commons.of_kind("initiative"):
        fields = item.fields
        if not isinstance(fields, Initiative) or fields.phase is not Phase.RUNNING or fields.status is Status.ARCHIVED:
            continue
        empty = [role for role in FourRoles.model_fields if not getattr(fields.roles, role, ())]
        if len(empty) > len(fields.open_roles):
            what = message("Nobody is named for: {roles}.", roles=", ".join(empty))
            loc = ("roles",) if fields.roles else ("phase",)
            yield at_value(item.path, item.text.places, loc, what, advice)
