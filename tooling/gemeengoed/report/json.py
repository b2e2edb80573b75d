"""Problems as JSON, for programs: the form is that of ``tooling/schemas/problems.schema.json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from gemeengoed.i18n import Translate
from gemeengoed.problems import Problem, Severity
from gemeengoed.report.context import NO_CONTEXT, Context
from gemeengoed.visible import dump

_NUMBER: Final = {"type": "integer", "minimum": 1}
SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Problems",
    "description": "What 'gemeengoed check --format json' writes: every problem of a commons, in order of place.",
    "type": "object",
    "required": ["problems"],
    "additionalProperties": False,
    "properties": {"problems": {"type": "array", "items": {"$ref": "#/$defs/problem"}}},
    "$defs": {
        "problem": {
            "type": "object",
            "required": ["path", "line", "column", "severity", "code", "message"],
            "additionalProperties": False,
            "properties": {
                "path": {"type": "string", "description": "The file, from the folder of the commons, with slashes."},
                "line": {**_NUMBER, "description": "The line of the offending value, from 1."},
                "column": {**_NUMBER, "description": "Its first character on that line, from 1."},
                "severity": {"enum": [str(severity) for severity in Severity]},
                "code": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": "The check."},
                "message": {"type": "string", "description": "What must hold, in the language that was asked for."},
                "advice": {"type": "string", "description": "What to do."},
                "help": {"type": "string", "format": "uri", "description": "The page that explains the check."},
                "replacement": {"type": "string", "description": "The text that would mend it."},
                "end_line": {**_NUMBER, "description": "The line where the text ends that is replaced."},
                "end_column": {**_NUMBER, "description": "The first character on that line that stays."},
                "fixable": {"const": True, "description": "There where --fix puts the replacement without asking."},
            },
            "dependentRequired": {
                "end_line": ["end_column", "replacement"],
                "end_column": ["end_line"],
                "fixable": ["replacement"],
            },
        }
    },
}


def report(problems: Sequence[Problem], say: Translate, context: Context = NO_CONTEXT) -> str:
    """The problems for a program. What is not known of a problem is left out."""
    return dump({"problems": [_entry(problem, say, context) for problem in problems]})


def _entry(problem: Problem, say: Translate, context: Context) -> dict[str, Any]:
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
    if link := context.link(problem.code):
        entry["help"] = link
    if problem.replacement is not None:
        entry["replacement"] = problem.replacement
        if problem.end is not None:
            entry["end_line"], entry["end_column"] = problem.end
        if problem.is_sure:
            entry["fixable"] = True
    return entry
