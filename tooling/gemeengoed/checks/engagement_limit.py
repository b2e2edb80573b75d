"""Who takes something on in an initiative says how far: in money, time or energy.

Why: an engagement without a limit is one that nobody dares to enter into, or that one day turns out to be endless.

Bad: ``- {party: vonk, offers: Begeleidt de groep.}``
Good: the same with ``limit: {time: Een halve dag per maand}``.

One of the three limits is enough. Of what was handed over or stopped, or is archived, nothing is asked.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.initiative import Initiative, Limit
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.rules.due import ENDED

SEVERITY = Severity.ADVICE
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every engagement that names no limit at all."""
    what = message("This engagement has no limit.")
    advice = message("Ask the party how far it goes, and write under 'limit': money, time or energy.")
    for item in commons.of_kind("initiative"):
        fields = item.fields
        if not isinstance(fields, Initiative) or fields.phase in ENDED or fields.status is Status.ARCHIVED:
            continue
        for index, engagement in enumerate(fields.engagements):
            if not any(getattr(engagement.limit, name, None) for name in Limit.model_fields):
                yield at_value(item.path, item.text.places, ("engagements", index), what, advice)
