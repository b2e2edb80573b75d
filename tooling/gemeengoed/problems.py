"""What a check finds, and what becomes of it: a problem with a place, a rule, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from gemeengoed.i18n import Message
from gemeengoed.kinds.declare import Choice


class Severity(Choice):
    """How much a problem weighs. Only errors keep a page from being published."""

    ERROR = "error", "Error"
    WARNING = "warning", "Warning"
    ADVICE = "advice", "Advice"


@dataclass(frozen=True, order=True)
class Finding:
    """Something that does not hold, as a check yields it.

    ``line`` and ``column`` count from 1, in characters, and point at the offending value itself. ``advice`` says what
    to do; ``replacement`` is the text that would mend it, where that is known.
    """

    path: str
    line: int
    column: int
    message: Message
    advice: Message | None = None
    replacement: str | None = None


@dataclass(frozen=True, order=True)
class Problem:
    """A finding stamped with the rule that it breaks."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: Message
    advice: Message | None = None
    replacement: str | None = None
