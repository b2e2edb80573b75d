"""NDJSON (ndjson.org): an entry or item on each line, so that any program reads it piece by piece."""

from __future__ import annotations

import json
from pathlib import Path

from gemeengoed.export.collect import Collected


def write(collected: Collected, target: Path) -> None:
    """Write the file."""
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for record in collected.everything():
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
