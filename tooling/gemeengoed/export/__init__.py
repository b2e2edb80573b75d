"""The commons as one file or folder, for who works with it elsewhere: NDJSON, CSV, SQLite.

The data are those of the interface on the site (``stage.open_data``), of the same edition, in the same order; the same
sources give the same bytes. A format is a module here and a line in ``FORMATS``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from gemeengoed.expected import ExpectedError
from gemeengoed.export import csv, ndjson, sqlite
from gemeengoed.export.collect import Collected
from gemeengoed.kinds.declare import Choice

__all__ = ["FORMATS", "CannotExportError", "Format", "export"]


class CannotExportError(ExpectedError):
    """Something else stands where the export must go; the message says what and where."""


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


def export(form: Format, collected: Collected, target: Path) -> None:
    """Put the data in a form at ``target``: whole, or what stood there stays. Raises CannotExportError.

    In a folder, files of other names stay as they are.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".export-", dir=target.parent) as folder:
        made = Path(folder) / target.name
        FORMATS[form](collected, made)
        if target.exists() and target.is_dir() != made.is_dir():
            raise CannotExportError(f"{target} is a {'folder' if target.is_dir() else 'file'}. Name another place.")
        if made.is_file():
            os.replace(made, target)
            return
        target.mkdir(exist_ok=True)
        for file in made.iterdir():
            os.replace(file, target / file.name)
