"""One file of a folder, put there as a new one, never in place: so several folders may share it (a hard link)."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from gemeengoed.cache import digest
from gemeengoed.ledger import Entry, stamp


def write(folder: Path, name: str, content: bytes, known: str = "") -> Entry:
    """Write a file below a folder as a new one, in the place of whatever was there; ``known`` is its hash, if known."""
    _make_folders(str(folder), name.split("/")[:-1])
    with open(_make_file(str(folder), name), "wb", buffering=0) as out:
        out.write(content)
        return Entry(stamp(os.fstat(out.fileno())), known or digest(content))


def share(source: Path, folder: Path, name: str, entry: Entry) -> Entry:
    """Let a file, with this entry, stand below another folder too, in the place of whatever was there."""
    _make_folders(str(folder), name.split("/")[:-1])
    target = f"{folder}/{name}"
    try:
        with contextlib.suppress(FileNotFoundError):
            _remove(target)
        os.link(source, target)
    except OSError:
        return write(folder, name, source.read_bytes(), entry.digest)
    return entry


def remove_empty(folder: Path, name: str) -> None:
    """Remove the folders in which a file stood, up to the first that holds something else."""
    while name := name.rpartition("/")[0]:
        try:
            os.rmdir(folder / name)
        except OSError:
            return


def _make_file(folder: str, name: str) -> int:
    """Make a file where something else may stand; returns its number, open to be written."""
    file, how = f"{folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        return os.open(file, how, 0o666)
    except FileExistsError:
        _remove(file)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # another process may make the same one
    return os.open(file, how, 0o666)


def _make_folders(folder: str, names: Iterable[str]) -> None:
    """Make folders in each other below a folder, where files or links may stand."""
    for name in names:
        folder = f"{folder}/{name}"
        try:
            if stat.S_ISDIR(os.lstat(folder).st_mode):
                continue
            os.unlink(folder)
        except FileNotFoundError:
            pass
        try:
            os.mkdir(folder)
        except (FileExistsError, FileNotFoundError):
            os.makedirs(folder, exist_ok=True)  # another process may make the same one


def _remove(file: str) -> None:
    """Remove what stands where a file must go."""
    try:
        os.unlink(file)
    except (IsADirectoryError, PermissionError):
        shutil.rmtree(file)
