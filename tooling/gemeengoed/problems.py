"""What a check finds, and what becomes of it: a problem with a place, a rule, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
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
    to do; ``replacement`` is the text that would mend it, where that is known: it takes the place of everything up to
    ``end``, or of the whole value or link that starts there when there is no ``end``. ``is_sure`` says that nobody need
    look at it first, so that ``check --fix`` may put it there.
    """

    path: str
    line: int
    column: int
    message: Message
    advice: Message | None = None
    replacement: str | None = None
    end: tuple[int, int] | None = None
    is_sure: bool = False


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
    end: tuple[int, int] | None = None
    is_sure: bool = False


Problems = Sequence[Problem]

Fingerprint = tuple[str, str, tuple[str, ...]]


def fingerprint(problem: Problem) -> Fingerprint:
    """What stays of a problem while lines move and days pass: its file, its rule, and the words that it quotes.

    Values without a letter (lines, counts, days gone by) are left out; so several problems may share a fingerprint.
    """
    quoted = (value for _, value in problem.message.values)
    return problem.path, problem.code, tuple(value for value in quoted if any(map(str.isalpha, value)))
