"""A Python-Markdown extension that makes every rendered page safe: nothing in content can act in a browser.

It runs last, over the finished HTML of the page, in whichever engine renders it, with the Ammonia allow-list of nh3.
Named in ``mkdocs.yml`` as ``gemeengoed.markdown.sanitise``.
"""

from __future__ import annotations

import re
from typing import Any

import nh3
from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from gemeengoed.markdown.typography import OTHERS, typeset

TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir", "role", "aria-label", "aria-hidden", "data-pagefind-ignore"},
    "a": {"href", "rel"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "headers", "style"},
    "th": {"colspan", "rowspan", "headers", "scope", "style"},
    "details": {"open"},
    "col": {"span"},
    "abbr": {"title"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

_CLASSES = re.compile(
    r"admonition(-title)?|note|tip|warning|info|success|question|danger|example|quote|abstract|failure|bug|inline|end"
    r"|headerlink|footnote(-ref|-backref)?|highlight|language-[\w-]+|codehilite|linenos|[a-z]{1,2}\d?|toc(link)?"
)
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
"""A table, which gets a frame of the site's own to scroll in: on a phone the page must not."""

_LANGUAGE = re.compile(r"\s*<!-- language: (\w+) -->")
"""What ``in_language`` wrote before a text."""

_PART = re.compile(r"<!-- (?:in ([a-z]{2,3})|out) -->")
"""What ``part_in`` wrote around one."""

_RESERVED_IDS = re.compile(r"__|gg-|(config|document|location|window|pagefind)$", re.IGNORECASE)


def _filter(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return " ".join(word for word in value.split() if _CLASSES.fullmatch(word)) or None
    if name == "id" and _RESERVED_IDS.match(value):
        return None
    if name == "role" and value not in {"doc-noteref", "doc-backlink", "doc-endnotes"}:
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags={"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"},
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    attribute_filter=_filter,
    url_schemes=SCHEMES,
    link_rel=None,
    filter_style_properties={"text-align"},
)
"""Made once: making it takes longer than most texts."""


def in_language(text: str, language: str) -> str:
    """The Markdown, noting in which language it is, where the typography of that is another than the usual."""
    return f"<!-- language: {language} -->\n\n{text}" if language in OTHERS else text


def part_in(text: str, language: str) -> str:
    """The Markdown, noting that it is in another language than what it is put into."""
    return f"<!-- in {language} -->\n\n{text}\n\n<!-- out -->"


def sanitise(html: str) -> str:
    """The HTML without anything that could act, imitate the site's own parts, or hide where a link goes.

    Allowed tags and attributes are those of TAGS and ATTRIBUTES; classes are those that Markdown itself makes.
    """
    return _CLEANER.clean(html)


class _SafePages(Postprocessor):
    """The last step of rendering a page."""

    def run(self, text: str) -> str:
        language = _LANGUAGE.match(text)
        text = _PART.sub(lambda part: f'<div lang="{part[1]}">' if part[1] else "</div>", text)
        html = typeset(sanitise(text), language[1] if language else "")
        return _TABLE.sub(r'<div class="gg-scroll">\g<0></div>', html)


class SafeExtension(Extension):
    """Registers the last step."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the step after all others."""
        md.postprocessors.register(_SafePages(md), "gemeengoed-safe", -1000)


def makeExtension(**options: Any) -> SafeExtension:
    """The extension, as Python-Markdown asks for it by module name."""
    return SafeExtension(**options)
