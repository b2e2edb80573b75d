"""What is known of the older parts of a search index: which pages they have, and what these say there."""

from __future__ import annotations

from typing import NamedTuple

from gemeengoed.columns import joined, kept_as, parted, rows


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
    pages = state.pages.values()
    digests, entries = joined([page.digest for page in pages]), joined([page.entry for page in pages])
    said, filters = joined([page.said for page in pages]), joined([page.filters for page in pages])
    files, hashes = joined(state.files), joined(state.files.values())
    return _Columns(joined(state.pages), digests, entries, said, filters, files, hashes)


def _state(columns: _Columns) -> State:
    names, *fields, files, hashes = map(parted, columns)
    return State(dict(zip(names, rows(Indexed, *fields), strict=True)), dict(zip(files, hashes, strict=True)))


STATE = kept_as(_Columns, _columns, _state)
"""How that is kept."""
