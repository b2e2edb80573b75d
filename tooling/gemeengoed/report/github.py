"""Problems as annotations on a pull request (GitHub Actions, workflow commands)."""

from __future__ import annotations

from collections.abc import Sequence

from gemeengoed.i18n import Translate
from gemeengoed.problems import Problem, Severity
from gemeengoed.report.context import NO_CONTEXT, Context
from gemeengoed.report.text import summary
from gemeengoed.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def report(problems: Sequence[Problem], say: Translate, context: Context = NO_CONTEXT) -> str:
    """A workflow command for each problem, and a line that counts them. Nothing in a value can start a command."""
    return "\n".join([*(_command(problem, say, context) for problem in problems), summary(problems, say)])


def _command(problem: Problem, say: Translate, context: Context) -> str:
    lines = [visible(problem.message.say(say))]
    if problem.advice is not None:
        lines.append(visible(problem.advice.say(say)))
    if link := context.link(problem.code):
        lines.append(link)
    properties = {
        "file": visible(problem.path),
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {written}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
