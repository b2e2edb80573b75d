"""What Pagefind reads of a page: half of it is menu, and Pagefind takes a fifth of its time to pass over that."""

from __future__ import annotations

import re

_START, _END = b"<main", b"</main>"
_ROOT = re.compile(rb"<html[^>]*>")
_SEARCHED = b"data-pagefind-body"
_SAID = re.compile(rb"data-pagefind-(?!ignore)")


def lean(html: bytes) -> bytes:
    """The page without what stands around its main part; whole, where that might say something to Pagefind.

    Pagefind takes the language from the first tag, the title from the first heading, and the rest from where the page
    says so.
    """
    root, start, end = _ROOT.search(html), html.find(_START), html.rfind(_END) + len(_END)
    if root is None or not 0 < start < end:
        return html
    main = html[start:end]
    if main.count(_START) > 1 or b"<h1" not in main or _SAID.search(html[:start] + html[end:]):
        return html
    return b"<!doctype html>" + root[0] + b"<body>" + main + b"</body></html>"


def is_searched(html: bytes) -> bool:
    """Whether a page is in the index, once any is: Pagefind then takes those alone that say so."""
    return _SEARCHED in html
