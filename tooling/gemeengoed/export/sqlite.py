"""SQLite: a table for each kind and register, one of all items, one of all references, and full-text search.

``items`` has what every item has; ``practices`` and its like the fields of their own kind. ``relations`` says who
refers to what: ``SELECT source FROM relations WHERE register = 'theme' AND target = 'participatie'``. ``search`` is
FTS5 over title, summary and body, without regard for accents.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from gemeengoed.export.collect import Collected
from gemeengoed.export.rows import OF_ITEM, columns, entry_row, item_row, relations
from gemeengoed.kinds import KINDS, REGISTERS

_COMMON = (*OF_ITEM, "title", "summary", "body")
_SCHEMA = """
CREATE TABLE relations (source TEXT NOT NULL, field TEXT NOT NULL, register TEXT NOT NULL, target TEXT NOT NULL);
CREATE INDEX relations_by_target ON relations (register, target);
CREATE INDEX relations_by_source ON relations (source);
CREATE VIRTUAL TABLE search USING fts5 (
    title, summary, body, content='items', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2'
);
"""


def write(collected: Collected, target: Path) -> None:
    """Write the database where nothing is yet."""
    with closing(sqlite3.connect(target)) as store, store:
        store.execute("PRAGMA journal_mode = MEMORY")
        _create(store, "items", _COMMON)
        for register in REGISTERS:
            _create(store, register.plural, columns(register))
        for kind in KINDS:
            _create(store, kind.folder, columns(kind))
        store.executescript(_SCHEMA)
        for register in REGISTERS:
            entries = list(collected.entries(register))
            _insert(store, register.plural, columns(register), map(entry_row, entries))
            _insert_relations(store, relations(register, entries))
        for kind in KINDS:
            items = list(collected.items(kind))
            rows = [item_row(item) for item in items]
            _insert(store, "items", _COMMON, rows)
            _insert(store, kind.folder, columns(kind), rows)
            _insert_relations(store, relations(kind, items))
        store.execute("INSERT INTO search (search) VALUES ('rebuild')")


def _create(store: sqlite3.Connection, table: str, names: Sequence[str]) -> None:
    """A table of which ``id`` is the key. Names are those of the declaration, never of content."""
    defined = ", ".join(f'"{name}"{" TEXT PRIMARY KEY" if name == "id" else ""}' for name in names)
    store.execute(f'CREATE TABLE "{table}" ({defined})')


def _insert(store: sqlite3.Connection, table: str, names: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    places = ", ".join("?" * len(names))
    store.executemany(f'INSERT INTO "{table}" VALUES ({places})', ([row.get(name) for name in names] for row in rows))


def _insert_relations(store: sqlite3.Connection, found: Iterable[tuple[str, str, str, str]]) -> None:
    store.executemany("INSERT INTO relations VALUES (?, ?, ?, ?)", found)
