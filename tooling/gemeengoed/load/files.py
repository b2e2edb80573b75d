"""The files below a folder, and their text: nothing followed, nothing guessed, nothing too large read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gemeengoed.i18n import message
from gemeengoed.texts import START, Defect

_TICK = 50_000_000
"""Nanoseconds within which two changes of a file may bear the same time."""


class Found(NamedTuple):
    """A name in a folder: its path from the root of the commons, its size in bytes, and what it is.

    ``stamp`` changes when the file does; it is empty when it changed so lately that another change might not show.
    """

    path: str
    size: int
    is_link: bool = False
    is_regular: bool = True
    stamp: str = ""


def walk(root: Path, folder: str) -> Iterator[Found]:
    """Every file below ``root/folder``, sorted by path. Hidden ones are passed over, links are never followed.

    A folder that is itself a link, or cannot be opened, is found as such. Bytes that are no UTF-8 show as ``\\xff``.
    """
    try:
        if (root / folder).is_symlink():
            yield Found(folder, 0, is_link=True)
            return
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        yield Found(folder, 0, is_regular=False)
        return
    for entry in entries:
        name = entry.name
        if not name.isascii():
            name = os.fsencode(name).decode("utf-8", "backslashreplace")
        path = f"{folder}/{name}"
        if entry.is_symlink():
            yield Found(path, 0, is_link=True)
        elif name.startswith("."):
            continue
        elif entry.is_dir(follow_symlinks=False):
            if name.endswith(".md"):
                yield Found(path, 0, is_regular=False)
            yield from walk(root, path)
        else:
            stat = entry.stat(follow_symlinks=False)
            yield Found(path, stat.st_size, False, entry.is_file(), stamp(stat))


def stamp(stat: os.stat_result) -> str:
    """The state of a file; empty when it changed so lately that another change in the same tick might not show."""
    if time.time_ns() - stat.st_ctime_ns < _TICK:
        return ""
    return f"{stat.st_size}.{stat.st_mtime_ns}.{stat.st_ctime_ns}.{stat.st_ino}"


def read_text(root: Path, found: Found, limit: int) -> tuple[str | None, tuple[Defect, ...]]:
    """The text of a file with line ends as ``\\n``, or None, with the reason.

    Must be UTF-8 without NUL; a byte order mark is taken off and mentioned. ``limit`` is in bytes.
    """
    raw, defects = read_bytes(root, found, limit)
    return (None, defects) if raw is None else decode(raw)


def read_bytes(root: Path, found: Found, limit: int) -> tuple[bytes | None, tuple[Defect, ...]]:
    """The bytes of a file of at most ``limit`` of them, or None, with the reason."""
    if found.is_link:
        return None, (_link(),)
    if not found.is_regular:
        return None, (Defect("file-kind", START, message("This is a folder or a device, with the name of a page.")),)
    if found.size > limit:
        return None, (_too_large(found.size, limit),)
    try:
        with open(f"{root}/{found.path}", "rb", buffering=0) as source:
            return source.read(), ()
    except OSError as error:
        return None, (_unreadable(error),)


def glance(root: Path, found: Found, limit: int) -> str:
    """The first ``limit`` bytes of a file that ``read_text`` refused, as well as they can be made out."""
    if found.is_link or not found.is_regular:
        return ""
    try:
        with (root / found.path).open("rb") as source:
            return source.read(limit).decode("utf-8", "replace").replace("\0", "")
    except OSError:
        return ""


def decode(raw: bytes) -> tuple[str | None, tuple[Defect, ...]]:
    """The text of UTF-8 bytes, or None, with what is wrong."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(raw, error.start),)
    if "\0" in text:
        return None, (_nul(text),)
    defects: tuple[Defect, ...] = ()
    if text.startswith("\ufeff"):
        text, defects = text.lstrip("\ufeff"), (_mark(),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), defects


def _link() -> Defect:
    return Defect(
        "file-symlink",
        START,
        message("This is a link to another file; a link is not followed."),
        message("Put the file itself here."),
    )


def _unreadable(error: OSError) -> Defect:
    return Defect("file-kind", START, message("The file cannot be opened: {why}.", why=error.strerror or error))


def _too_large(size: int, limit: int) -> Defect:
    return Defect(
        "file-size",
        START,
        message("The file is {size} kB; at most {limit} kB is read.", size=size // 1000, limit=limit // 1000),
        message("Split the page, or put large parts in a document of its own and link to it."),
    )


def _not_utf8(raw: bytes, at: int) -> Defect:
    before = raw[:at]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Defect(
        "file-encoding",
        (line, column),
        message("The file is not UTF-8: byte {byte} is no character here.", byte=f"0x{raw[at]:02X}"),
        message("Save the file again with the encoding UTF-8."),
    )


def _nul(text: str) -> Defect:
    before = text[: text.index("\0")]
    return Defect(
        "file-encoding",
        (before.count("\n") + 1, len(before) - before.rfind("\n")),
        message("The file holds a NUL character, as only programs write them."),
        message("Remove it, or save the text again as plain text."),
    )


def _mark() -> Defect:
    return Defect(
        "file-byte-order-mark",
        START,
        message("The file starts with a byte order mark."),
        message("Save it as 'UTF-8', not as 'UTF-8 with BOM'. The page is published all the same."),
    )
