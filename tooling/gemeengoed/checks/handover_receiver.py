"""An initiative that was handed over says to whom.

Why: a reader who wants to know how it went on must know whom to ask.

Bad: ``phase: handed-over`` without ``handover``.
Good: ``handover: {to: Een nieuwe vzw van de buurt, on: 2026-03}``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every such initiative without a receiver. (One with an empty 'handover' lacks a field.)"""
    advice = message("Add under 'handover' the line 'to', with who carries it on; or put the phase right.")
    for item in commons.of_kind("initiative"):
        fields = item.fields
        if isinstance(fields, Initiative) and fields.phase is Phase.HANDED_OVER and fields.handover is None:
            what = message("This initiative was handed over, but not to anybody.")
            yield at_value(item.path, item.text.places, ("phase",), what, advice)
