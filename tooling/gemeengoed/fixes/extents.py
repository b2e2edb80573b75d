"""Where the value ends that a replacement takes the place of, and how the replacement is written there.

ruamel.yaml says where a value of a front matter or register ends; it only composes, and never rewrites the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from gemeengoed.markdown.mask import place
from gemeengoed.model import Commons
from gemeengoed.problems import Problem
from gemeengoed.texts import Place, Text

_LIST = "field-list"
_ENTRY = re.compile(r"[ ]*[a-z0-9]+(?:[/-][a-z0-9]+)*[ ]*")


@dataclass(frozen=True)
class Extent:
    """A value as it is written: up to where, in which words, and what stands before it on its line."""

    end: Place
    source: str
    before: str = ""


def with_ends(commons: Commons, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, each replacement with the exact text and end. One that is not known gets no end and is not sure."""
    problems = tuple(problems)
    open_ends = {problem.path for problem in problems if problem.replacement is not None and problem.end is None}
    if not open_ends:
        return problems
    extents = {path: found for path, found in _extents(commons, open_ends)}
    return tuple(_with_end(problem, extents.get(problem.path, {})) for problem in problems)


def _with_end(problem: Problem, extents: Mapping[Place, Extent]) -> Problem:
    if problem.replacement is None or problem.end is not None:
        return problem
    extent = extents.get((problem.line, problem.column))
    text = _as_written(problem, extent) if extent else None
    if extent is None or text is None:
        return replace(problem, is_sure=False)
    return replace(problem, replacement=text, end=extent.end)


def _as_written(problem: Problem, extent: Extent) -> str | None:
    """The replacement as it must stand in the file: between the same quotation marks, or as the list that was meant."""
    source, text = extent.source, problem.replacement or ""
    if problem.code == _LIST:
        return _as_list(extent)
    if "\n" in source:
        return None
    if source.startswith('"'):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "'" + text.replace("'", "''") + "'" if source.startswith("'") else text


def _as_list(extent: Extent) -> str | None:
    """The value between brackets; where each entry has a line of its own, a dash before each."""
    lines = extent.source.split("\n")
    if extent.before.strip() and len(lines) == 1:
        return f"[{extent.source}]"
    if extent.before.strip() or not all(map(_ENTRY.fullmatch, lines)):
        return None
    return "\n".join([f"- {lines[0]}", *(f"{extent.before}- {line.strip()}" for line in lines[1:])])


def _extents(commons: Commons, paths: set[str]) -> Iterator[tuple[str, dict[Place, Extent]]]:
    texts = [item.text for item in commons.items.values() if item.path in paths]
    for text in (*texts, *(page for page in commons.pages if page.path in paths)):
        yield text.path, {**_in_yaml(text.head, text.head_line), **_in_body(text)}
    for path in paths & commons.registers.keys():
        yield path, _in_yaml(commons.registers[path].text, 1)


def _in_body(text: Text) -> dict[Place, Extent]:
    """The targets of the links of a page."""
    return {
        place(text.body, link.start, text.body_line): Extent(
            place(text.body, link.end, text.body_line), text.body[link.start : link.end]
        )
        for link in text.links
    }


def _in_yaml(text: str, first_line: int) -> dict[Place, Extent]:
    """Every key and single value of a piece of YAML; none where it cannot be read."""
    try:
        node = YAML(pure=True).compose(text)
    except (YAMLError, ValueError, RecursionError):
        return {}
    lines = text.split("\n")
    found = {}
    for scalar in _scalars(node):
        start, end = scalar.start_mark, scalar.end_mark
        if start.index == end.index or start.line >= len(lines):
            continue
        extent = Extent(
            (first_line + end.line, end.column + 1), text[start.index : end.index], lines[start.line][: start.column]
        )
        found[first_line + start.line, start.column + 1] = extent
    return found


def _scalars(node: Any) -> Iterator[Any]:
    if node is None:
        return
    if node.id == "scalar":
        yield node
    for part in node.value if node.id != "scalar" else ():
        for inner in part if isinstance(part, tuple) else (part,):
            yield from _scalars(inner)
