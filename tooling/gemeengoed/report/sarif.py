"""Problems as SARIF 2.1.0 (OASIS standard, Static Analysis Results Interchange Format), with rules and fixes."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from typing import Any, Final
from urllib.parse import quote

from gemeengoed.checks.declared import Check
from gemeengoed.checks.documentation import documentation
from gemeengoed.i18n import Translate, message
from gemeengoed.problems import Problem, Severity, fingerprint
from gemeengoed.report.context import NO_CONTEXT, Context
from gemeengoed.visible import dump

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_ROOT: Final = "COMMONS"


def report(problems: Sequence[Problem], say: Translate, context: Context = NO_CONTEXT) -> str:
    """The problems as one run: every rule that there is, and a result for each problem."""
    checks = context.checks()
    numbers = {check.code: number for number, check in enumerate(checks)}
    driver = {
        "name": "gemeengoed",
        "version": version("gemeengoed"),
        "rules": [_rule(check, say, context) for check in checks],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the commons."}}},
        "results": [_result(problem, numbers, say) for problem in problems],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(check: Check, say: Translate, context: Context) -> dict[str, Any]:
    parts = documentation(check.documentation)
    said = {label.say(say): say(text) for label, text in parts.labelled() if text}
    rule: dict[str, Any] = {
        "id": check.code,
        "shortDescription": {"text": say(parts.rule)},
        "fullDescription": {"text": " ".join(text for text in (say(parts.rule), say(parts.why)) if text)},
        "help": {
            "text": "\n".join(f"{label}: {text.replace('``', '')}" for label, text in said.items()),
            "markdown": "\n\n".join(f"**{label}**: {text.replace('``', '`')}" for label, text in said.items()),
        },
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }
    if link := context.link(check.code):
        rule["helpUri"] = link
    return rule


def _result(problem: Problem, numbers: dict[str, int], say: Translate) -> dict[str, Any]:
    said = [problem.message.say(say), *([problem.advice.say(say)] if problem.advice else [])]
    file = {"uri": quote(problem.path, errors="replace"), "uriBaseId": _ROOT}
    region = {"startLine": problem.line, "startColumn": problem.column, **_end(problem)}
    mark = sha256(repr(fingerprint(problem)).encode("utf-8", "replace")).hexdigest()
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": "\n".join(said)},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        "partialFingerprints": {"pathCodeAndValues/v1": mark},
    }
    if problem.code in numbers:
        result["ruleIndex"] = numbers[problem.code]
    if problem.replacement is not None and problem.end is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": problem.replacement}}
        what = message("Replace it by '{replacement}'.", replacement=problem.replacement).say(say)
        changes = [{"artifactLocation": file, "replacements": [replacement]}]
        result["fixes"] = [{"description": {"text": what}, "artifactChanges": changes}]
    return result


def _end(problem: Problem) -> dict[str, int]:
    return {} if problem.end is None else {"endLine": problem.end[0], "endColumn": problem.end[1]}
