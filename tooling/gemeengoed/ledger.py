"""What is known of a folder from run to run: size, time and hash of each file, and the time of each folder in it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from gemeengoed.columns import columns, joined, kept_as, parted, rows


class Entry(NamedTuple):
    """One file: its state on disk, and a hash of its content."""

    stamp: str
    digest: str


Ledger = dict[str, Entry]
"""What a folder holds, by path."""

NONE = Entry("", "")


class Kept(NamedTuple):
    """What a folder held when a run ended: its files, and the time of every folder in it.

    ``run`` is a name for what stood there, from whoever made it; empty when that has none.
    """

    files: Ledger
    folders: dict[str, int]
    run: str = ""


NOTHING = Kept({}, {})


class _Columns(NamedTuple):
    names: str
    stamps: str
    digests: str
    folders: str
    times: str
    run: str


def _columns(kept: Kept) -> _Columns:
    times = joined(map(str, kept.folders.values()))
    of_files = columns(Entry, kept.files.values())
    return _Columns._make([joined(kept.files), *of_files, joined(kept.folders), times, kept.run])


def _kept(of: _Columns) -> Kept:
    names, stamps, digests, folders, times = map(parted, of[:-1])
    files = dict(zip(names, rows(Entry, stamps, digests), strict=True))
    return Kept(files, dict(zip(folders, map(int, times), strict=True)), of.run)


KEPT = kept_as(_Columns, _columns, _kept)
"""How that is kept."""


def stamp(of: os.stat_result) -> str:
    """The state of a file on disk: neither a copy by ``tar`` nor a hard link to it changes that."""
    return f"{of.st_size}.{of.st_mtime_ns}"


def differing(before: Ledger, now: Ledger) -> set[str]:
    """The files that are not the same in two folders."""
    return {name for name, entry in now.items() if before.get(name) != entry} | (before.keys() - now.keys())


def folders_of(files: Iterable[str]) -> set[str]:
    """The folders in which files stand; that of all has no name."""
    names, above = {""}, {name.rpartition("/")[0] for name in files}
    while above := above - names:
        names |= above
        above = {name.rpartition("/")[0] for name in above}
    return names


def ledger_of(folder: Path) -> Path:
    """The file beside a folder in which is kept what it holds."""
    return folder.with_name(f"{folder.name}.json")
