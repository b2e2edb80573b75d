"""What a report may need besides the problems: where each code is explained, the lines of the files, the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gemeengoed.checks.declared import Check, all_checks


def _nothing(*place: object) -> str:
    return ""


@dataclass(frozen=True)
class Context:
    """Functions that a report asks. ``link`` gives the address where a code is explained, empty when there is no site.

    ``line`` gives a line of a file by path and number, empty when it is not known; ``checks`` the rules that ran.
    """

    link: Callable[[str], str] = _nothing
    line: Callable[[str, int], str] = _nothing
    checks: Callable[[], tuple[Check, ...]] = all_checks


NO_CONTEXT: Final = Context()
