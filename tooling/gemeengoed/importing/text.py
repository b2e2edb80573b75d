"""Their text as ours: what a site generator wrote between, links as HTML, headings, and where links go."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final
from urllib.parse import urljoin

from gemeengoed.i18n import Message, message
from gemeengoed.markdown.links import Link, rewrite_links

_BASE: Final = re.compile(r"\{\{\s*site\.(?:base)?url\s*\}\}")
_LINK: Final = re.compile(r"\{%-?\s*(?:link|post_url)\s+([^\s%]+)\s*-?%\}")
_LIQUID: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ANCHOR: Final = re.compile(r"<a\s[^>]*?href=(?:\"([^\"]*)\"|'([^']*)')[^>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
_WRAPPER: Final = re.compile(
    r"^[ \t]*</?(?:section|div|main|article|span)\b[^>]*>[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_HEADING: Final = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_BLANKS: Final = re.compile(r"\n{3,}")


@dataclass
class Rewritten:
    """A text being made ours, and what was lost or must be looked at. ``pictures`` are the files that it shows."""

    text: str
    remarks: list[Message] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)


def plain_markdown(text: str, replacements: Mapping[str, str]) -> Rewritten:
    """The text without a site generator's tags and wrappers, and with HTML links as Markdown ones."""
    for piece, instead in replacements.items():
        text = text.replace(piece, instead)
    text = _LINK.sub(lambda match: "/" + match[1], _BASE.sub("", text))
    text = _ANCHOR.sub(_markdown_link, text)
    text = _WRAPPER.sub("", text)
    shown = _COMMENT.sub("", text)
    made = Rewritten(_BLANKS.sub("\n\n", shown).strip())
    if shown != text:
        made.remarks.append(message("a remark that no reader sees left out"))
    for tag in dict.fromkeys(_LIQUID.findall(made.text)):
        made.remarks.append(message("tag left out: {tag}", tag=" ".join(tag.split())[:60]))
    made.text = _LIQUID.sub("", made.text)
    return made


def _markdown_link(match: re.Match[str]) -> str:
    address, label = unescape(match[1] or match[2] or "").strip(), " ".join(match[3].split())
    return f"[{label}]({address.replace(' ', '%20').replace('(', '%28').replace(')', '%29')})" if address else label


def levelled(text: str) -> str:
    """The text with its headings from the second level on: the first is that of the title."""
    levels = [len(match[1]) for match in _HEADING.finditer(text)]
    down = 2 - min(levels) if levels and min(levels) != 2 else 0
    return _HEADING.sub(lambda match: f"{'#' * min(6, max(2, len(match[1]) + down))} {match[2]}", text)


def take_section(text: str, heading: str) -> tuple[str, str | None]:
    """The text without a section, and the text of that section; None where there is none."""
    for match in _HEADING.finditer(text):
        if match[2].strip().casefold() == heading.strip().casefold():
            following = (
                other.start() for other in _HEADING.finditer(text, match.end()) if len(other[1]) <= len(match[1])
            )
            end = next(following, len(text))
            return (text[: match.start()] + text[end:]).strip(), text[match.end() : end].strip()
    return text, None


def rename_heading(text: str, heading: str, ours: str) -> str:
    """The text with a heading in other words."""

    def renamed(match: re.Match[str]) -> str:
        is_it = match[2].strip().casefold() == heading.strip().casefold()
        return f"{match[1]} {ours}" if is_it else match[0]

    return _HEADING.sub(renamed, text)


def with_links(made: Rewritten, here: str, known: Mapping[str, str], site: str, media: Mapping[str, str]) -> None:
    """Lead every link to where its target is now.

    ``here`` is the path of the file, ``known`` the old paths and addresses with the items that they became, ``media``
    the files that can come along. A link to what is not here leads to their site, or loses its address, said so.
    """

    def lead(link: Link) -> str | None:
        target = _target(link.target, here, known, media, made)
        if target is not None or link.is_external or link.target.startswith("#"):
            return target or link.target
        elsewhere = urljoin(site, link.target.removesuffix(".md")) if site and not link.is_image else ""
        if elsewhere:
            made.remarks.append(message("link to '{old}' now leads to {new}", old=link.target, new=elsewhere))
        else:
            made.remarks.append(message("link to '{old}' left out, its words stay", old=link.target))
        return elsewhere or None

    made.text = rewrite_links(made.text, lead)


def _target(target: str, here: str, known: Mapping[str, str], media: Mapping[str, str], made: Rewritten) -> str | None:
    path, hash_, anchor = target.partition("#")
    if not path:
        return None
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(here), path.split("?")[0]))
    for form in (beside, path.split("?")[0].strip("/"), path):
        item = known.get(form) or known.get(f"{form}.md") or known.get(f"/{form}/")
        if item:
            slug = item.rpartition("/")[2]
            return (
                f"{item}{hash_}{anchor}"
                if anchor and anchor not in (slug, path.strip("/").rpartition("/")[2])
                else item
            )
        if form in media:
            made.pictures[form] = media[form]
            return media[form]
    return None
