"""What is known of the pages that were rendered: which need not be rendered again follows from that."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from gemeengoed.columns import columns, joined, kept_as, parted, rows
from gemeengoed.ledger import NONE
from gemeengoed.output import Output


class Record(NamedTuple):
    """What is known of a page: the hash of its staged file, its path below the site, the hash of its HTML, and as JSON
    the names that it links to, each with whether that was there.
    """

    staged: str
    target: str
    written: str
    looked: str = "{}"

    def stands(self, there: Set[str]) -> bool:
        """Whether what the page links to is there, or not, as it was."""
        looked: Mapping[str, bool] = json.loads(self.looked)
        return all((name in there) == was for name, was in looked.items())


class Rendered(NamedTuple):
    """The pages as they were rendered, the state of all that they share, and that of the names in the tree."""

    everything: str = ""
    names: str = ""
    pages: Mapping[str, Record] = {}

    def fresh(
        self, names: Iterable[str], tree: Mapping[str, str], there: Set[str], now: str, output: Output
    ) -> set[str]:
        """Those of the pages that are on disk as they must be, while what pages share is as it was.

        ``now`` is the state of the names that are ``there``, which what pages link to is looked up in where it is
        another.
        """
        files, get, known, is_same = output.files, tree.get, self.pages, now == self.names
        return {
            name
            for name in names
            if (record := known.get(name)) is not None
            and get(name) == record.staged
            and files.get(record.target, NONE).digest == record.written
            and (is_same or record.stands(there))
        }


class _Columns(NamedTuple):
    everything: str
    state: str
    names: str
    staged: str
    targets: str
    written: str
    looked: str


def _columns(of: Rendered) -> _Columns:
    return _Columns(of.everything, of.names, joined(of.pages), *columns(Record, of.pages.values()))


def _rendered(of: _Columns) -> Rendered:
    names, *fields = map(parted, of[2:])
    return Rendered(of.everything, of.state, dict(zip(names, rows(Record, *fields), strict=True)))


RENDERED = kept_as(_Columns, _columns, _rendered)
"""How that is kept."""
