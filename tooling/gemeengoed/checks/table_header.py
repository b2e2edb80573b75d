"""A table has a row of headers, and every column has a name.

Why: a screen reader says the header with each cell; without it, figures are read aloud that mean nothing.

Bad: ``| | |`` above ``|---|---|``; ``<table>`` without ``<th>``.
Good: ``| Stap | Duur |`` above ``|---|---|``.
"""

import re
from collections.abc import Iterator

from gemeengoed.checks.base import in_body, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE

_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PART = re.compile(r"<(?P<name>/?table|th)\b", re.IGNORECASE)
"""Where a table of HTML starts or ends, and its headers."""


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every table without headers, and every column without one. Only the first column may go without a name."""
    for text in texts(commons):
        if "|" in text.body and "--" in text.body:
            yield from (in_body(text, *found) for found in _tables(text.masked))
        if "<table" in text.body.lower():
            yield from (in_body(text, *found) for found in _html_tables(text.masked))


def _tables(masked: str) -> Iterator[tuple[int, Message, Message]]:
    offset, above, before_above = 0, "", ""
    for line in masked.split("\n"):
        if "|" in line and "-" in line and _RULE.match(line):
            cells = above.strip().removeprefix("|").removesuffix("|").split("|")
            start = offset - len(above) - 1
            is_header = "|" in above and not before_above.strip()
            if not above.strip():
                what = message("This table has no row of headers.")
                yield offset, what, message("Put a line with the names of the columns above the line with dashes.")
            elif is_header and not all(
                cell.strip() for cell in cells[1 if len(cells) > 1 and any(map(str.strip, cells)) else 0 :]
            ):
                what = message("A column of this table has no name.")
                yield start, what, message("Write a name for each column in the first line of the table.")
        offset += len(line) + 1
        above, before_above = line, above


def _html_tables(masked: str) -> Iterator[tuple[int, Message, Message]]:
    start: int | None = None
    for match in (*_PART.finditer(masked), None):
        is_header = match is not None and match["name"].lower() == "th"
        if start is not None and not is_header:
            what = message("This table has no headers.")
            yield start, what, message("Make the cells of the first row headers: <th>…</th>.")
        start = match.start() if match and match["name"].lower() == "table" else None
