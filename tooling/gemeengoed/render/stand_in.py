"""What a template gets instead of a page, so that what it makes of one page serves for every page like it.

Where a page has a text, the stand-in has a ``Hole``: a mark that nobody can guess, which the template writes where the
text would stand. Whatever else it does with a hole is a question. It is answered for the page at hand and noted: only
a page for which every question has the same answer may use what the template made. What cannot be asked that way
(``Pinned``) has its value in the open from then on, and serves only for pages that have the same value there.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import escape

Path = tuple[Any, ...]
"""Where a text stands in what is known of a page: names of fields, and places in lists."""

Question = tuple[Path, str, tuple[Any, ...], tuple[tuple[str, Any], ...]]
"""What a template wanted to know of a text: a method of ``str``, and its arguments."""

MARK = f"gg{secrets.token_hex(16)}"
"""What starts every mark of this process; nobody who writes a page can know it."""

_TAIL = ' <b a="\'">&amp;  \u00e9\u0130{{ x }}{% y %}{# z #}\\/|-_.:;,?!#@*+=~^$%()[]Aa09\t\nz>'
"""Every mark ends in this: whatever a template changes in a text, it would change something of this too."""

_PLAIN = (str, int, float, bool, type(None), bytes)


class Pinned(Exception):
    """The value of these texts must be in the open; ``args`` holds their paths."""


class NotSharedError(Exception):
    """The template asks for something of a page that no other page has."""


class Hole(str):
    """A text that stands for another one; ``real`` is that of the page at hand. Never empty, as that one is not."""

    path: Path
    real: str
    asked: dict[Question, Any]

    def __new__(cls, number: int, path: Path, real: str, asked: dict[Question, Any]) -> Hole:
        """The hole with a number, for the text that stands at a path."""
        hole = super().__new__(cls, f"{MARK}{number}{_TAIL}")
        hole.path, hole.real, hole.asked = path, real, asked
        return hole

    def __str__(self) -> str:
        return self

    def __bool__(self) -> bool:
        return True


def answer(text: str, question: Question) -> Any:
    """What a question has for an answer for a text."""
    _, name, arguments, named = question
    return getattr(text, name)(*arguments, **dict(named))


def _asking(name: str) -> Callable[..., Any]:
    def ask(self: Hole, *arguments: Any, **named: Any) -> Any:
        values = (*arguments, *named.values())
        if holes := [value.path for value in values if isinstance(value, Hole)]:
            raise Pinned(self.path, *holes)
        question = (self.path, name, arguments, tuple(named.items()))
        if not all(_is_plain(value) for value in values):
            raise Pinned(self.path)
        try:
            found = answer(self.real, question)
        except Exception:
            raise Pinned(self.path) from None
        if not _is_plain(found) and found is not NotImplemented:
            raise Pinned(self.path)
        self.asked[question] = found
        return found

    return ask


def _is_plain(value: Any) -> bool:
    return type(value) in _PLAIN or (type(value) is tuple and all(map(_is_plain, value)))


_LEFT = {
    "__new__", "__init__", "__str__", "__class__", "__getattribute__", "__setattr__", "__delattr__", "__doc__",
    "__init_subclass__", "__subclasshook__", "__dir__", "__getstate__", "__reduce__", "__reduce_ex__", "__sizeof__",
}  # fmt: skip

for _name in sorted(set(dir(str)) - _LEFT):
    setattr(Hole, _name, _asking(_name))

_MARKS = re.compile(f"{MARK}([0-9]+)(?:({re.escape(_TAIL)})|{re.escape(str(escape(_TAIL)))})")
_BROKEN = re.compile(f"{MARK}([0-9]*)", re.IGNORECASE)


class Shell:
    """What a template made around the texts of a page: pieces of HTML, and which text stands between them."""

    def __init__(self, html: str, paths: list[Path]) -> None:
        """Take the HTML apart. Raises Pinned for texts of which it holds another form than the text, escaped or not."""
        parts = _MARKS.split(html)  # piece, number, tail, piece, ...
        self._pieces = parts[::3]
        if broken := find_marks("\0".join(self._pieces), paths):
            raise Pinned(*broken)
        self._texts = [(paths[int(n)], raw is not None) for n, raw in zip(parts[1::3], parts[2::3], strict=True)]

    def fill(self, texts: Mapping[Path, str]) -> str:
        """The HTML with the texts of a page."""
        filled = [self._pieces[0]]
        for (path, is_raw), piece in zip(self._texts, self._pieces[1:], strict=True):
            filled += (texts[path] if is_raw else str(escape(texts[path])), piece)
        return "".join(filled)


def find_marks(text: str, paths: list[Path]) -> list[Path]:
    """The paths of the marks in a text. Raises NotSharedError where there is one that cannot be read any more."""
    if MARK not in text.lower():
        return []
    numbers = [match[1] for match in _BROKEN.finditer(text)]
    if any(not number or int(number) >= len(paths) for number in numbers):
        raise NotSharedError("a mark")
    return [paths[int(number)] for number in numbers]
