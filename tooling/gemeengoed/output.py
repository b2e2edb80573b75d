"""A folder that a step fills: a file is written only where its content changed, and never in place.

What the folder holds is known by the size and time of its files, so that only what somebody touched is read again.
Since no file is ever written in place, several folders may share one file (a hard link).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

from gemeengoed.cache import digest
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


def stamp(of: os.stat_result) -> str:
    """The state of a file on disk: neither a copy by ``tar`` nor a hard link to it changes that."""
    return f"{of.st_size}.{of.st_mtime_ns}"


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


def time_of(folder: Path, name: str) -> int | None:
    """When something last came into a folder or left it; None when it is no folder."""
    try:
        of = os.lstat(f"{folder}/{name}")
    except OSError:
        return None
    return of.st_mtime_ns if stat.S_ISDIR(of.st_mode) else None


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


def ledger_of(folder: Path) -> Path:
    """The file beside a folder in which is kept what it holds."""
    return folder.with_name(f"{folder.name}.json")


class Sent(NamedTuple):
    """What differs of a folder that is being filled from what was kept of it (``Output.sent``).

    ``left`` are files that nobody put or kept, ``wanted`` those that somebody did and that are not there.
    """

    came: Ledger
    gone: Set[str]
    run: str
    times: dict[str, int] | None
    touched: set[str]
    changed: set[str]
    left: Set[str]
    wanted: Set[str]


class Output:
    """A folder being filled. ``files`` is what it holds; ``changed`` the paths that this run wrote or took away.

    ``known`` is what it held when the last run ended, and ``seal`` that of the file in which that is kept. ``run`` is a
    name for what it holds, from whoever made that, until something changes. ``touched`` are the files that somebody
    changed since the last run. Where nobody else can have been there (``is_ours``), it is not looked at.
    """

    def __init__(self, path: Path, kept: Kept = NOTHING, seal: str = "", *, is_ours: bool = False) -> None:
        self.path = path
        self.known, self._known_times = kept.files, kept.folders
        self.seal = seal
        self.run = kept.run
        self.files, self._times, _ = kept._replace(files=dict(kept.files)) if is_ours else survey(path, kept)
        self.touched = set[str]() if is_ours else differing(kept.files, self.files)
        self.changed: set[str] = set()
        self._wanted: set[str] = set()

    def sent(self) -> Sent:
        """What to tell another process that knows what was kept of the folder: the difference, since that is little."""
        known, files, wanted = self.known, self.files, self._wanted
        came = {name: entry for name, entry in files.items() if known.get(name) is not entry}
        times = None if self._times is self._known_times else self._times
        others = files.keys() - wanted, wanted - files.keys()
        return Sent(came, known.keys() - files.keys(), self.run, times, self.touched, self.changed, *others)

    @classmethod
    def received(cls, path: Path, kept: Kept, seal: str, sent: Sent) -> Output:
        """The same in another process, of the folder of which this is ``kept``."""
        output = cls(path, kept, seal, is_ours=True)
        output.files = {name: entry for name, entry in kept.files.items() if name not in sent.gone} | sent.came
        output.run, output.touched, output.changed = sent.run, sent.touched, sent.changed
        output._times = kept.folders if sent.times is None else sent.times
        output._wanted = (output.files.keys() - sent.left) | sent.wanted
        return output

    def kept(self) -> Kept:
        """What the folder holds, to be kept for the next run."""
        ours = folders_of(self.changed)
        folders = folders_of(self.changed | self.touched if self._times else self.files)
        times = {name: time for name, time in self._times.items() if name not in ours}
        anew = ((name, time_of(self.path, name)) for name in folders - times.keys())
        return Kept(self.files, times | {name: time for name, time in anew if time is not None}, self.run)

    def digest(self, name: str) -> str:
        """The hash of a file's content; empty when there is none."""
        return self.files[name].digest if name in self.files else ""

    def put(self, name: str, content: bytes) -> None:
        """Let the folder hold a file with this content."""
        self._wanted.add(name)
        now = digest(content)
        if self.digest(name) != now:
            self.note(name, write(self.path, name, content, now))

    def link(self, name: str, source: Path, entry: Entry) -> None:
        """Let the folder hold a file that stands elsewhere too, shared where the disk allows."""
        self._wanted.add(name)
        if self.digest(name) != entry.digest:
            self.note(name, share(source, self.path, name, entry))

    def share(self, other: Output) -> None:
        """Let the files that another folder has as well be those of that folder, where the disk allows."""
        theirs = {entry.digest: name for name, entry in other.files.items() if entry.stamp}
        for name, entry in self.files.items():
            twin = theirs.get(entry.digest)
            if twin and other.files[twin].stamp != entry.stamp:
                self.files[name] = share(other.path / twin, self.path, name, other.files[twin])

    def keep(self, *names: str) -> None:
        """Let the folder keep files as they are."""
        self._wanted.update(names)

    def drop(self, name: str) -> None:
        """Let the folder not keep a file that somebody put."""
        self._wanted.discard(name)

    def note(self, name: str, entry: Entry) -> None:
        """Take down what another wrote into the folder."""
        self._wanted.add(name)
        if self.digest(name) != entry.digest:
            self.changed.add(name)
            self.run = ""
        self.files[name] = entry

    def note_all(self, below: str = "") -> None:
        """Take down whatever another made of the folder, or of the folder ``below`` in it, which ends in a slash."""
        before = {name: self.files.pop(name) for name in [*self.files] if name.startswith(below)}
        local = {name.removeprefix(below): entry for name, entry in before.items()}
        for name, entry in survey(self.path / below, Kept(local, {})).files.items():
            self.files[below + name] = before.get(below + name, Entry("", ""))
            self.note(below + name, entry)
        self.changed |= before.keys() - self.files.keys()

    def wanted(self) -> Iterator[tuple[str, Entry]]:
        """Path and state of every file that somebody put or kept."""
        wanted = self._wanted
        return ((name, entry) for name, entry in self.files.items() if name in wanted)

    def wants(self, name: str) -> bool:
        """Whether somebody put or kept a file."""
        return name in self._wanted

    def prune(self) -> None:
        """Remove every file that nobody put or kept."""
        gone = self.files.keys() - self._wanted
        self.remove(gone)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and the folders that are empty then."""
        for name in sorted(names, reverse=True):
            self.run = ""
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                (self.path / name).unlink()
            del self.files[name]
            self.changed.add(name)
            remove_empty(self.path, name)
