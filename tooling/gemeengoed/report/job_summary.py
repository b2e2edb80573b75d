"""Problems as the Markdown of a job summary (GitHub Actions, ``GITHUB_STEP_SUMMARY``): all of them, on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from gemeengoed.i18n import Translate, message
from gemeengoed.problems import Problem, Severity
from gemeengoed.report.context import NO_CONTEXT, Context
from gemeengoed.report.text import summary
from gemeengoed.visible import visible

LIMIT: Final = 900_000
"""At most so many bytes: the forge takes a mebibyte for a step, and shows nothing of a longer one."""

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&@:/$^=]")


def report(problems: Sequence[Problem], say: Translate, context: Context = NO_CONTEXT) -> str:
    """A table for each file, below a line that counts. No value can be anything but text there."""
    parts, size = [f"## {_text(summary(problems, say))}\n", *_guidance(problems, say)], 0
    for count, part in _tables(problems, say, context):
        size += len(part.encode())
        if size > LIMIT:
            left = message("{count} more problems do not fit here; the log has them all.", count=len(problems) - count)
            parts.append(f"\n{_text(left.say(say))}\n")
            break
        parts.append(part)
    return "".join(parts)


def _guidance(problems: Sequence[Problem], say: Translate) -> Iterator[str]:
    """What somebody does next who has never worked with git."""
    if problems:
        how = say(
            "You can mend this yourself. Open the tab with the changed files, choose 'Edit file' behind the three dots "
            "of a file, change the lines that are named here, and save. Then everything is checked again by itself."
        )
        yield f"\n{_text(how)}\n"
    if any(problem.severity is not Severity.ERROR for problem in problems):
        which = say("Only errors keep a page from being published. Of the rest, judge for yourself.")
        yield f"\n{_text(which)}\n"


def _tables(problems: Sequence[Problem], say: Translate, context: Context) -> Iterator[tuple[int, str]]:
    """Each piece of the tables, with how many problems came before it."""
    count = 0
    for path, group in groupby(problems, key=lambda problem: problem.path):
        heads = (say("Line"), say("Weight"), say("What must hold, and what to do"), say("Rule"))
        yield count, f"\n### {_text(path)}\n\n| {' | '.join(map(_text, heads))} |\n| --: | --- | --- | --- |\n"
        for problem in group:
            yield count, _row(problem, say, context)
            count += 1


def _row(problem: Problem, say: Translate, context: Context) -> str:
    said = _text(problem.message.say(say))
    if problem.advice is not None:
        said += f"<br>→ {_text(problem.advice.say(say))}"
    link = context.link(problem.code)
    rule = f"[{_text(problem.code)}]({link})" if link else _text(problem.code)
    return f"| {problem.line} | {_text(say(problem.severity.label))} | {said} | {rule} |\n"


def _text(text: str) -> str:
    """A value as nothing but text: every sign that Markdown or HTML may act on is an entity."""
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", visible(text))
