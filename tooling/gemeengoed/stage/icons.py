"""Icons that stand on a page several times: drawn at the first place, and named at the others.

A list of fifty pages, each with the sign of its kind, had 27 kB of drawings and has 9 so. What templates make is kept
and used on many pages, so only of a whole page can be said which place is the first.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from gemeengoed.stage.page import StagedPage

_PARTS = ("header", "aside", "footer")
_ICON = re.compile(r'(<svg aria-hidden="true" viewBox="0 0 24 24">)<path d="([^"]{40,})"/>(?=</svg>)')


def drawn_once(page: StagedPage) -> StagedPage:
    """The page with each of its icons drawn once."""
    parts = {name: page.parts[name] for name in _PARTS if name in page.parts}
    counts = Counter(path for html in parts.values() for _, path in _ICON.findall(html))
    names = {path: f"gg-icon-{number}" for number, path in enumerate(path for path in counts if counts[path] > 1)}
    if not names:
        return page
    drawn: set[str] = set()

    def place(match: re.Match[str]) -> str:
        svg, path = match.groups()
        if path not in names:
            return match[0]
        if path in drawn:
            return f'{svg}<use href="#{names[path]}"/>'
        drawn.add(path)
        return f'{svg}<path id="{names[path]}" d="{path}"/>'

    return replace(page, parts={**page.parts, **{name: _ICON.sub(place, html) for name, html in parts.items()}})
