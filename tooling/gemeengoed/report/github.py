"""Problems as annotations on a pull request (GitHub Actions, workflow commands)."""

from __future__ import annotations

from collections.abc import Sequence

from gemeengoed.i18n import Translate
from gemeengoed.problems import Problem, Severity
from gemeengoed.report.text import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def report(problems: Sequence[Problem], say: Translate) -> str:
    """A workflow command for each problem, and a line that counts them. Nothing in a value can start a command."""
    return "\n".join([*(_command(problem, say) for problem in problems), summary(problems, say)])


def _command(problem: Problem, say: Translate) -> str:
    text = problem.message.say(say)
    if problem.advice is not None:
        text = f"{text}\n{problem.advice.say(say)}"
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
