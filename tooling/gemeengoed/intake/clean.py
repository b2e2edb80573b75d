"""Text as strangers type and paste it, made plain: what cannot be seen or would act is out, the words are all there."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LINE_ENDS: Final = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
_HIDDEN: Final = frozenset({"Cc", "Cs", "Co", "Cn"})
_ACTING: Final = frozenset("\u200b\u200e\u200f\u2060\ufeff\u061c\u180e" + "".join(map(chr, range(0x202A, 0x202F))))
_ISOLATES: Final = frozenset(map(chr, range(0x2066, 0x2070)))
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def clean(text: str) -> str:
    """The text in Unicode NFC with ``\\n`` for every line end, without hidden signs and blanks around it.

    Out go control characters, signs that turn text around, and what is no character; joiners inside words (which some
    scripts and emoji need) stay, and so do tabs.
    """
    lines = _LINE_ENDS.sub("\n", text)
    kept = "".join(sign for sign in lines if sign in "\n\t" or not _is_hidden(sign))
    return unicodedata.normalize("NFC", kept).strip()


def one_line(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(clean(text).split())


def lines(text: str) -> list[str]:
    """The lines that say something, without the dash or number of a list in front."""
    bare = (re.sub(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+", "", line) for line in clean(text).split("\n"))
    return [" ".join(line.split()) for line in bare if line.strip()]


def body(text: str) -> tuple[str, bool]:
    """The text of a page, and whether something was left out that no reader would have seen (an HTML comment).

    A comment can switch off a check on a page, which is for the editors to decide.
    """
    plain = "\n".join(line.rstrip() for line in clean(text).split("\n"))
    visible = _COMMENT.sub("", plain)
    return visible.strip(), visible != plain


def _is_hidden(sign: str) -> bool:
    return sign in _ACTING or sign in _ISOLATES or unicodedata.category(sign) in _HIDDEN
