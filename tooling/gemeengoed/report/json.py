"""Problems as JSON: ``{"problems": [{"path", "line", "column", "severity", "code", "message", …}]}``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from gemeengoed.i18n import Translate
from gemeengoed.problems import Problem


def report(problems: Sequence[Problem], say: Translate) -> str:
    """The problems for a program. ``advice`` and ``replacement`` stand only where there is one."""
    return json.dumps({"problems": [_entry(problem, say) for problem in problems]}, ensure_ascii=False, indent=1)


def _entry(problem: Problem, say: Translate) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message.say(say),
    }
    if problem.advice is not None:
        entry["advice"] = problem.advice.say(say)
    if problem.replacement is not None:
        entry["replacement"] = problem.replacement
    return entry
