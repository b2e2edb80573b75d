"""Characters that a reader cannot see, and what they do: Unicode TR 36, TR 39, and "Trojan Source" (CVE-2021-42574)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SOFT_HYPHEN = re.compile("\u00ad")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2028\u2029"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
UNUSUAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

MOST = 50
"""How many of them are told of one text; who mends those sees the rest."""

_JOINER = "\u200d"
_ABOUT_EMOJI = re.compile("[\ufe0f\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff\U0001f000-\U0001faff]")


@dataclass(frozen=True)
class Hidden:
    """A hidden character: its offset, its code as Unicode writes it, and its name."""

    offset: int
    code: str
    name: str


def find_characters(pattern: re.Pattern[str], text: str) -> Iterator[Hidden]:
    """The characters of the pattern in the text; of a row of them the first. A joiner inside an emoji is left alone."""
    if text.isascii() and pattern is not INVISIBLE:
        return
    last = -2
    for match in pattern.finditer(text):
        at, sign = match.start(), match.group()
        if not _is_part_of_emoji(text, at, sign):
            if at != last + 1:
                yield Hidden(at, f"U+{ord(sign):04X}", unicodedata.name(sign, "").lower() or "control character")
            last = at


def _is_part_of_emoji(text: str, at: int, sign: str) -> bool:
    if sign == _JOINER:
        return bool(_ABOUT_EMOJI.match(text[at - 1 : at]) and _ABOUT_EMOJI.match(text[at + 1 : at + 2]))
    is_tag = "\U000e0020" <= sign <= "\U000e007f"  # the flags of Scotland, Wales and England
    return is_tag and "\U0001f3f4" in text[max(0, at - 7) : at]
