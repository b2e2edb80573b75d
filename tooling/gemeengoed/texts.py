"""The files of a commons as they were read: what they say, where in them it stands, and what is wrong there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from gemeengoed.i18n import Message
from gemeengoed.kinds.declare import Loc
from gemeengoed.markdown.headings import Heading, find_headings
from gemeengoed.markdown.links import Link, find_links
from gemeengoed.markdown.mask import mask
from gemeengoed.resemblance import Sketch, sketch

Place = tuple[int, int]
"""Line and column, both from 1, in characters."""

START: Place = (1, 1)


@dataclass(frozen=True)
class Defect:
    """What loading found wrong. The check with the same code tells the reader about it."""

    code: str
    place: Place
    message: Message
    advice: Message | None = None
    replacement: str | None = None
    is_sure: bool = False


@dataclass(frozen=True)
class Places:
    """Where the values and the keys of a piece of YAML stand."""

    values: Mapping[Loc, Place] = field(default_factory=dict)
    keys: Mapping[Loc, Place] = field(default_factory=dict)
    start: Place = START

    def value(self, *loc: str | int) -> Place:
        """The place of a value, or of the nearest thing around it that has one."""
        while loc:
            if loc in self.values:
                return self.values[loc]
            loc = loc[:-1]
        return self.start

    def key(self, *loc: str | int) -> Place:
        """The place of a key, or of its value where it has none (an entry of a list)."""
        return self.keys.get(loc) or self.value(*loc)


@dataclass(frozen=True)
class Switch:
    """A line in a file that switches one check off there, and why: ``<!-- gemeengoed: off CODE, because … -->``."""

    code: str
    reason: str
    place: Place


@dataclass(frozen=True)
class File:
    """A file below ``commons/``, and what reading it found."""

    path: str
    size: int
    defects: tuple[Defect, ...] = ()
    switches: tuple[Switch, ...] = ()


@dataclass(frozen=True)
class Text(File):
    """A Markdown file: of an item, or a hand-written page of the site.

    ``unread`` is what stands where the front matter should, as far as it could not be read; ``head`` is the front
    matter as it was written, comments and all, from ``head_line`` on.
    """

    body: str = ""
    body_line: int = 1
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    unread: str = ""
    head: str = ""
    head_line: int = 1

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link and picture of the body."""
        return tuple(find_links(self.body))

    @cached_property
    def has_anchored_links(self) -> bool:
        """Whether a link of the body names a place within a page."""
        return "#" in self.body and any("#" in link.target and not link.is_external for link in self.links)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading of the body."""
        return tuple(find_headings(self.body))

    @cached_property
    def sketch(self) -> Sketch:
        """What must be known of the body to find texts that resemble it."""
        return sketch(self.body)

    @cached_property
    def masked(self) -> str:
        """The body with code and comments blanked out, every other character where it was."""
        return mask(self.body)


@dataclass(frozen=True)
class RegisterFile:
    """A register as its file has it: where everything stands, and what reading it found."""

    file: File
    places: Places
    text: str = ""
