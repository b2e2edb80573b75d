"""Looking at what a folder holds, by size and time of its files: only what somebody touched is read again."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from gemeengoed.cache import digest
from gemeengoed.ledger import Entry, Kept, stamp


def scan(folder: Path | str) -> Iterator[tuple[str, str]]:
    """Path and stamp of every file below a folder; links and other things that are no file have no stamp."""
    waiting, start = [str(folder)], len(str(folder)) + 1
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                is_file = entry.is_file(follow_symlinks=False)
                yield entry.path[start:], stamp(entry.stat(follow_symlinks=False)) if is_file else ""


def time_of(folder: Path, name: str) -> int | None:
    """When something last came into a folder or left it; None when it is no folder."""
    try:
        of = os.lstat(f"{folder}/{name}")
    except OSError:
        return None
    return of.st_mtime_ns if stat.S_ISDIR(of.st_mode) else None


def survey(folder: Path, known: Kept) -> Kept:
    """What a folder holds; files that are as they were known are not read, nor folders that have their time still."""
    changed = {name: time for name, was in known.folders.items() if (time := time_of(folder, name)) != was}
    times = known.folders | {name: time for name, time in changed.items() if time is not None}
    if not known.folders or None in changed.values():
        return Kept({path: _entry(folder, path, now, known.files.get(path)) for path, now in scan(folder)}, {})
    base, found, look = f"{folder}/", dict(known.files), os.lstat
    for path, entry in known.files.items():
        try:
            of = look(base + path)
        except OSError:
            del found[path]
            continue
        if not (f"{of.st_size}.{of.st_mtime_ns}" == entry.stamp and stat.S_ISREG(of.st_mode)):
            found[path] = _entry(folder, path, stamp(of) if stat.S_ISREG(of.st_mode) else "", entry)
    for name in changed:
        for path, now in _come(folder, name, known.folders):
            found[path] = _entry(folder, path, now, known.files.get(path))
    return Kept(found, times)


def is_as_known(folder: Path, known: Kept) -> bool:
    """Whether a folder holds just what it was known to hold; False where there is nothing to go by.

    Names are looked up from the folder, which is open: from the root on that takes half as long again.
    """
    try:
        at = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        return bool(known.folders) and _stand(at, known)
    except OSError:
        return False
    finally:
        os.close(at)


def _stand(at: int, known: Kept) -> bool:
    look, is_folder, is_file = os.lstat, stat.S_ISDIR, stat.S_ISREG
    for name, was in known.folders.items():
        of = look(name or ".", dir_fd=at)
        if of.st_mtime_ns != was or not is_folder(of.st_mode):
            return False
    for name, entry in known.files.items():
        of = look(name, dir_fd=at)
        if f"{of.st_size}.{of.st_mtime_ns}" != entry.stamp or not is_file(of.st_mode):
            return False
    return True


def _entry(folder: Path, path: str, now: str, known: Entry | None) -> Entry:
    """The state of a file, which is read when it is not as it was known."""
    if known is not None and known.stamp == now:
        return known
    return Entry(now, digest((folder / path).read_bytes()) if now else "")


def _come(folder: Path, name: str, times: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Path and stamp of what stands in a folder, and of what stands in folders there that were not known."""
    for entry in os.scandir(folder / name):
        path = f"{name}/{entry.name}".lstrip("/")
        if not entry.is_dir(follow_symlinks=False):
            yield path, stamp(entry.stat(follow_symlinks=False)) if entry.is_file(follow_symlinks=False) else ""
        elif path not in times:
            yield from ((f"{path}/{below}", now) for below, now in scan(entry.path))
