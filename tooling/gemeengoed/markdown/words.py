"""The bare words of a Markdown text, and the steps that it lists, for programs that know no Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from gemeengoed.markdown.mask import mask

_IMAGE = re.compile(r"!\[(?P<words>[^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_LINK = re.compile(r"\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_DEFINITION = re.compile(r"^[ \t>]*\[[^\]\n]+\]:.*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<(?=[a-zA-Z][a-zA-Z0-9+.-]*:)|\{:?[^{}\n]*\}[ \t]*$", re.MULTILINE)
_START = re.compile(r"^[ \t]*(?:>[ \t]*|#{1,6}[ \t]+|[-*+][ \t]+|\d{1,2}[.)][ \t]+|\|)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_=|:][ \t]*){3,}$", re.MULTILINE)
_FENCE = re.compile(r"^[ >]*(?:`{3,}|~{3,}).*$", re.MULTILINE)
_EMPHASIS = re.compile(  # no longer than a paragraph: each sign would look for another to the end of the text
    r"(?<![\w\\])(?P<sign>\*{1,3}|_{1,3})(?=\S)(?P<words>.{1,1000}?)(?<=\S)(?P=sign)(?!\w)", re.DOTALL
)
_ESCAPE = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])")

_STEP = re.compile(r"(?P<sign>\d{1,2})\.[ \t]+(?=\S)")
_POINT = re.compile(r"(?P<sign>[-*+])[ \t]+(?=\S)")
_LEAD = re.compile(r"(?:\*\*|__)(?P<lead>[^*_\n]+?)(?:\*\*|__)")
_SECTION = re.compile(r"^##[ \t]+(?P<name>.+?)[ \t#]*$", re.MULTILINE)
_SENTENCE = re.compile(r"^.{0,119}?[.!?:](?=\s|$)", re.DOTALL)

FEWEST = 2
"""How many entries make a list of steps."""


@dataclass(frozen=True)
class Step:
    """A step: its name, and all that is said of it."""

    name: str
    text: str


def plain_words(text: str, most: int = 0) -> str:
    """The words of a text on one line; with ``most`` no longer than that many characters, cut between words."""
    bare = _DEFINITION.sub(" ", _COMMENT.sub(" ", text))
    for pattern in (_IMAGE, _LINK):
        bare = pattern.sub(r"\g<words>", bare)
    for pattern in (_FENCE, _RULE, _TAG, _START):
        bare = pattern.sub(" ", bare)
    bare = _EMPHASIS.sub(r"\g<words>", bare).replace("`", "").replace("|", " ")
    words = " ".join(unescape(_ESCAPE.sub(r"\g<sign>", bare)).split())
    if not most or len(words) <= most:
        return words
    return f"{words[: most - 1].rsplit(' ', 1)[0]}…"


def steps(body: str) -> tuple[Step, ...]:
    """The steps of a method: its longest numbered list, or where it has none its sections; none when it is neither."""
    if found := _longest(body, _STEP):
        return found
    sections = list(_sections(body))
    return tuple(sections) if len(sections) >= FEWEST else ()


def steps_or_points(body: str) -> tuple[Step, ...]:
    """What a text lists: the same steps, or where none are numbered the longest of its other lists."""
    return _longest(body, _STEP) or _longest(body, _POINT)


def _longest(body: str, entry: re.Pattern[str]) -> tuple[Step, ...]:
    """The longest list of such entries; of those that are as long, the first."""
    lists = [found for found in _lists(body, entry) if len(found) >= FEWEST]
    return tuple(_step(text) for text in max(lists, key=len)) if lists else ()


def _lists(body: str, entry: re.Pattern[str]) -> Iterator[list[str]]:
    """Every list that stands by itself: the text of each entry, with what is indented below it."""
    entries: list[str] = []
    for line, seen in zip(body.split("\n"), mask(body).split("\n"), strict=True):
        match = entry.match(line)
        if match and seen.startswith(match["sign"]):
            if match["sign"] == "1" and entries:
                yield entries
                entries = []
            entries.append(line[match.end() :])
        elif entries and (not line.strip() or line.startswith(("   ", "\t"))):
            entries[-1] += f"\n{line}"
        elif (entries and seen.strip().startswith("#")) or (entries and entries[-1].endswith("\n")):
            yield entries
            entries = []
        elif entries:
            entries[-1] += f"\n{line}"
    if entries:
        yield entries


def _step(text: str) -> Step:
    words, lead = plain_words(text), _LEAD.match(text.lstrip())
    sentence = _SENTENCE.match(words)
    name = plain_words(lead["lead"]) if lead else sentence.group() if sentence else plain_words(text, 120)
    return Step(name.rstrip(" .:"), words)


def _sections(body: str) -> Iterator[Step]:
    found = list(_SECTION.finditer(mask(body)))
    ends = [*(match.start() for match in found), len(body)][1:]
    for match, end in zip(found, ends, strict=True):
        name, text = plain_words(body[slice(*match.span("name"))]), plain_words(body[match.end() : end])
        yield Step(name, text or name)
