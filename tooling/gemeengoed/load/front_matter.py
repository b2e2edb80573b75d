"""Front matter and body of a Markdown file, with the line that each starts on."""

from __future__ import annotations

from frontmatter.default_handlers import YAMLHandler

from gemeengoed.i18n import message
from gemeengoed.load.positions import read_yaml
from gemeengoed.load.switches import find_switches
from gemeengoed.model import START, Defect, Places, Text

_BOUNDARY = YAMLHandler.FM_BOUNDARY
assert _BOUNDARY is not None


def read_front_matter(path: str, size: int, text: str, limit: int, defects: tuple[Defect, ...]) -> Text:
    """The parts of a Markdown text. Without readable front matter it has an empty one, and a defect says why.

    What counts as front matter is what python-frontmatter takes for it. ``limit`` is in characters.
    """
    marks = _boundaries(text)
    if len(marks) < 2:
        return Text(path, size, (*defects, _missing(text, opened=bool(marks))), find_switches(text), text)
    (_, start), (end, after) = marks
    first_line = text.count("\n", 0, start) + 1
    body_line = text.count("\n", 0, after) + 1
    body = text[after:].removeprefix("\n")
    body_line += len(text[after:]) - len(body)
    if end - start > limit:
        return Text(path, size, (*defects, _too_long(limit)), find_switches(text), body, body_line)
    data, places, found = read_yaml(text[start:end], first_line)
    if not isinstance(data, dict) and not found:
        found = (_not_a_mapping(places, empty=data is None),)
    fields = data if isinstance(data, dict) else {}
    return Text(path, size, (*defects, *found), find_switches(text), body, body_line, fields, places)


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
