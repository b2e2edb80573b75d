"""Every file of the commons is covered by ``REUSE.toml``, where the commons has one.

Why: then programs can read of each file under which licence it is (REUSE specification 3.3, https://reuse.software).

Bad: ``commons/tips/kort.md`` while no ``path`` in REUSE.toml matches it.
Good: ``path = ["commons/**"]`` in an ``[[annotations]]`` with ``SPDX-FileCopyrightText`` and
``SPDX-License-Identifier``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.texts import File, Text

SEVERITY = Severity.WARNING
REACH = Reach.FILE

FILE = "REUSE.toml"
_IN_FILE = "SPDX-License-" + "Identifier:"  # in two parts, or the reuse tool takes it for what this file says of itself


@dataclass(frozen=True)
class _Annotation:
    """What some paths are said to be under; complete with a licence and a holder of the rights."""

    paths: re.Pattern[str]
    is_complete: bool


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every file of the commons that REUSE.toml says nothing of, or REUSE.toml itself where it cannot be read."""
    file = commons.root / FILE
    if not file.is_file():
        return
    import tomllib  # takes 6 ms, and many a commons has no such file

    try:
        annotations = _annotations(tomllib.loads(file.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        yield _unreadable(error)
        return
    advice = message(
        "Add its path to an [[annotations]] of {file}, with SPDX-FileCopyrightText and SPDX-License-Identifier.",
        file=FILE,
    )
    for found in commons.files():
        if not _is_covered(found, annotations):
            what = message("{file} does not say under which licence this file is.", file=FILE)
            yield Finding(found.path, 1, 1, what, advice)


def _annotations(data: dict[str, Any]) -> tuple[_Annotation, ...]:
    """The annotations, the one that goes before the others first: that is the last in the file (3.3, REUSE.toml)."""
    entries = data.get("annotations")
    tables = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return tuple(
        _Annotation(
            re.compile("|".join(pattern(path) for path in _texts(table.get("path"))) or r"(?!)", re.DOTALL),
            bool(table.get("SPDX-FileCopyrightText")) and bool(table.get("SPDX-License-Identifier")),
        )
        for table in reversed(tables)
    )


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [entry for entry in value or () if isinstance(entry, str)]


_TOKEN = re.compile(r"\\(?P<escaped>.)|(?P<any>\*{2,}[/*]*)|(?P<part>\*)|(?P<plain>[^\\*]+)", re.DOTALL)


def pattern(path: str) -> str:
    r"""A path of REUSE.toml as a regular expression.

    ``*`` is anything but a slash, ``**`` anything (with the slash after it, as the reuse tool has it), and ``\`` takes
    away the meaning of what follows.
    """

    def token(match: re.Match[str]) -> str:
        if match["any"]:
            return ".*"
        return "[^/]*" if match["part"] else re.escape(match["escaped"] or match["plain"])

    return "".join(map(token, _TOKEN.finditer(path)))


def _is_covered(file: File, annotations: tuple[_Annotation, ...]) -> bool:
    if isinstance(file, Text) and _IN_FILE in file.body:
        return True
    return next((entry.is_complete for entry in annotations if entry.paths.fullmatch(file.path)), False)


def _unreadable(error: Exception) -> Finding:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    advice = message("Mend that line; 'reuse lint' says whether the file is right.")
    return Finding(FILE, line, column, message("{file} is not TOML: {why}.", file=FILE, why=error), advice)
