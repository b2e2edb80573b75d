"""Front matter and body of a Markdown file, with the line that each starts on."""

from __future__ import annotations

from frontmatter.default_handlers import YAMLHandler

from gemeengoed.i18n import message
from gemeengoed.load.positions import read_yaml
from gemeengoed.load.switches import find_switches
from gemeengoed.texts import START, Defect, Places, Text

_BOUNDARY = YAMLHandler.FM_BOUNDARY
assert _BOUNDARY is not None


def read_front_matter(path: str, size: int, text: str, limit: int, defects: tuple[Defect, ...]) -> Text:
    """The parts of a Markdown text. Without readable front matter it has an empty one, and a defect says why.

    What counts as front matter is what python-frontmatter takes for it. ``limit`` is in characters.
    """
    marks = _boundaries(text)
    if len(marks) < 2:
        missing = _missing(text, opened=bool(marks))
        return Text(path, size, (*defects, missing), find_switches(text), text, unread=text[:limit])
    (_, start), (end, after) = marks
    first_line = text.count("\n", 0, start) + 1
    body_line = text.count("\n", 0, after) + 1
    body = text[after:].removeprefix("\n")
    body_line += len(text[after:]) - len(body)
    if end - start > limit:
        wrong = (*defects, _too_long(limit))
        unread = text[start:end]
        return Text(
            path, size, wrong, find_switches(text), body, body_line, unread=unread, head=unread, head_line=first_line
        )
    head = text[start:end]
    data, places, found = read_yaml(head, first_line)
    if not isinstance(data, dict) and not found:
        found = (_not_a_mapping(places, empty=data is None),)
    fields = data if isinstance(data, dict) else {}
    every = (*defects, *found)
    unread = head if found else ""
    return Text(path, size, every, find_switches(text), body, body_line, fields, places, unread, head, first_line)


def _boundaries(text: str) -> list[tuple[int, int]]:
    """Start and end of the opening and closing ``---``; empty when the text does not open with one."""
    assert _BOUNDARY is not None
    marks: list[tuple[int, int]] = []
    for match in _BOUNDARY.finditer(text):
        if not marks and match.start() != 0:
            return []
        rule = text.index("\n", match.start()) if "\n" in match.group() else match.end()
        marks.append((match.start(), rule))
        if len(marks) == 2:
            break
    return marks


def _missing(text: str, *, opened: bool) -> Defect:
    if not text.strip():
        return Defect(
            "file-empty",
            START,
            message("The file is empty."),
            message("Write the page, or remove the file."),
        )
    if opened:
        what = message("The front matter does not end: the second line with --- is missing.")
    else:
        what = message("The front matter is missing: the lines between two lines with --- at the top of the file.")
    return Defect(
        "front-matter", START, what, message("Start the file with ---, then 'title: …', and end it with ---.")
    )


def _not_a_mapping(places: Places, *, empty: bool) -> Defect:
    if empty:
        what = message("The front matter is empty.")
    else:
        what = message("The front matter must be lines of the form 'name: value'.")
    return Defect("front-matter", places.start, what, message("Write at least a title: 'title: …'."))


def _too_long(limit: int) -> Defect:
    return Defect(
        "file-size",
        START,
        message("The front matter is longer than {limit} kB.", limit=limit // 1000),
        message("Move the long texts to the body of the page, below the second ---."),
    )
