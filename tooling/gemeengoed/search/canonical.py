"""Pagefind's files put right: the same bytes for the same pages, and less of them for who searches.

Pagefind writes its filters in the order of a hash table, another one each time; they are put in order of alphabet. Then
its metadata, which a reader loads before anything is found, is made less than half as large:

- It names each page by a hash, which nothing makes smaller. So the pages are numbered, in a folder that is named by all
  of those hashes: equal names hold equal content all the same. How many words each has is rounded, by 3 in 100 at most:
  that is compared with the average length only, and packs better.
- It holds all pages in every order that one may sort by, for what few ask. So there are two of it: one without those
  orders, and one with them under a language of its own (``nl-x-sorted``, private use in BCP 47), which is how Pagefind
  chooses between metadata. All other files are the same.

Its program for browsers asks all parts of an index at once. What asks one of them is in it too, and is made public, so
that a page can show what the first part has before the others are there (``search/index.js``).

Pagefind's files are gzip of the mark ``pagefind_dcd`` and one CBOR value (RFC 8949); seen in Pagefind 1.5.2.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import cbor2

from gemeengoed.search.about import ENTRY

SORTED = "-x-sorted"
"""What stands behind a language where the metadata has the orders to sort by; ``search/index.js`` asks for it."""

MARK = b"pagefind_dcd"

_DIGITS = 5
_PROGRAM = "pagefind.js"
_ONE_PART = "PagefindInstance"


def put_in_order(bundle: Path) -> None:
    """Rewrite the filters, metadata and program of a Pagefind bundle. Raises ValueError for files of another form."""
    _publish(bundle / _PROGRAM)
    entry = bundle / ENTRY
    index: dict[str, Any] = json.loads(entry.read_text("utf-8"))
    for language, about in sorted(index["languages"].items()):
        meta = bundle / f"pagefind.{about['hash']}.pf_meta"
        version, pages, chunks, filters, sorts, fields = _read(meta)
        meta.unlink()
        pages = _number(bundle / "fragment", language, pages)
        filters = sorted([name, _order_filter(bundle / "filter", file, language)] for name, file in filters)
        for suffix, orders in {"": [], SORTED: sorted(sorts)}.items():
            if orders or not suffix:
                hashed = _write_metadata(bundle, language, [version, pages, chunks, filters, orders, fields])
                index["languages"][language + suffix] = {**about, "hash": hashed}
    entry.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True), "utf-8")


def _publish(program: Path) -> None:
    """Let the program export what asks one part of an index."""
    code = program.read_text("utf-8")
    if f"var {_ONE_PART}=class{{" not in code:
        raise ValueError(f"{program} has no {_ONE_PART}: is this another version of Pagefind?")
    program.write_text(f"{code}\nexport{{{_ONE_PART}}};\n", "utf-8")


def _number(folder: Path, language: str, pages: list[list[Any]]) -> list[list[Any]]:
    """Let every page be named by its number, with its fragment in a folder for all of them; returns them so."""
    below = f"{language}_{_digest(''.join(name for name, _ in pages).encode(), 8)}"
    (folder / below).mkdir()
    numbered = []
    for number, (name, words) in enumerate(pages):
        os.rename(folder / f"{name}.pf_fragment", folder / below / f"{number:x}.pf_fragment")
        numbered.append([f"{below}/{number:x}", _rounded(words)])
    return numbered


def _rounded(number: int) -> int:
    """A number of which ``_DIGITS`` binary digits tell."""
    least = max(0, number.bit_length() - _DIGITS)
    return round(number / (1 << least)) << least


def _order_filter(folder: Path, name: str, language: str) -> str:
    """Put the values of one filter in order; returns the new name of its file."""
    file = folder / f"{name}.pf_filter"
    title, values = _read(file)
    data = _pack([title, sorted(values)])
    file.unlink()
    new = f"{language}_{_digest(data, 7)}"
    (folder / f"{new}.pf_filter").write_bytes(data)
    return new


def _write_metadata(bundle: Path, language: str, content: list[Any]) -> str:
    """Write metadata under the name of its content, which is returned."""
    data = _pack(content)
    name = f"{language}_{_digest(data, 10)}"
    (bundle / f"pagefind.{name}.pf_meta").write_bytes(data)
    return name


def _read(file: Path) -> list[Any]:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(MARK):
        raise ValueError(f"{file} does not start with {MARK!r}: is this another version of Pagefind?")
    content: list[Any] = cbor2.loads(data[len(MARK) :])
    return content


def _pack(content: list[Any]) -> bytes:
    return gzip.compress(MARK + cbor2.dumps(content), mtime=0)


def _digest(data: bytes, length: int) -> str:
    return hashlib.sha256(data).hexdigest()[:length]
