"""YAML with the place of every value: read as the events of the C parser, never constructed into Python objects.

Every scalar stays the text that was written (``no`` is not false, ``2017`` not a number, ``2026-02-30`` not a crash);
the declaration of the field says what it must be. Aliases are refused, so nothing can explode, and depth is bounded,
so nothing can overflow (the C composer would: it recurses without looking).

Places are looked up in a second walk, and only for a file of which somebody asks for one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import accumulate
from typing import Any, Final

import yaml
from yaml.reader import ReaderError

from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Loc
from gemeengoed.texts import Defect, Place, Places

_EMPTY = {"", "~", "null", "Null", "NULL"}
_MAX_DEPTH = 12
_HOPELESS_DEPTH = 100
_STANDARD = "tag:yaml.org,2002:"


class Unread(Enum):
    """In the place of a value that was refused, after a defect told so. It is neither true nor of any type."""

    UNREAD = ""

    def __bool__(self) -> bool:
        return False


UNREAD: Final = Unread.UNREAD


@dataclass
class Reading:
    """What is gathered while a document is walked."""

    text: str
    first_line: int
    defects: list[Defect] = field(default_factory=list)

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return list(accumulate(lengths, initial=0))[:-1]

    def place(self, offset: int) -> Place:
        """Line and column in the file of an offset in the YAML (whose own marks count other line ends as well)."""
        line = bisect_right(self._starts, offset) - 1
        return self.first_line + line, offset - self._starts[line] + 1


class Located(Places):
    """The places of a document that was read without an error, looked up when somebody first asks for one.

    Most files are right, and then nobody asks.
    """

    text: str

    def __init__(self, text: str, first_line: int) -> None:
        """Of the text that starts on ``first_line`` of its file."""
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "start", (first_line, 1))

    @cached_property
    def _found(self) -> tuple[dict[Loc, Place], dict[Loc, Place]]:
        reading, loader = Reading(self.text, self.start[0]), yaml.CSafeLoader(self.text)
        values: dict[Loc, Place] = {}
        keys: dict[Loc, Place] = {}
        try:
            if _opened(loader):
                _locate(loader, loader.get_event(), (), reading, values, keys)
        finally:
            loader.dispose()
        return values, keys

    @property
    def values(self) -> Mapping[Loc, Place]:
        """Where the values stand."""
        return self._found[0]

    @property
    def keys(self) -> Mapping[Loc, Place]:
        """Where the keys stand."""
        return self._found[1]


def read_yaml(text: str, first_line: int = 1) -> tuple[Any, Places, tuple[Defect, ...]]:
    """The data of a YAML document, where each part stands, and what is wrong with it.

    ``first_line`` is the line of the file that the text starts on. Never raises for bad content.
    """
    reading = Reading(text, first_line)
    loader = yaml.CSafeLoader(text)
    try:
        data = _document(loader, reading)
    except yaml.YAMLError as error:
        return None, Places(start=(first_line, 1)), (_unreadable(error, reading),)
    finally:
        loader.dispose()
    return data, Located(text, first_line), tuple(reading.defects)


def _opened(loader: Any) -> bool:
    """Take off what stands before the first value; False when there is none."""
    loader.get_event()  # the start of the stream
    return not loader.check_event(yaml.StreamEndEvent) and bool(loader.get_event())  # the start of the document


def _document(loader: Any, reading: Reading) -> Any:
    """The first document of the stream; a second one is an error."""
    if not _opened(loader):
        return None
    data = _build(loader, loader.get_event(), 0, reading)
    loader.get_event()  # the end of the document
    if not loader.check_event(yaml.StreamEndEvent):
        place = reading.place(loader.peek_event().start_mark.index)
        reading.defects.append(_second(place))
    return data


def _build(loader: Any, event: Any, depth: int, reading: Reading) -> Any:
    """The value that starts with an event; takes the events of the whole value off the loader."""
    kind = type(event)
    if kind is yaml.AliasEvent:
        reading.defects.append(_alias(reading.place(event.start_mark.index)))
        return UNREAD
    if event.tag not in (None, "!") and (not event.tag.startswith(_STANDARD) or "python/" in event.tag):
        reading.defects.append(_tag(reading.place(event.start_mark.index), event.tag))
    if kind is yaml.ScalarEvent:
        return None if not event.style and event.value in _EMPTY else event.value
    if depth > _MAX_DEPTH:
        place = reading.place(event.start_mark.index)
        reading.defects.append(Defect("front-matter-yaml", place, message("This is nested too deeply.")))
        _skip(loader)
        return UNREAD
    return (_mapping if kind is yaml.MappingStartEvent else _sequence)(loader, depth + 1, reading)


def _skip(loader: Any) -> None:
    """Take off what is left of a list or mapping whose start was taken off.

    Raises a YAMLError at a depth that no hand writes: the parser gets slower with every level.
    """
    depth = 1
    while depth:
        event = loader.get_event()
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _HOPELESS_DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)


def _sequence(loader: Any, depth: int, reading: Reading) -> list[Any]:
    data: list[Any] = []
    while type(event := loader.get_event()) is not yaml.SequenceEndEvent:
        value = _build(loader, event, depth, reading)
        data.append("" if value is None else value)
    return data


def _mapping(loader: Any, depth: int, reading: Reading) -> dict[str, Any]:
    data: dict[str, Any] = {}
    offsets: dict[str, int] = {}
    while type(event := loader.get_event()) is not yaml.MappingEndEvent:
        offset = event.start_mark.index
        if type(event) is not yaml.ScalarEvent:
            reading.defects.append(_not_a_name(reading.place(offset)))
            _skip_key(loader, event)
        elif event.value in data:
            first, _ = reading.place(offsets[event.value])
            reading.defects.append(_duplicate(reading.place(offset), event.value, first))
            _pass_over(loader)
        else:
            offsets[event.value] = offset
            data[event.value] = _build(loader, loader.get_event(), depth, reading)
    return data


def _locate(
    loader: Any, event: Any, loc: Loc, reading: Reading, values: dict[Loc, Place], keys: dict[Loc, Place]
) -> None:
    """Note where the value that starts with an event stands, and all that is in it, as far as ``_build`` reads it."""
    values[loc] = reading.place(event.start_mark.index)
    if not isinstance(event, yaml.CollectionStartEvent):
        return
    if len(loc) > _MAX_DEPTH:
        _skip(loader)
        return
    is_mapping, number = isinstance(event, yaml.MappingStartEvent), 0
    while not isinstance(inner := loader.get_event(), yaml.CollectionEndEvent):
        if not is_mapping:
            _locate(loader, inner, (*loc, number), reading, values, keys)
            number += 1
        elif type(inner) is not yaml.ScalarEvent or inner.start_mark is None:
            _skip_key(loader, inner)
        elif (*loc, inner.value) in keys:
            _pass_over(loader)
        else:
            keys[(*loc, inner.value)] = reading.place(inner.start_mark.index)
            _locate(loader, loader.get_event(), (*loc, inner.value), reading, values, keys)


def _skip_key(loader: Any, event: Any) -> None:
    """Take off a key that is no name, and its value."""
    if isinstance(event, yaml.CollectionStartEvent):
        _skip(loader)
    _pass_over(loader)


def _pass_over(loader: Any) -> None:
    """Take off the value that comes next."""
    if isinstance(loader.get_event(), yaml.CollectionStartEvent):
        _skip(loader)


def _not_a_name(place: Place) -> Defect:
    return Defect(
        "front-matter-yaml",
        place,
        message("The name before a colon must be a single word."),
        message("Write 'name: value', and put text with a brace or bracket between quotation marks."),
    )


def _second(place: Place) -> Defect:
    return Defect(
        "front-matter-yaml",
        place,
        message("A second document starts here; everything from here on would be lost."),
        message("Take away the line with '---' or '...' above it."),
    )


def _alias(place: Place) -> Defect:
    return Defect(
        "front-matter-alias",
        place,
        message("A reference (*name) to another part of the front matter is not allowed."),
        message("Write the value out here."),
    )


def _tag(place: Place, tag: str) -> Defect:
    return Defect(
        "front-matter-yaml",
        place,
        message("The type '{tag}' is not allowed.", tag=tag),
        message("Remove the word that starts with an exclamation mark, or put the text between quotation marks."),
    )


def _duplicate(place: Place, key: str, line: int) -> Defect:
    return Defect(
        "front-matter-duplicate-key",
        place,
        message("'{key}' stands here a second time; it is already on line {line}.", key=key, line=line),
        message("Keep one of the two."),
    )


def _unreadable(error: yaml.YAMLError, reading: Reading) -> Defect:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = mark.index if mark else 0
    what = getattr(error, "problem", None) or str(error) or type(error).__name__
    if isinstance(error, ReaderError):
        offset = len(reading.text.encode()[: error.position].decode("utf-8", "ignore"))
        what = f"{error.reason} (U+{error.character:04X})"
    place = reading.place(offset)
    return Defect("front-matter-yaml", place, message("This cannot be read as YAML: {what}.", what=what), _cure(what))


def _cure(what: str) -> Any:
    if "mapping values are not allowed" in what:
        return message('A text with a colon in it must stand between quotation marks: title: "Samen: hoe dan?"')
    if "cannot start any token" in what:
        return message(
            "Indent with spaces, not tabs, and put text that starts with a special sign between quotation marks."
        )
    return message(
        "Look at this line and the one above: every line is 'name: value', and every list entry starts with '- '."
    )
