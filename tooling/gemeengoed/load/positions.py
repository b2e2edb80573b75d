"""YAML with the place of every value: read as the events of the C parser, never constructed into Python objects.

Every scalar stays the text that was written (``no`` is not false, ``2017`` not a number, ``2026-02-30`` not a crash);
the declaration of the field says what it must be. Aliases are refused, so nothing can explode, and depth is bounded,
so nothing can overflow (the C composer would: it recurses without looking).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate
from typing import Any, Final

import yaml
from yaml.reader import ReaderError

from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Loc
from gemeengoed.model import Defect, Place, Places

_EMPTY = {"", "~", "null", "Null", "NULL"}
_MAX_DEPTH = 12
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
    values: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    defects: list[Defect] = field(default_factory=list)

    def __post_init__(self) -> None:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        self._starts = list(accumulate(lengths, initial=0))[:-1]

    def place(self, offset: int) -> Place:
        """Line and column in the file of an offset in the YAML (whose own marks count other line ends as well)."""
        line = bisect_right(self._starts, offset) - 1
        return self.first_line + line, offset - self._starts[line] + 1


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
    return data, Places(reading.values, reading.keys, (first_line, 1)), tuple(reading.defects)


def _document(loader: Any, reading: Reading) -> Any:
    """The first document of the stream; a second one is an error."""
    loader.get_event()  # the start of the stream
    if loader.check_event(yaml.StreamEndEvent):
        return None
    loader.get_event()  # the start of the document
    data = _build(loader, loader.get_event(), (), reading)
    loader.get_event()  # the end of the document
    if not loader.check_event(yaml.StreamEndEvent):
        place = reading.place(loader.peek_event().start_mark.index)
        reading.defects.append(_second(place))
    return data


def _build(loader: Any, event: Any, loc: Loc, reading: Reading) -> Any:
    """The value that starts with an event; takes the events of the whole value off the loader."""
    place = reading.place(event.start_mark.index)
    reading.values[loc] = place
    if isinstance(event, yaml.AliasEvent):
        reading.defects.append(_alias(place))
        return UNREAD
    if event.tag not in (None, "!") and (not event.tag.startswith(_STANDARD) or "python/" in event.tag):
        reading.defects.append(_tag(place, event.tag))
    if isinstance(event, yaml.ScalarEvent):
        return None if not event.style and event.value in _EMPTY else event.value
    if len(loc) > _MAX_DEPTH:
        reading.defects.append(Defect("front-matter-yaml", place, message("This is nested too deeply.")))
        _skip(loader)
        return UNREAD
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(loader, loc, reading)
    return _sequence(loader, loc, reading)


def _skip(loader: Any) -> None:
    """Take off what is left of a list or mapping whose start was taken off."""
    depth = 1
    while depth:
        event = loader.get_event()
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _sequence(loader: Any, loc: Loc, reading: Reading) -> list[Any]:
    data: list[Any] = []
    while not isinstance(event := loader.get_event(), yaml.SequenceEndEvent):
        value = _build(loader, event, (*loc, len(data)), reading)
        data.append("" if value is None else value)
    return data


def _mapping(loader: Any, loc: Loc, reading: Reading) -> dict[str, Any]:
    data: dict[str, Any] = {}
    while not isinstance(event := loader.get_event(), yaml.MappingEndEvent):
        place = reading.place(event.start_mark.index)
        if not isinstance(event, yaml.ScalarEvent):
            reading.defects.append(_not_a_name(place))
            if isinstance(event, yaml.CollectionStartEvent):
                _skip(loader)
            _pass_over(loader)
        elif (*loc, event.value) in reading.keys:
            reading.defects.append(_duplicate(place, event.value, reading.keys[(*loc, event.value)][0]))
            _pass_over(loader)
        else:
            reading.keys[(*loc, event.value)] = place
            data[event.value] = _build(loader, loader.get_event(), (*loc, event.value), reading)
    return data


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
