"""The commons as one file or folder, for who works with it elsewhere: NDJSON, CSV, SQLite.

The data are those of the interface on the site (``stage.open_data``), of the same edition, in the same order; the same
sources give the same bytes. A format is a module here and a line in ``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from gemeengoed.export import csv, ndjson, sqlite
from gemeengoed.export.collect import Collected
from gemeengoed.kinds.declare import Choice

__all__ = ["FORMATS", "Format"]


class Format(Choice):
    """In which form the commons is exported."""

    NDJSON = "ndjson", "NDJSON: a JSON object on each line"
    CSV = "csv", "CSV: a table for each kind and register, in a folder or a zip"
    SQLITE = "sqlite", "SQLite: a database with tables, relations and full-text search"


FORMATS: Mapping[Format, Callable[[Collected, Path], None]] = {
    Format.NDJSON: ndjson.write,
    Format.CSV: csv.write,
    Format.SQLITE: sqlite.write,
}
"""What writes the data to a path in each form."""
