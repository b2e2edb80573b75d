"""CSV (RFC 4180, UTF-8): a table for each kind and register. Into a folder, or a zip where the name ends so.

A program that calculates takes a value that starts with ``=``, ``+``, ``-`` or ``@`` for a formula, also in a file of
strangers; an apostrophe before it makes it text (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gemeengoed.export.collect import Collected
from gemeengoed.export.rows import Row, columns, entry_row, item_row
from gemeengoed.kinds import KINDS, REGISTERS

_ACTS = ("=", "+", "-", "@", "\t", "\r")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip knows: equal sources give equal bytes."""


def write(collected: Collected, target: Path) -> None:
    """Write every table."""
    if target.suffix.lower() == ".zip":
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            for name, text in tables(collected):
                about = ZipInfo(name, _EPOCH)
                about.compress_type, about.external_attr = ZIP_DEFLATED, 0o644 << 16
                archive.writestr(about, text)
        return
    target.mkdir(parents=True, exist_ok=True)
    for name, text in tables(collected):
        (target / name).write_text(text, "utf-8", newline="")


def tables(collected: Collected) -> Iterator[tuple[str, str]]:
    """The name and text of every table."""
    for kind in KINDS:
        yield f"{kind.folder}.csv", _table(columns(kind), map(item_row, collected.items(kind)))
    for register in REGISTERS:
        yield f"{register.plural}.csv", _table(columns(register), map(entry_row, collected.entries(register)))


def _table(names: list[str], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_harmless(row.get(name)) for name in names])
    return out.getvalue()


def _harmless(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_ACTS) else value
