"""Problems as a DiagnosticResult of the Reviewdog Diagnostic Format (``proto/rdf/reviewdog.proto``), with suggestions.

Columns there count bytes of UTF-8, and the end of a range is the first place after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from gemeengoed.i18n import Translate
from gemeengoed.problems import Problem, Severity
from gemeengoed.report.context import NO_CONTEXT, Context
from gemeengoed.visible import dump

_SEVERITIES: Final = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.ADVICE: "INFO"}


def report(problems: Sequence[Problem], say: Translate, context: Context = NO_CONTEXT) -> str:
    """The problems for reviewdog. A suggestion is made wherever the text to be replaced is known."""
    diagnostics = [_diagnostic(problem, say, context) for problem in problems]
    return dump({"source": {"name": "gemeengoed"}, "diagnostics": diagnostics})


def _diagnostic(problem: Problem, say: Translate, context: Context) -> dict[str, Any]:
    start = _position(problem.path, (problem.line, problem.column), context)
    place: dict[str, Any] = {"start": start}
    if problem.end is not None:
        place["end"] = _position(problem.path, problem.end, context)
    said = [problem.message.say(say), *([problem.advice.say(say)] if problem.advice else [])]
    link = context.link(problem.code)
    diagnostic: dict[str, Any] = {
        "message": "\n".join(said),
        "location": {"path": problem.path, "range": place},
        "severity": _SEVERITIES[problem.severity],
        "code": {"value": problem.code, **({"url": link} if link else {})},
    }
    if problem.replacement is not None and problem.end is not None:
        diagnostic["suggestions"] = [{"range": place, "text": problem.replacement}]
    return diagnostic


def _position(path: str, place: tuple[int, int], context: Context) -> dict[str, int]:
    line, column = place
    before = context.line(path, line)[: column - 1]
    return {"line": line, "column": column + len(before.encode("utf-8", "surrogatepass")) - len(before)}
