"""The headings of a Markdown text and the anchors that Python-Markdown gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

from gemeengoed.markdown.mask import mask, mask_code

_ATX = re.compile(r"^(?P<level>#{1,6})(?P<title>[^\n]*)$", re.MULTILINE)
_SETEXT = re.compile(r"^(?P<title>[^\s\-=#>|][^\n]*)\n(?P<rule>=+|-{2,})[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?(?P<inside>[^{}\n]*)\}$")
_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s}]+)")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_STRESS = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])((?:[^_]|(?<=\w)_(?=\w)){1,300}?)(?<=\S)\1(?!\w)")
_HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\bid\s*=\s*[\"']?(?P<id>[^\s\"'>]+)")
_ATTR_LIST = re.compile(r"\{:?(?P<inside>[^{}\n]*)\}")
_ATTR_ID = re.compile(r"#(?P<id>[^\s#]+)")


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1 to 6, its text without marks, its anchor, and its offset in the text."""

    level: int
    title: str
    anchor: str
    offset: int


def find_headings(text: str) -> Iterator[Heading]:
    """The headings in order, those in code and comments aside."""
    masked = mask(text)
    found = [(match.start(), len(match["level"]), match.span("title")) for match in _ATX.finditer(masked)]
    found += [
        (match.start(), 1 if match["rule"][0] == "=" else 2, match.span("title")) for match in _SETEXT.finditer(masked)
    ]
    parts = [(offset, level, *_split(text[start:end])) for offset, level, (start, end) in sorted(found)]
    used, counters = {anchor for *_, anchor in parts if anchor}, dict[str, int]()
    for offset, level, title, anchor in parts:
        anchor = anchor or unique(slugify(title, "-"), used, counters)  # type: ignore[call-arg]  # types are older
        yield Heading(level, title, anchor, offset)


def _split(title: str) -> tuple[str, str]:
    """The text of a heading without marks, and the anchor that it gives itself."""
    title = title.rstrip("# \t")
    attributes = _ATTRIBUTES.search(title)
    anchor = ""
    if attributes:
        title = title[: attributes.start()]
        given = _ID.search(attributes["inside"])
        anchor = given["id"] if given else ""
    plain = re.sub(r"[*`]|<[^<>]*>", "", _STRESS.sub(r"\2", _LINK.sub(r"\1", title)))
    return plain.strip(), anchor


def find_anchors(text: str) -> set[str]:
    """Every anchor that a link into the rendered text may name."""
    anchors = {heading.anchor for heading in find_headings(text)}
    masked = mask_code(text)
    anchors |= {match["id"] for match in _HTML_ID.finditer(masked)}
    for attributes in _ATTR_LIST.finditer(masked):
        anchors |= {match["id"] for match in _ATTR_ID.finditer(attributes["inside"])}
    return anchors
