"""Python-Markdown without trying its patterns where they can find nothing.

It holds some twenty patterns against every text, letter by letter, and most texts have none of the signs that what they
look for begins with. A text without any is passed over as its own ``AtomicString`` is (what must not be looked at
further); a block is held against a pattern only where its sign stands. That was a quarter of rendering.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

INLINE = (
    "backtick", "escape", "footnote", "reference", "link", "image_link", "image_reference", "short_reference",
    "short_image_ref", "autolink", "automail", "linebreak", "html", "entity", "em_strong",
)  # fmt: skip
"""The patterns for what stands within a text, which find nothing without one of the signs of ``_SIGN``."""

_SIGN = re.compile(r"[`\\\[<&*_\x02]|  \n")

BLOCKS = {
    "hashheader": "#", "quote": ">", "reference": "[", "deflist": ":", "admonition": "!!!", "footnote": "[^",
    "abbr": "*[",
}  # fmt: skip
"""What a block must have for a pattern to fit, by the name under which that is registered."""

_INLINE_STEP = 20
"""When the patterns of a text are tried, among the steps over the tree: the higher, the earlier."""


def spare(converter: Markdown) -> Markdown:
    """The converter, which makes the same of every text, in less time."""
    for name, sign in BLOCKS.items():
        if name in converter.parser.blockprocessors:
            block: Any = converter.parser.blockprocessors[name]
            block.RE = _Sparing(block.RE, sign)
    patterns = converter.inlinePatterns
    if len(patterns) == sum(name in patterns for name in INLINE):
        converter.treeprocessors.register(_PassOver(converter), "gemeengoed-pass-over", _INLINE_STEP + 1)
        converter.treeprocessors.register(_TakeUp(converter), "gemeengoed-take-up", _INLINE_STEP - 1)
    return converter


class _Sparing:
    """A pattern that finds what another finds, in texts where a sign stands."""

    def __init__(self, pattern: re.Pattern[str], sign: str) -> None:
        self._pattern = pattern
        self._sign = sign

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it fits."""
        return self._pattern.search(text) if self._sign in text else None

    def match(self, text: str) -> re.Match[str] | None:
        """Whether it fits at the beginning."""
        return self._pattern.match(text)

    def finditer(self, text: str, start: int = 0) -> Iterable[re.Match[str]]:
        """Every place where it fits."""
        return self._pattern.finditer(text, start) if self._sign in text else ()


class _Plain(AtomicString):
    """A text that is passed over."""


class _PassOver(Treeprocessor):
    """Marks the texts without a sign."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            text = element.text
            if text and type(text) is str and not _SIGN.search(text):
                element.text = _Plain(text)


class _TakeUp(Treeprocessor):
    """Makes those texts what they were, for the steps that come after."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if type(element.text) is _Plain:
                element.text = str(element.text)
