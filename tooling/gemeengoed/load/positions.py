"""YAML with the place of every value: composed by the C parser, never constructed into Python objects.

Every scalar stays the text that was written (``no`` is not false, ``2017`` not a number, ``2026-02-30`` not a crash);
the declaration of the field says what it must be. Aliases are refused, so nothing can explode.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Loc
from gemeengoed.model import Defect, Place, Places

_EMPTY = {"", "~", "null", "Null", "NULL"}
_MAX_DEPTH = 12


@dataclass
class Reading:
    """What is gathered while a document is walked."""

    first_line: int
    values: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    defects: list[Defect] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def place(self, mark: Any) -> Place:
        """Line and column in the file of a mark in the YAML."""
        return self.first_line + mark.line, mark.column + 1


def read_yaml(text: str, first_line: int = 1) -> tuple[Any, Places, tuple[Defect, ...]]:
    """The data of a YAML document, where each part stands, and what is wrong with it.

    ``first_line`` is the line of the file that the text starts on. Never raises for bad content.
    """
    reading = Reading(first_line)
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else _build(node, (), reading)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return None, Places(start=(first_line, 1)), (_unreadable(error, reading),)
    finally:
        loader.dispose()
    places = Places(reading.values, reading.keys, (first_line, 1))
    return data, places, tuple(reading.defects)


def _build(node: Any, loc: Loc, reading: Reading) -> Any:
    place = reading.place(node.start_mark)
    reading.values[loc] = place
    if id(node) in reading.seen:
        reading.defects.append(_alias(place))
        return None
    reading.seen.add(id(node))
    if len(loc) > _MAX_DEPTH:
        reading.defects.append(Defect("front-matter-yaml", place, message("This is nested too deeply.")))
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, loc, reading)
    if isinstance(node, yaml.SequenceNode):
        return [_entry(entry, (*loc, index), reading) for index, entry in enumerate(node.value)]
    if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.startswith("tag:yaml.org,2002:python"):
        reading.defects.append(_tag(place, node.tag))
    return None if node.style is None and node.value in _EMPTY else node.value


def _entry(node: Any, loc: Loc, reading: Reading) -> Any:
    value = _build(node, loc, reading)
    return "" if value is None else value


def _mapping(node: Any, loc: Loc, reading: Reading) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        place = reading.place(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            reading.defects.append(
                Defect(
                    "front-matter-yaml",
                    place,
                    message("The name before a colon must be a single word."),
                    message("Write 'name: value', and put text with a brace or bracket between quotation marks."),
                )
            )
            continue
        key = key_node.value
        if (*loc, key) in reading.keys:
            reading.defects.append(_duplicate(place, key, reading.keys[(*loc, key)][0]))
            continue
        reading.keys[(*loc, key)] = place
        value = _build(value_node, (*loc, key), reading)
        if value is not None:
            data[key] = value
    return data


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


def _unreadable(error: Exception, reading: Reading) -> Defect:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = reading.place(mark) if mark else (reading.first_line, 1)
    what = getattr(error, "problem", None) or str(error) or type(error).__name__
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
