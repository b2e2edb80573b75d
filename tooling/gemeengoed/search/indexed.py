"""What is known of the older parts of a search index: which pages they have, and what these say there."""

from __future__ import annotations

from typing import NamedTuple

from gemeengoed.columns import columns, joined, kept_as, parted, rows
from gemeengoed.search.about import ENTRY
from gemeengoed.search.run import BUNDLE


class Indexed(NamedTuple):
    """A page as the older parts have it: the hash of its HTML, the entry that it is named by (none: not searched), the
    hash of what that says, and its filters as JSON, which is read of few pages only.
    """

    digest: str
    entry: str = ""
    said: str = ""
    filters: str = "{}"


class State(NamedTuple):
    """The pages of the older parts, the hashes of the files that these consist of, and the foremost value in each order
    of what is not in the first part."""

    pages: dict[str, Indexed]
    files: dict[str, str]
    rest: dict[str, str]

    @property
    def parts(self) -> dict[str, str]:
        """The parts by name, in order, each with the hash of the file that Pagefind begins with. That follows from all
        that the part says."""
        entries = sorted(name for name in self.files if name.endswith(ENTRY))
        return {name.removeprefix(BUNDLE).removesuffix(ENTRY): self.files[name] for name in entries}


class _Columns(NamedTuple):
    pages: str
    digests: str
    entries: str
    said: str
    filters: str
    files: str
    hashes: str
    orders: str
    values: str


def _columns(state: State) -> _Columns:
    of_pages = columns(Indexed, state.pages.values())
    others = [column for one in (state.files, state.rest) for column in (joined(one), joined(one.values()))]
    return _Columns._make([joined(state.pages), *of_pages, *others])


def _state(of: _Columns) -> State:
    names, *fields, files, hashes, orders, values = map(parted, of)
    pages = dict(zip(names, rows(Indexed, *fields), strict=True))
    return State(pages, dict(zip(files, hashes, strict=True)), dict(zip(orders, values, strict=True)))


STATE = kept_as(_Columns, _columns, _state)
"""How that is kept."""
