"""Words of strangers in a comment on a forge: read as they were written, and acting on nothing.

A comment is Markdown, and more: it sends mail to whoever is named after an @, and links what stands after a #.
"""

from __future__ import annotations

import re
from typing import Final

from gemeengoed.visible import visible

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]()<>#!|~&@:/$^=]|(?<=www)\.", re.IGNORECASE)
_CALLS: Final = re.compile(r"(?<=[@#])(?=\w)|(?<=GH)(?=-)", re.IGNORECASE)
_JOINER: Final = "\u2060"
"""A sign that is not seen and joins words; after it, a forge knows no name and no number."""


def quoted(text: str) -> str:
    """A value inside a sentence, on one line: every sign that Markdown or HTML may act on there is an entity.

    Not at the start of a line, where a dot or a hyphen makes a list.
    """
    called = _CALLS.sub(_JOINER, visible(" ".join(text.split())))
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", called)


def code(text: str) -> str:
    """A value as a span of code, on one line."""
    shown = visible(" ".join(text.split())) or " "
    fence = "`" * (1 + max(map(len, re.findall(r"`+", shown)), default=0))
    return f"{fence} {shown} {fence}" if "`" in shown else f"{fence}{shown}{fence}"


def block(text: str, limit: int) -> str:
    """A text as a block of code, cut after ``limit`` characters."""
    cut = text if len(text) <= limit else f"{text[:limit]}\n…"
    shown = "\n".join(visible(line.replace("\t", "    ")) for line in cut.split("\n"))
    fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", shown)), default=0))
    return f"{fence}text\n{shown}\n{fence}"
