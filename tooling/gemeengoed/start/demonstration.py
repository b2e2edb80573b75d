"""The demonstration commons: made-up people, places and organisations, and two years of work.

Its files stand as they are in ``demonstration/``, for anybody to read and mend; ``history.yaml`` there says who wrote
what when, and which parts a file did not have yet. Rules that count from today are met on the day ``TODAY``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date as Day
from pathlib import Path

import yaml
from pydantic import TypeAdapter

import gemeengoed
from gemeengoed.kinds.declare import Record
from gemeengoed.start.folder import new_folder
from gemeengoed.start.repository import Commit, write_repository

CONTENT = Path(gemeengoed.__file__).parent / "demonstration"
HISTORY = "history.yaml"
TODAY = Day(2026, 11, 22)
"""The day on which the demonstration is right: what is overdue, what is still to come."""


class Revision(Record):
    """Who changed which files on a day. A file's list names what it did not have yet: keys, or headings (``## …``)."""

    date: Day
    by: str
    message: str
    files: dict[str, tuple[str, ...]]


def write_demonstration(target: Path) -> None:
    """Write the demonstration with its repository into ``target``: always the same files and the same commits.

    Raises CannotStartError when something stands there, or when there is no git.
    """
    with new_folder(target) as fresh:
        write_repository(fresh, commits())


def commits() -> Iterator[Commit]:
    """The commits of the demonstration, in order."""
    people = yaml.safe_load((CONTENT / "contributors.yaml").read_text("utf-8"))
    for revision in read_history():
        files = {path: _as_it_was(path, absent) for path, absent in revision.files.items()}
        author = f"{people[revision.by]['name']} <{revision.by}@voorbeeldplein.example>"
        yield Commit(revision.date, author, revision.message, files)


def read_history() -> tuple[Revision, ...]:
    """The revisions of the demonstration, the first one first."""
    told = yaml.safe_load((CONTENT / HISTORY).read_text("utf-8"))
    return TypeAdapter(tuple[Revision, ...]).validate_python(told)


def _as_it_was(path: str, absent: Iterable[str]) -> bytes:
    content = (CONTENT / path).read_bytes()
    return without(content.decode(), absent).encode() if absent else content


def without(text: str, parts: Iterable[str]) -> str:
    """A text without parts of it: a top-level key with all below it, or a section from its heading to the next.

    Raises ValueError when the text has no such part.
    """
    for part in parts:
        start, end = (rf"{re.escape(part)}\n", r"^## ") if part.startswith("## ") else (rf"{re.escape(part)}:", r"^\S")
        text, count = re.subn(rf"^{start}(?:(?!{end})[^\n]*\n)*", "", text, count=1, flags=re.MULTILINE)
        if not count:
            raise ValueError(part)
    return text
