"""The pictures and documents of a commons: which there are, and what stands in them, read with care.

Nothing is followed, no device is waited for, and no more is read than was asked for.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gemeengoed.load.files import Found, walk
from gemeengoed.model import MEDIA, Commons

_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class MediaFile:
    """A picture or document: its path from the root, its size in bytes, and how its name ends, in lower case."""

    path: str
    size: int
    suffix: str


def media_files(commons: Commons) -> Iterator[MediaFile]:
    """The media below ``commons/`` and ``docs/``, in order of path; links aside, which ``file-symlink`` tells about."""
    refused = {"file-symlink"}
    for file in commons.strays:
        if not any(defect.code in refused for defect in file.defects):
            yield from _media(Found(file.path, file.size))
    for found in walk(commons.root, "docs"):
        yield from _media(found)


def _media(found: Found) -> Iterator[MediaFile]:
    suffix = PurePosixPath(found.path).suffix.lower()
    if suffix in MEDIA and found.is_regular and not found.is_link:
        yield MediaFile(found.path, found.size, suffix)


def read_head(root: Path, path: str, count: int) -> bytes:
    """The first ``count`` bytes of a file; none where it is a link, no regular file, or cannot be opened."""
    try:
        number = os.open(root / path, _OPEN)
    except OSError:
        return b""
    with os.fdopen(number, "rb") as source:
        return source.read(count) if stat.S_ISREG(os.fstat(number).st_mode) else b""
