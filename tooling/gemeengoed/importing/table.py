"""The table of an import: every file, what becomes of it, and what of it needs a look. Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from gemeengoed.i18n import Translate, message
from gemeengoed.importing.item import Line
from gemeengoed.importing.plan import Plan
from gemeengoed.problems import Problem, Severity
from gemeengoed.visible import visible

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|&#~{}$]|://")


def table(plan: Plan, problems: Iterable[Problem], say: Translate) -> str:
    """A row for each file of the collection, below a line that counts; no value can be anything but text."""
    found = list(problems)
    weights = Counter((problem.path, problem.severity) for problem in found)
    heads = (say("File"), say("Becomes"), say("Problems"), say("To look at"))
    rows = [_row(line, weights, say) for line in plan.lines]
    return "\n".join([_count(plan, found, say), "", _cells(heads), "| --- | --- | --- | --- |", *rows]) + "\n"


def _count(plan: Plan, found: list[Problem], say: Translate) -> str:
    taken = sum(bool(line.path) for line in plan.lines)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    counted = message(
        "{files} files: {taken} taken in, {left} not, with the reason. Errors: {errors}, other problems: {others}.",
        files=len(plan.lines), taken=taken, left=len(plan.lines) - taken, errors=errors, others=len(found) - errors,
    )  # fmt: skip
    return counted.say(say)


def _row(line: Line, weights: Counter[tuple[str, Severity]], say: Translate) -> str:
    reason = line.why.say(say) if line.why else ""
    not_taken = say("not taken in")
    becomes = _code(line.path) if line.path else f"{not_taken}: {_plain(reason)}"
    counts = (f"{say(severity.label)}: {weights[line.path, severity]}" for severity in Severity)
    problems = [count for count in counts if line.path and not count.endswith(": 0")]
    return _cells(
        (
            _code(line.file),
            becomes,
            ", ".join(problems),
            "<br>".join(_plain(remark.say(say)) for remark in dict.fromkeys(line.remarks)),
        )
    )


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    return f"`{visible(text).replace('`', '')}`" if "|" not in text else _plain(text)


def _plain(text: str) -> str:
    """A value as nothing but text in a cell."""
    return _MARKUP.sub(lambda match: f"&#{ord(match[0][0])};{match[0][1:]}", visible(" ".join(text.split())))


def redirects(plan: Plan, address: dict[str, str]) -> Iterator[str]:
    """The old addresses with the new ones, as lines that static hosts read (``_redirects``)."""
    for old, ref in sorted(plan.redirects.items()):
        yield f"{old} /{address[ref]} 301"
