"""An entry of an overview: something that has a page, with how much stands there."""

from __future__ import annotations

from dataclasses import dataclass

MOST_NAMED = 24
"""Of so many a page names each that is not what its own list is about; then the most of them, and the way to all."""


@dataclass(frozen=True)
class Entry:
    """A term, contributor or organisation in an overview. Without ``href`` nothing stands under it yet."""

    name: str
    href: str
    count: int
    about: str = ""
