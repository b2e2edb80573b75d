"""The running text of a Markdown page: its paragraphs and list items, without code, tables, headings and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BREAK = re.compile(r"\n(?=[ \t]*(?:\n|[-*+][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t]|[>|]|!!!|:[ \t]))")
_LEAD = re.compile(r"[ \t\n>]*(?:[-*+:][ \t]+|\d{1,3}[.)][ \t]+)?(?:\[[ xX]\][ \t]+)?")
_NO_PROSE = ("#", "|", "!!!", "*[", "[", "<")
_ADDRESS = re.compile(r"\]\([^()\n]*\)|\]\[[^\[\]\n]*\]|<[^<>]*>|\{[^{}\n]*\}|https?://\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)*_]*\s+(?=[\"'“‘(*_]*[A-ZÀ-Þ0-9])")


@dataclass(frozen=True)
class Passage:
    """A piece of running text and its offset in the body; what is no text in it is blanked, so offsets stay right."""

    text: str
    offset: int


def paragraphs(masked: str, least: int = 0) -> Iterator[Passage]:
    """The paragraphs, list items and quotes of a text whose code and comments are masked.

    Those with fewer than ``least`` spaces may be left out.
    """
    start = 0
    for end in [*(match.start() for match in _BREAK.finditer(masked)), len(masked)]:
        if masked.count(" ", start, end) < least:
            start = end
            continue
        chunk = masked[start:end]
        lead = _LEAD.match(chunk)
        begin = lead.end() if lead else 0
        text = chunk[begin:].rstrip()
        is_link = text.startswith("[") and "](" in text[:300]
        if text and (is_link or not text.startswith(_NO_PROSE)):
            plain = _ADDRESS.sub(_blank, text) if any(sign in text for sign in "]<{:") else text
            yield Passage(plain, start + begin)
        start = end


def sentences(passage: Passage) -> Iterator[Passage]:
    """The sentences of a passage. A full stop ends one when a space and a capital or digit follow."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(passage.text)), len(passage.text)]:
        text = passage.text[start:end]
        if text.strip():
            yield Passage(text.strip(), passage.offset + start + len(text) - len(text.lstrip()))
        start = end


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())
