"""The same bytes for the same pages: Pagefind writes its filters in the order of a hash table, another one each time.

The filters, and the metadata that names their files, are put in order of alphabet and named by their content again.
Pagefind's files are gzip of the mark ``pagefind_dcd`` and one CBOR value (RFC 8949); seen in Pagefind 1.5.2.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"


def put_in_order(bundle: Path) -> None:
    """Rewrite the filters of a Pagefind bundle in order. Raises ValueError for files of another form."""
    entry = bundle / "pagefind-entry.json"
    index: dict[str, Any] = json.loads(entry.read_text("utf-8"))
    for language, about in sorted(index["languages"].items()):
        meta = bundle / f"pagefind.{about['hash']}.pf_meta"
        content = _read(meta)
        filters, sorts = content[3], content[4]
        content[3] = sorted([name, _order_filter(bundle / "filter", file, language)] for name, file in filters)
        content[4] = sorted(sorts)
        data = _pack(content)
        meta.unlink()
        about["hash"] = f"{language}_{_digest(data, 10)}"
        (bundle / f"pagefind.{about['hash']}.pf_meta").write_bytes(data)
    entry.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True), "utf-8")


def _order_filter(folder: Path, name: str, language: str) -> str:
    """Put the values of one filter in order; returns the new name of its file."""
    file = folder / f"{name}.pf_filter"
    title, values = _read(file)
    data = _pack([title, sorted(values)])
    file.unlink()
    new = f"{language}_{_digest(data, 7)}"
    (folder / f"{new}.pf_filter").write_bytes(data)
    return new


def _read(file: Path) -> list[Any]:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_MARK):
        raise ValueError(f"{file} does not start with {_MARK!r}: is this another version of Pagefind?")
    content: list[Any] = cbor2.loads(data[len(_MARK) :])
    return content


def _pack(content: list[Any]) -> bytes:
    return gzip.compress(_MARK + cbor2.dumps(content), mtime=0)


def _digest(data: bytes, length: int) -> str:
    return hashlib.sha256(data).hexdigest()[:length]
