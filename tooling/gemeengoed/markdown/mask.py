"""Markdown with its code and comments blanked out, every other character where it was."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

_FENCE = re.compile(r"^([ >]*)(`{3,}+|~{3,}+)[^\n`]*\n.*?(?:^\1?[ >]*\2[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_RUN_OR_BLANK_LINE = re.compile(r"`+|\n[ \t>]*\n")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def mask_code(text: str) -> str:
    """The text with fenced and inline code replaced by spaces; line ends stay."""
    if "`" not in text and "~~~" not in text:
        return text
    masked = _FENCE.sub(_blank, text)
    pieces, done = list[str](), 0
    for start, end in _code_spans(masked):
        pieces += [masked[done:start], re.sub(r"[^\n]", " ", masked[start:end])]
        done = end
    return "".join([*pieces, masked[done:]])


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of inline code: from a run of backticks to the next one as long, in the same paragraph."""
    runs: list[tuple[int, int]] = []
    for match in _RUN_OR_BLANK_LINE.finditer(text):
        if match.group()[0] == "`":
            runs.append(match.span())
        else:
            yield from _pairs(text, runs)
            runs = []
    yield from _pairs(text, runs)


def _pairs(text: str, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    closing: list[int | None] = []
    latest: dict[int, int] = {}
    for number in reversed(range(len(runs))):
        length = runs[number][1] - runs[number][0]
        closing.append(latest.get(length))
        latest[length] = number
    closing.reverse()
    number = 0
    while number < len(runs):
        start, close = runs[number][0], closing[number]
        is_escaped = start > 0 and text[start - 1] == "\\"
        if close is None or is_escaped:
            number += 1
        else:
            yield start, runs[close][1]
            number = close + 1


def mask(text: str) -> str:
    """The text with code and HTML comments replaced by spaces; line ends stay."""
    masked = mask_code(text)
    return _COMMENT.sub(_blank, masked) if "<!--" in masked else masked


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def place(text: str, offset: int, first_line: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text that starts on ``first_line`` of its file."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset) - 1
    return first_line + line, offset - starts[line] + 1


@lru_cache(maxsize=8)
def _line_starts(text: str) -> list[int]:
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))[:-1]
