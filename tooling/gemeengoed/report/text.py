"""Problems as text: grouped by file, each with its place, what must hold, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gemeengoed.i18n import Translate
from gemeengoed.problems import Problem, Severity


def report(problems: Sequence[Problem], say: Translate) -> str:
    """The problems for a reader in a terminal or a mail, with a line that counts them."""
    lines: list[str] = []
    for path, group in groupby(problems, key=lambda problem: problem.path):
        lines.append(path)
        for problem in group:
            place = f"{problem.line}:{problem.column}"
            lines.append(f"  {place:>7}  {say(problem.severity.label)}: {problem.message.say(say)} [{problem.code}]")
            if problem.advice is not None:
                lines.append(f"  {'':>7}  → {problem.advice.say(say)}")
        lines.append("")
    return "\n".join([*lines, summary(problems, say)])


def summary(problems: Sequence[Problem], say: Translate) -> str:
    """How many problems there are, in a line."""
    if not problems:
        return say("No problems found.")
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    parts = [f"{say(severity.label)}: {count}" for severity, count in counts.items() if count]
    return f"{say('Problems found.')} {', '.join(parts)}"


def one_line(problem: Problem, say: Translate) -> str:
    """A problem on one line, as compilers write it."""
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.message.say(say)} [{problem.code}]"
