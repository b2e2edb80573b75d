"""What a browser has to know of a search index before it asks its parts, in one file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ABOUT = "parts.json"
ENTRY = "pagefind-entry.json"
"""What Pagefind would load of each part: which metadata it has for which language."""


class About(NamedTuple):
    """The parts beside the first, the entries of older ones that hold no longer with their filters, and the foremost
    value in each order that one may sort by of what is not in the first part.
    """

    parts: Sequence[str] = ()
    stale: Mapping[str, Mapping[str, list[str]]] = {}
    rest: Mapping[str, str] = {}


def written(bundle: Path, about: About) -> bytes:
    """The file about the index in a folder, with what Pagefind has of each part in a file of its own."""
    entries = {part: json.loads((bundle / part / ENTRY).read_bytes()) for part in ("", *about.parts)}
    languages = {part: entry["languages"] for part, entry in entries.items()}
    told = {**about._asdict(), "languages": languages, "characters": entries[""]["include_characters"]}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
