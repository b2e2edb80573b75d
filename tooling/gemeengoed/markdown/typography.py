"""Well-set text in finished HTML: curly quotes, dashes, ellipses, and no line that ends between a number and its unit.

Over HTML, so that what Markdown made and what our templates made look alike, in both engines. Code, attributes and what
somebody fills in are left alone. (Python-Markdown's ``smarty`` and smartypants take the apostrophe of "'s avonds" for a
quote, and know one language for all pages.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Marks(NamedTuple):
    """The quotes of a language: double and single, each opening and closing."""

    double: tuple[str, str] = ("“", "”")
    single: tuple[str, str] = ("‘", "’")
    stands_off: bool = False
    """Whether the spaces before ``; : ! ?`` and within guillemets end no line, as in French."""


DUTCH_AND_ENGLISH = Marks()
OTHERS = {"fr": Marks(("«\u202f", "\u202f»"), ("“", "”"), True), "de": Marks(("„", "“"), ("‚", "‘"))}
"""The languages whose quotes are others than those of Dutch and English, which are the same."""

_LEFT_ALONE = r"<(script|style|pre|code|kbd|samp|var|textarea|select)\b.*?</\1\s*>"
_TAG = r"<(/?[a-z][a-z0-9]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
_MARKUP = re.compile(f"{_LEFT_ALONE}|{_TAG}|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_PLAIN = "[^<>\"'&0-9]*+"
_OTHER = "(?:&(?!#3[49];)|[0-9](?! (?i:uur|minuten|euro|hours|minutes)))"
_ALONE = re.compile(_LEFT_ALONE, re.DOTALL)
_QUOTED = re.compile(rf">(?P<text>{_PLAIN}(?:{_OTHER}{_PLAIN})*+[\"'&0-9][^<>]*)(?=<)")
"""What templates make has its tags in small letters, and Python finds what begins with one certain sign much faster."""

_STANDING_OFF = re.compile(rf"{_LEFT_ALONE}|>(?P<text>[^<>]*(?: [;:!?»]|« )[^<>]*)(?=<)", re.DOTALL)
_NARROW, _WHOLE = re.compile(r" (?=[;!?»])|(?<=«) "), re.compile(r" (?=:)")
"""Spaces that end no line in French: narrow ones, and a whole one before a colon (as the Imprimerie nationale does)."""
_WITHIN_A_LINE = re.compile(r"/?(?:a|abbr|b|cite|del|dfn|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)", re.IGNORECASE)
_ESCAPED = re.compile(r"&(?:#(3[49])|(quot));")
_OPENS = re.compile(r"""(^|[\s(\[{–—/«“‘„‚])(["'])(?=\S|$)""")
_UNITS = (
    "uur|u|minuten|minuut|min|seconden|euro|procent|km|m|cm|mm|kg|ha|m²|km²|miljoen|miljard|"
    "hours|hour|minutes|minute|seconds|percent|million|billion|%"
)
_BEFORE_NUMBERS = ("€", "§", r"\bp\.", r"\bnr\.", r"\bart\.", r"\bblz\.", r"\bNo\.", r"\bca\.")
_BEFORE_WORDS = (r"\bbv\.", r"\bbijv\.", r"\bdhr\.", r"\bmevr\.", r"\be\.g\.", r"\bi\.e\.")
_KEPT_TOGETHER = re.compile(
    rf" (?:(?<=\d )(?=(?:{_UNITS})(?![\w²]))"
    rf"|(?<=[.€§] )(?:(?=\d)(?:{'|'.join(f'(?<={before} )' for before in _BEFORE_NUMBERS)})"
    rf"|(?=\w)(?:{'|'.join(f'(?<={before} )' for before in _BEFORE_WORDS)})))"
)
"""A space between what stands on one line: it begins with the space, which Python finds fastest."""

_WITHIN_A_WORD = re.compile(r"(?<=\w)'(?=\w)")
_SHORTENED = re.compile(r"(?<!\w)'(?=(?:s|n|t|k|m|r|ns|tis|twas|em)(?!\w)|\d0s)", re.IGNORECASE)


def typeset(html: str, language: str = "nl") -> str:
    """The HTML with its text well set, by the quotes of ``language``."""
    marks = OTHERS.get(language, DUTCH_AND_ENGLISH)
    done, at, before = [], 0, " "
    for markup in _MARKUP.finditer(html):
        if text := html[at : markup.start()]:
            done.append(_set(text, before, marks))
            before = text[-1]
        done.append(markup[0])
        if markup[1]:
            before = "x"
        elif not _WITHIN_A_LINE.fullmatch(markup[2] or "p"):
            before = " "
        at = markup.end()
    done.append(_set(html[at:], before, marks))
    return "".join(done)


def typeset_template(html: str, language: str) -> str:
    """The same of what a template made, where a quote stands in few texts: only those are looked at."""
    marks = OTHERS.get(language, DUTCH_AND_ENGLISH)
    done, at = [], 0
    for found in _quoted_texts(html):
        ends = html.startswith("</", html.rfind("<", 0, found.start() + 1))
        done += [html[at : found.start() + 1], _set(found["text"], "x" if ends else " ", marks)]
        at = found.end()
    html = "".join([*done, html[at:]])
    if marks.stands_off:
        html = _STANDING_OFF.sub(lambda found: _stand_off(found[0]) if found["text"] else found[0], html)
    return html


def _quoted_texts(html: str) -> Iterator[re.Match[str]]:
    """The texts to look at, outside what is left alone."""
    at = 0
    for alone in _ALONE.finditer(html):
        yield from _QUOTED.finditer(html, at, alone.start() + 1)
        at = alone.end()
    yield from _QUOTED.finditer(html, at)


def typeset_text(text: str, language: str) -> str:
    """The same of a text without tags."""
    return _set(text, " ", OTHERS.get(language, DUTCH_AND_ENGLISH))


def _stand_off(text: str) -> str:
    return _WHOLE.sub("\u00a0", _NARROW.sub("\u202f", text))


def _set(text: str, before: str, marks: Marks) -> str:
    if marks.stands_off:
        text = _stand_off(text)
    if "&" in text:
        text = _ESCAPED.sub(lambda found: "'" if found[1] == "39" else '"', text)
    text = text.replace("...", "…").replace("--", "–").replace(" - ", " – ")
    if "'" in text or '"' in text:
        text = _quoted(text, before, marks)
    return _KEPT_TOGETHER.sub("\u00a0", text)


def _quoted(text: str, before: str, marks: Marks) -> str:
    text = _SHORTENED.sub("’", text)
    text = _OPENS.sub(lambda found: found[1] + _mark(found[2], marks, 0), before + text)[len(before) :]
    text = text.replace('"', marks.double[1])
    return _WITHIN_A_WORD.sub("’", text).replace("'", marks.single[1])


def _mark(quote: str, marks: Marks, end: int) -> str:
    return (marks.double if quote == '"' else marks.single)[end]
