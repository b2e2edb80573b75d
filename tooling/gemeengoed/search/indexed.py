"""What is known of the older parts of a search index: which pages they have, and what these say there."""

from __future__ import annotations

from typing import NamedTuple

from gemeengoed.columns import columns, joined, kept_as, parted, rows


class Indexed(NamedTuple):
    """A page as the older parts have it: the hash of its HTML, the entry that it is named by (none: not searched), the
    hash of what that says, and its filters as JSON, which is read of few pages only.
    """

    digest: str
    entry: str = ""
    said: str = ""
    filters: str = "{}"


class State(NamedTuple):
    """The pages of the older parts, and the hashes of the files that these consist of."""

    pages: dict[str, Indexed]
    files: dict[str, str]


class _Columns(NamedTuple):
    pages: str
    digests: str
    entries: str
    said: str
    filters: str
    files: str
    hashes: str


def _columns(state: State) -> _Columns:
    of_pages = columns(Indexed, state.pages.values())
    return _Columns._make([joined(state.pages), *of_pages, joined(state.files), joined(state.files.values())])


def _state(of: _Columns) -> State:
    names, *fields, files, hashes = map(parted, of)
    return State(dict(zip(names, rows(Indexed, *fields), strict=True)), dict(zip(files, hashes, strict=True)))


STATE = kept_as(_Columns, _columns, _state)
"""How that is kept."""
