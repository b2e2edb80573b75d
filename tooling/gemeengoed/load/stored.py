"""Texts and items as an earlier run read them, kept in the cache; their content is looked up when somebody asks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json, to_json

from gemeengoed.cache import Memory, Row, digest
from gemeengoed.kinds import Kind
from gemeengoed.kinds.common import ItemFields, Status, Translation
from gemeengoed.load.files import Found
from gemeengoed.load.positions import Located
from gemeengoed.model import Item, Trait
from gemeengoed.resemblance import Sketch
from gemeengoed.texts import Places, Switch, Text

_TELLING = re.compile(r"[#\[\]<>`~{]")
"""What a line of a body has when an anchor, a link, code or HTML stands, starts or ends in it."""
_UNDERLINED = re.compile(r"^[ >]*(?:=+|-{2,})[ \t]*$", re.MULTILINE)
"""What makes a heading of the line above it."""
_NOT_KEPT = "-"
_LINES = 4
"""What is known of a text before its content: switches, what checks ask of texts and of items, and names."""

_SAME: dict[frozenset[Trait], frozenset[Trait]] = {}
"""Each set of traits once: most items have none."""

_NOT_ASKED: set[str] = set()
"""Which fields the front matter has, of which nobody asks: a set for each item takes 7 MB for ten thousand."""

RECENT = 50
"""The contents of so many texts are held at a time."""

_Content = tuple[str, int, str, int, dict[str, Any]]
_OfText = tuple[int, tuple[int, ...], bool]
"""What checks over everything ask of every text: the parts of its sketch, whether it has links to anchors."""
_OfItem = tuple[str, Status, frozenset[Trait], frozenset[str], tuple[str, ...]]
"""What they and staging ask of every item: title, status, traits, contributors, media."""
_Named = tuple[tuple[str, str], ...]
"""What it refers to."""
_OF_TEXT, _OF_ITEM, _NAMED = TypeAdapter(_OfText), TypeAdapter(_OfItem), TypeAdapter(_Named)
_SWITCHES = TypeAdapter(tuple[Switch, ...])


class Origin(Protocol):
    """Where files are read from, should what is kept of one be broken. One for all: a function for each takes 3 MB."""

    @property
    def memory(self) -> Memory:
        """What is kept of them."""

    def text(self, found: Found) -> Text:
        """The text of a file."""

    def item(self, found: Found, kind: Kind) -> Item:
        """The item of a file."""


class StoredText(Text):
    """A text whose content is still in the cache. It was read without a defect."""

    @classmethod
    def recalled(cls, found: Found, extra: str, origin: Origin) -> StoredText:
        """The text of a file that the memory has the content of."""
        text = cls.__new__(cls)
        text.__dict__.update(path=found.path, size=found.size, _origin=origin, _found=found, _extra=extra)
        if not extra.startswith("\n"):
            text.__dict__["switches"] = _switches(_line(extra, 0))
        return text

    def read_again(self) -> Text:
        """The text as its file has it."""
        origin: Origin = self.__dict__["_origin"]
        return origin.text(self.__dict__["_found"])

    @property
    def _content(self) -> _Content:
        """The parts of the text: of the texts that were read last, or looked up anew, since all of them are much."""
        memory: Memory = self.__dict__["_origin"].memory
        found: _Content | None = memory.recent.get(self.path)
        if found is None:
            try:
                found = unpack(memory.content(self.path))
            except ValueError:
                found = _parts(self.read_again())
            if len(memory.recent) >= RECENT:
                memory.recent.clear()
            memory.recent[self.path] = found
        return found

    @property
    def _glimpse(self) -> _OfText:
        """What is known without the content: looked up each time, since checks ask once and numbers take much room."""
        try:
            return _OF_TEXT.validate_json(_line(self.__dict__["_extra"], 1))
        except ValidationError:
            return _of_text(self.read_again())

    @property
    def sketch(self) -> Sketch:
        """What must be known of the body to find texts that resemble it."""
        return Sketch(*self._glimpse[:2])

    @property
    def has_anchored_links(self) -> bool:
        """Whether a link of the body names a place within a page."""
        return self._glimpse[2]

    @property
    def body(self) -> str:
        """The body."""
        return self._content[0]

    @property
    def body_line(self) -> int:
        """The line that the body starts on."""
        return self._content[1]

    @property
    def head(self) -> str:
        """The front matter as it was written."""
        return self._content[2]

    @property
    def head_line(self) -> int:
        """The line that the front matter starts on."""
        return self._content[3]

    @property
    def front_matter(self) -> Mapping[str, Any]:
        """The front matter as data."""
        return self._content[4]

    @cached_property
    def places(self) -> Places:
        """Where the values of the front matter stand."""
        _, _, yaml, line, _ = self._content
        return Located(yaml, line)


class StoredItem(Item):
    """An item whose fields are still in the cache."""

    @classmethod
    def recalled(cls, ref: str, kind: Kind, text: StoredText) -> StoredItem:
        """The item of a text that was read before."""
        item = cls.__new__(cls)
        item.__dict__.update(ref=ref, kind=kind, text=text)
        return item

    def read_again(self) -> Item:
        """The item as its file has it."""
        own = self.text.__dict__
        origin: Origin = own["_origin"]
        return origin.item(own["_found"], self.kind)

    @property
    def status(self) -> Status:
        """Where the item stands in its life."""
        return self._glimpse[1]

    @property
    def title(self) -> str:
        """The title, or the name of the file while it has none."""
        return self._glimpse[0]

    @property
    def translation_of(self) -> Translation | None:
        """What the item is a translation of."""
        return self.fields.translation_of if Trait.TRANSLATION in self.traits else None

    @property
    def traits(self) -> frozenset[Trait]:
        """What few items have."""
        return self._glimpse[2]

    @property
    def contributors(self) -> frozenset[str]:
        """Whoever its front matter names as a contributor; a name may turn out to be that of an organisation."""
        return self._glimpse[3]

    @property
    def media(self) -> tuple[str, ...]:
        """The files beside the item that its page shows or links to: paths from the root of the commons."""
        return self._glimpse[4]

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Everything that the item refers to: looked up each time, since few ask and all of it takes much room."""
        try:
            return _NAMED.validate_json(_line(self.text.__dict__["_extra"], 3))
        except ValidationError:
            return self.read_again().named

    @cached_property
    def _glimpse(self) -> _OfItem:
        """What is known without the fields."""
        try:
            title, status, traits, people, media = _OF_ITEM.validate_json(_line(self.text.__dict__["_extra"], 2))
            return title, status, _SAME.setdefault(traits, traits), people, media
        except ValidationError:
            return _of_item(self.read_again())

    @cached_property
    def fields(self) -> ItemFields:
        """The fields."""
        try:
            fields = self.kind.fields.model_validate(self.text.front_matter)
        except ValidationError:
            return self.read_again().fields
        object.__setattr__(fields, "__pydantic_fields_set__", _NOT_ASKED)
        return fields


def recall(memory: Memory, root: Path, found: Found, revision: str) -> str | None:
    """What is to know of a file before its content, when it is as it was and its content was kept; else None."""
    row = memory.read.get(found.path) or memory.files.get(found.path)
    if row is None or row.extra == _NOT_KEPT or not found.is_regular or found.is_link:
        return None
    if row.extra.count("\n") != _LINES - 1 or _switches(_line(row.extra, 0)) is None:
        return None
    if not found.stamp or row.stamp != found.stamp:
        try:
            if digest((root / found.path).read_bytes()) != row.digest:
                return None
        except OSError:
            return None
    outline = f"{row.outline.rpartition(' ')[0]} {revision}"
    is_same = row.stamp == found.stamp and row.outline == outline
    memory.see(found.path, row if is_same else Row(found.stamp, row.digest, outline, row.extra))
    return row.extra


def _line(extra: str, number: int) -> str:
    """A line of what is known of a file before its content (``note``)."""
    return extra.split("\n", number + 1)[number]


def _switches(written: str) -> tuple[Switch, ...] | None:
    """The switches of a text as they were kept; None when that is broken."""
    try:
        return _SWITCHES.validate_json(written) if written else ()
    except ValidationError:
        return None


def note(memory: Memory, found: Found, raw: bytes | None, text: Text, revision: str, item: Item | None = None) -> None:
    """Keep what was read of a file; the content only where nothing is wrong with it."""
    if memory.path is None:
        return
    is_kept = raw is not None and not text.defects and isinstance(text.places, Located)
    extra = _NOT_KEPT
    if is_kept:
        switches = _SWITCHES.dump_json(text.switches).decode() if text.switches else ""
        glimpses = [_OF_TEXT.dump_json(_of_text(text))]
        glimpses += [_OF_ITEM.dump_json(_of_item(item)), _NAMED.dump_json(item.named)] if item else [b"", b""]
        extra = "\n".join([switches, *(glimpse.decode() for glimpse in glimpses)])
    row = Row(found.stamp, digest(raw or found.stamp), f"{' '.join(_outline(text))} {revision}", extra)
    memory.see(found.path, row, to_json(_parts(text)) if is_kept else None)


def _of_text(text: Text) -> _OfText:
    return text.sketch.words, text.sketch.sample, text.has_anchored_links


def _of_item(item: Item) -> _OfItem:
    return item.title, item.status, item.traits, item.contributors, item.media


def _parts(text: Text) -> _Content:
    yaml = text.places.text if isinstance(text.places, Located) else ""
    return text.body, text.body_line, yaml, text.places.start[0], dict(text.front_matter)


def unpack(content: bytes) -> _Content:
    """The parts of a text as ``note`` kept them; raises ValueError for anything else."""
    found = from_json(content)
    if not isinstance(found, list) or [type(part) for part in found] != [str, int, str, int, dict]:
        raise ValueError("not the content of a text")
    return tuple(found)


def _outline(text: Text) -> tuple[str, str]:
    """The state of what others may depend on: the front matter, and every line that may be of a heading or link.

    Once with and once without the title, which lists show, and which says nothing about what belongs together.
    """
    body = text.body
    if not _UNDERLINED.search(body):
        body = "\n".join(line for line in body.split("\n") if _TELLING.search(line))
    yaml = text.places.text if isinstance(text.places, Located) else repr(text.front_matter)
    apart = {name: value for name, value in text.front_matter.items() if name != "title"}
    return digest(yaml, body), digest(repr(apart), body)


def hashes_of(row: Row) -> tuple[str, str, str]:
    """The hash of a whole file, and both of its outline, which are empty for what is no text.

    What git knows of the file stands in the outline too, and is no part of these.
    """
    front, _, rest = row.outline.partition(" ")
    return row.digest, front, rest.partition(" ")[0]
