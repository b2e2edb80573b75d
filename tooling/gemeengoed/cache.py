"""What an earlier run knew, kept in ``.gemeengoed/cache/``: what was read of every file, and values by name.

It is an SQLite file that holds text, numbers and JSON: reading it can run nothing, whoever wrote it (a pickle could).
It is of one version of the program and its settings; one of another version, or that is broken, is thrown away.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = ".gemeengoed/cache"

_TABLES = """
PRAGMA synchronous = OFF;
PRAGMA trusted_schema = OFF;
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, stamp TEXT, digest TEXT, outline TEXT, extra TEXT);
CREATE TABLE IF NOT EXISTS content (path TEXT PRIMARY KEY, content BLOB);
CREATE TABLE IF NOT EXISTS value (name TEXT PRIMARY KEY, content BLOB);
"""
_CELLS = ("path", "stamp", "digest", "outline", "extra")
_ROWS = f"SELECT {', '.join(_CELLS)} FROM file WHERE " + " AND ".join(f"typeof({cell}) = 'text'" for cell in _CELLS)
_OF_PROGRAM = (".py", ".yaml", ".json", ".jinja", ".po")


class Row(NamedTuple):
    """What is known of a file.

    ``stamp`` is the state of the file on disk, ``digest`` that of its bytes, ``outline`` that of what other files may
    depend on. ``extra`` is for the reader: what it must know of the file before its content.
    """

    stamp: str
    digest: str
    outline: str
    extra: str = ""

    def is_like(self, other: Row | None) -> bool:
        """Whether both say the same of the file, wherever and whenever it was written."""
        return other is not None and (self.digest, self.outline) == (other.digest, other.outline)


def digest(*parts: bytes | str) -> str:
    """A hash of the parts, to tell one state from another."""
    total = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def file_state(file: Path) -> tuple[int, ...]:
    """What tells whether another program wrote a file; nothing where there is none."""
    try:
        stat = file.stat()
    except OSError:
        return ()
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


@cache
def program() -> str:
    """The state of this program: of what its files hold, whenever they were checked out or installed, and of Python."""
    folder = str(Path(__file__).parent)
    walked = ((os.path.relpath(above, folder), name) for above, _, names in os.walk(folder) for name in names)
    files = sorted(os.path.join(below, name) for below, name in walked if name.endswith(_OF_PROGRAM))
    return digest(sys.version, *(part for name in files for part in (name, Path(folder, name).read_bytes())))


@dataclass
class Memory:
    """What was known (``files``), and what this run saw (``seen``). Without a ``path`` nothing was known or is kept.

    ``read`` is what others have read for this run, and ``contents`` what was not saved yet. ``held`` is what this
    program has made of files already, each with the hash of the file: a server takes it along from run to run.
    ``recent`` is what was made of the contents that were asked for last.
    """

    path: Path | None = None
    version: str = ""
    files: dict[str, Row] = field(default_factory=dict)
    seen: dict[str, Row] = field(default_factory=dict)
    read: dict[str, Row] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    held: dict[str, tuple[str, object]] = field(default_factory=dict)
    recent: dict[str, Any] = field(default_factory=dict)
    _values: dict[str, bytes] = field(default_factory=dict)
    _saved: tuple[int, ...] = ()

    def see(self, path: str, row: Row, content: bytes | None = None) -> None:
        """Note a file of this run; ``content`` where it was read anew."""
        self.seen[path] = row
        if content is not None:
            self.contents[path] = content

    def content(self, path: str) -> bytes:
        """What was kept of a file's content; empty when it is lost. All contents at once would take much memory."""
        if path in self.contents:
            return self.contents[path]
        found = self._one("content", "path", path) if path in self.seen else b""
        return _unsealed(found, self.seen[path].digest) if found else b""

    def value(self, name: str) -> bytes:
        """A value by name; empty where there is none."""
        if name in self._values:
            return self._values[name]
        return _unsealed(self._one("value", "name", name), name)

    def _one(self, table: str, key: str, name: str) -> bytes:
        """One content; empty when there is none, or the file is broken."""
        try:
            reader = _reader(self.path) if self.path else None
            query = f"SELECT content FROM {table} WHERE {key} = ?"
            found = reader.execute(query, (name,)).fetchall() if reader else []
        except sqlite3.Error:
            return b""
        return found[0][0] if found and isinstance(found[0][0], bytes) else b""

    def keep(self, name: str, content: bytes) -> None:
        """Keep a value under a name."""
        self._values[name] = content

    @property
    def unsaved(self) -> dict[str, bytes]:
        """The values that are to be kept when this is saved."""
        return self._values

    def changed(self) -> frozenset[str]:
        """The files that are new or no longer what they were, and those that are gone."""
        same = {path for path, row in self.seen.items() if row.is_like(self.files.get(path))}
        return frozenset({*self.files, *self.seen} - same)

    def is_as_saved(self) -> bool:
        """Whether this was the last to write into its file, which so holds all that was seen."""
        return self.path is not None and bool(self._saved) and self._saved == file_state(self.path)

    def save(self) -> None:
        """Write down what this run saw. That it cannot be written is no reason to fail."""
        if self.path is None:
            return
        self._save(self.path)
        self._saved = file_state(self.path)
        self.contents.clear()

    def _save(self, path: Path) -> None:
        gone = [(path,) for path in self.files.keys() - self.seen.keys()]
        new = [
            (path, row.stamp, row.digest, row.outline, row.extra)
            for path, row in self.seen.items()
            if self.files.get(path) != row
        ]
        if not (gone or new or self._values):
            return
        _write_to(path, lambda connection: self._write(connection, gone, new))

    def _write(
        self, connection: sqlite3.Connection, gone: list[tuple[str]], new: list[tuple[str, str, str, str, str]]
    ) -> None:
        connection.executemany("DELETE FROM file WHERE path = ?", gone)
        connection.executemany("DELETE FROM content WHERE path = ?", gone)
        connection.executemany("REPLACE INTO file VALUES (?, ?, ?, ?, ?)", new)
        seen = ((path, data) for path, data in self.contents.items() if path in self.seen)
        contents = ((path, _sealed(data, self.seen[path].digest)) for path, data in seen)
        connection.executemany("REPLACE INTO content VALUES (?, ?)", contents)
        values = ((name, _sealed(data, name)) for name, data in self._values.items())
        connection.executemany("REPLACE INTO value VALUES (?, ?)", values)
        connection.commit()


def remember(root: Path, name: str, version: str) -> Memory:
    """What is known of the commons in ``root`` under a name, when it is of this version; else nothing."""
    memory = Memory(root / FOLDER / f"{name}.sqlite", digest(program(), version))
    assert memory.path is not None
    if not memory.path.exists():
        memory.keep("version", memory.version.encode())
    elif memory.value("version") == memory.version.encode():
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(memory.path)) as connection:
            memory.files = {path: Row(*row) for path, *row in connection.execute(_ROWS)}
    else:
        _forget(memory.path)
        memory.keep("version", memory.version.encode())
    return memory


class _Reader(NamedTuple):
    """What was read with last: of which process, of which file in which state."""

    process: int
    path: Path
    state: tuple[int, ...]
    connection: sqlite3.Connection


_readers: list[_Reader] = []


def _reader(path: Path) -> sqlite3.Connection | None:
    """A connection to read a file with, of this process; None where there is no file. One is open at a time.

    Opening takes ten times as long as reading. One that was copied along from another process may not even be closed.
    """
    process, state = os.getpid(), file_state(path)
    if not state:
        return None
    if not _readers or _readers[-1][:3] != (process, path, state):
        if _readers and _readers[-1].process == process:
            _readers.pop().connection.close()
        connection = sqlite3.connect(path, check_same_thread=False)
        connection.execute("PRAGMA cache_size = -256")  # kB: hardly anything is read twice
        _readers.append(_Reader(process, path, state, connection))
    return _readers[-1].connection


def _write_to(path: Path, write: Callable[[sqlite3.Connection], None]) -> None:
    """Write into the cache; a file that is broken is thrown away, for the next run to begin anew."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.executescript(_TABLES)
            write(connection)
    except (sqlite3.Error, OSError):
        _forget(path)


def _sealed(content: bytes, of: str) -> bytes:
    """Content with a hash of it and of what it belongs to, so that damage and mix-ups show."""
    return digest(of, content).encode() + content


def _unsealed(sealed: bytes, of: str) -> bytes:
    """What was sealed; empty when it is not whole or belongs to something else."""
    seal, content = sealed[:32], sealed[32:]
    return content if seal == digest(of, content).encode() else b""


def _forget(path: Path) -> None:
    for file in (path, path.with_name(f"{path.name}-journal")):
        with contextlib.suppress(OSError):
            file.unlink()
