"""Problems as text: grouped by file, each with its place, what must hold, and what to do; colours for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from rich.text import Text

from gemeengoed.i18n import Translate, message
from gemeengoed.problems import Problem, Severity
from gemeengoed.report.context import NO_CONTEXT, Context
from gemeengoed.visible import visible

COLOURS: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_INDENT: Final = 11


def report(problems: Sequence[Problem], say: Translate, context: Context = NO_CONTEXT) -> str:
    """The problems for a reader in a terminal or a mail, with a line that counts them."""
    return styled(problems, say, context).plain


def styled(problems: Sequence[Problem], say: Translate, context: Context = NO_CONTEXT) -> Text:
    """The same text with its colours, for a terminal that shows them. Holds no signs but those of visible text."""
    text = Text()
    for path, group in groupby(problems, key=lambda problem: problem.path):
        text.append(f"{visible(path)}\n", "bold")
        for problem in group:
            _add(text, problem, say)
        text.append("\n")
    text.append(summary(problems, say))
    _explain(text, problems, say, context)
    return text


def _add(text: Text, problem: Problem, say: Translate) -> None:
    place = f"{problem.line}:{problem.column}"
    text.append(f"  {place:>7}  ", "dim")
    text.append(say(problem.severity.label), COLOURS[problem.severity])
    text.append(f": {visible(problem.message.say(say))} ")
    text.append(f"[{problem.code}]", "dim")
    text.append("\n")
    if problem.advice is not None:
        text.append(f"{'':{_INDENT}}→ {visible(problem.advice.say(say))}\n")


def _explain(text: Text, problems: Sequence[Problem], say: Translate, context: Context) -> None:
    """What can be done next: what the program can mend, and where each code is explained."""
    mendable = sum(problem.is_sure and problem.replacement is not None for problem in problems)
    if mendable:
        offer = message("The program itself can mend {count} of these: gemeengoed check --fix", count=mendable)
        text.append(f"\n{offer.say(say)}")
    codes = sorted({problem.code for problem in problems})
    links = {code: link for code in codes if (link := context.link(code))}
    if links:
        heading = say("Why each rule is there, with examples:")
        text.append(f"\n{heading}")
    for code, link in links.items():
        text.append(f"\n  {code:<{max(map(len, links))}}  ", "dim")
        text.append(link)


def summary(problems: Sequence[Problem], say: Translate) -> str:
    """How many problems there are, in a line."""
    if not problems:
        return say("No problems found.")
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    parts = [f"{say(severity.label)}: {count}" for severity, count in counts.items() if count]
    found = say("Problems found.")
    return f"{found} {', '.join(parts)}"


def one_line(problem: Problem, say: Translate) -> str:
    """A problem on one line, as compilers write it."""
    place = f"{visible(problem.path)}:{problem.line}:{problem.column}"
    return f"{place}: {visible(problem.message.say(say))} [{problem.code}]"
