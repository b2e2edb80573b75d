"""Lists that Python-Markdown will not make, or not as they were meant.

Its rules differ from those of other programs (python-markdown.github.io, "Differences"): a list needs a blank line
before it, and an item inside an item needs four spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<sign>[-*+]|\d{1,2}\.)[ \t]+\S")
_WRONG = re.compile(r"[ ]{0,3}(?P<sign>[•●○◦▪■‣·–—]|o(?=\t)|\d{1,2}\))[ \t]*\S")
_DOUBTFUL = re.compile(r"[–—·]|\d{1,2}\)")
_ANY = re.compile(r"^[ ]*(?:[-*+•●○◦▪■‣·–—][ \t]*\S|o\t|\d{1,2}[.)][ \t])", re.MULTILINE)
_RULE = re.compile(r"[ ]{0,3}(?:[-*_][ \t]*){3,}$")
_NO_TEXT = ("#", ">", "|", "<", "!!!", "???", "[^", "*[", ":")


@dataclass(frozen=True)
class BrokenList:
    """Where a list goes wrong, its sign, and why: it is ``joined`` to a text, has a wrong ``sign`` or ``indent``."""

    why: str
    sign: str
    offset: int


def find_broken_lists(masked: str) -> Iterator[BrokenList]:
    """The lists of a masked text that go wrong; of several lines in a row the first."""
    if not _ANY.search(masked):
        return
    offset, before, in_list, indent = 0, "", False, 0
    lines = masked.split("\n")
    for number, line in enumerate(lines):
        item = None if _RULE.match(line) else _ITEM.match(line)
        if item:
            inset = len(item["indent"])
            if in_list and (inset - indent) % 4 and not _is_level(before, inset):
                yield BrokenList("indent", item["sign"], offset + inset)
            elif not in_list and inset < 4:
                if _is_text(before):
                    yield BrokenList("joined", item["sign"], offset + inset)
                indent = inset
            in_list = in_list or inset < 4
        elif (wrong := _WRONG.match(line)) and not in_list:
            if not _WRONG.match(before) and _is_run(wrong["sign"], lines[number + 1 : number + 3]):
                yield BrokenList("sign", wrong["sign"], offset + wrong.start("sign"))
        elif line and line[0] not in " \t" and not before.strip():
            in_list = False
        offset += len(line) + 1
        before = line


def _is_text(line: str) -> bool:
    """Whether a line is of a paragraph, which a list cannot interrupt."""
    return bool(line.strip()) and not line.startswith((" ", "\t", *_NO_TEXT)) and not _WRONG.match(line)


def _is_run(sign: str, following: list[str]) -> bool:
    """Whether a sign that may also start a sentence starts the next line too, a blank one aside."""
    if not _DOUBTFUL.fullmatch(sign):
        return True
    after = next((match for line in following if (match := _WRONG.match(line))), None)
    return after is not None and bool(_DOUBTFUL.fullmatch(after["sign"]))


def _is_level(line: str, inset: int) -> bool:
    """Whether a line is an item as far in, so that one report tells of both."""
    item = _ITEM.match(line)
    return item is not None and len(item["indent"]) == inset
