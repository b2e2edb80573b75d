"""Raw HTML and addresses in a Markdown text that could do something in a reader's browser.

This reports; what keeps readers safe is ``sanitise``, which works on the rendered page whatever is found here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gemeengoed.markdown.links import Link, find_links
from gemeengoed.markdown.mask import mask_code

FORBIDDEN_TAGS = (
    "script", "iframe", "object", "embed", "applet", "form", "input", "button", "textarea", "select", "style", "link",
    "meta", "base", "frame", "frameset", "portal", "svg", "math", "template", "noscript", "video", "audio",
)  # fmt: skip
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_TAG = re.compile(rf"<(?P<name>{'|'.join(FORBIDDEN_TAGS)})\b", re.IGNORECASE)
_HANDLER = re.compile(r"<[a-zA-Z][^<>]*?[\s\"'/](?P<name>on[a-z]+)\s*=", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_BLANK = re.compile(r"[\x00-\x20\u200b-\u200f\u2028\u2029\ufeff]+")


@dataclass(frozen=True)
class Unsafe:
    """Something unsafe: what it is (``tag``, ``handler`` or ``address``), what it says, and its offset."""

    what: str
    quote: str
    offset: int


def find_unsafe(text: str, links: Iterable[Link] | None = None) -> Iterator[Unsafe]:
    """Everything unsafe in the text, in code aside, in order of place. ``links`` are those of the text, where known."""
    found: list[Unsafe] = []
    if "<" in text:
        masked = mask_code(text)
        found += [Unsafe("tag", match["name"].lower(), match.start()) for match in _TAG.finditer(masked)]
        found += [Unsafe("handler", match["name"], match.start("name")) for match in _HANDLER.finditer(masked)]
    for link in find_links(text) if links is None else links:
        scheme = address_scheme(link.target)
        if scheme and scheme not in SAFE_SCHEMES:
            found.append(Unsafe("address", f"{scheme}:", link.start))
    yield from sorted(found, key=lambda unsafe: unsafe.offset)


def address_scheme(target: str) -> str:
    """The scheme that a browser reads in an address, hidden signs and entities undone; empty for none."""
    match = _SCHEME.match(_BLANK.sub("", html.unescape(target)))
    return match[1].lower() if match else ""
