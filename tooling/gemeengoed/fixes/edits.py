"""Text edits by line and column on the bytes of a file, its line ends and byte order mark kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from gemeengoed.problems import Problem

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")

Edit = tuple[int, int, str]
"""Start and end offset in the text, and what comes there instead."""


def edited(raw: bytes, problems: Iterable[Problem]) -> bytes:
    """The file with the replacement of every problem in its place. Of edits that overlap only the first is made.

    Raises UnicodeDecodeError when the bytes are not UTF-8.
    """
    whole = raw.decode("utf-8")
    text = whole.lstrip("\ufeff")
    pieces, done = [whole[: len(whole) - len(text)]], 0
    for start, end, new in sorted(set(_edits(text, problems))):
        if start >= done:
            pieces += [text[done:start], new]
            done = end
    return "".join([*pieces, text[done:]]).encode("utf-8")


def _edits(text: str, problems: Iterable[Problem]) -> Iterator[Edit]:
    lines = _LINE.findall(text)
    starts = [0, *accumulate(map(len, lines))]
    line_end = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    for problem in problems:
        if problem.replacement is None or problem.end is None or problem.end[0] > len(lines):
            continue
        start = starts[problem.line - 1] + problem.column - 1
        end = starts[problem.end[0] - 1] + problem.end[1] - 1
        if start <= end <= len(text):
            yield start, end, problem.replacement.replace("\n", line_end)
