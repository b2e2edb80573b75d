"""A folder that a step fills: a file is written only where its content changed, and never in place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import NamedTuple

from gemeengoed.cache import digest
from gemeengoed.files import remove_empty, share, write
from gemeengoed.folders import survey, time_of
from gemeengoed.ledger import NOTHING, Entry, Kept, Ledger, differing, folders_of


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
            self._unlink(name)
            del self.files[name]
            self.changed.add(name)
            remove_empty(self.path, name)

    def _unlink(self, name: str) -> None:
        """Remove a file, if it is there; a folder may stand in its place by now."""
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            try:
                (self.path / name).unlink()
            except (IsADirectoryError, PermissionError):  # which of them depends on the system
                if not (self.path / name).is_dir():
                    raise
