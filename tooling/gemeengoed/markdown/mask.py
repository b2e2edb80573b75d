"""Markdown with its code and comments blanked out, every other character where it was."""

from __future__ import annotations

import re

_FENCE = re.compile(r"^([ >]*)(`{3,}|~{3,})[^\n`]*\n.*?(?:^\1?[ >]*\2[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def mask_code(text: str) -> str:
    """The text with fenced and inline code replaced by spaces; line ends stay."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(_blank, _FENCE.sub(_blank, text))


def mask(text: str) -> str:
    """The text with code and HTML comments replaced by spaces; line ends stay."""
    masked = mask_code(text)
    return _COMMENT.sub(_blank, masked) if "<!--" in masked else masked


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def place(text: str, offset: int, first_line: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text that starts on ``first_line`` of its file."""
    return first_line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset)
