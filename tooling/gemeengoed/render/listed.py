"""Which files of a staged tree are pages of the site and which are copied: kept while the tree has the same names.

MkDocs makes an object of every file to know its address; with ten thousand pages that takes a third of a second.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import digest
from gemeengoed.render.pages import Prepared


class Listed(NamedTuple):
    """The staged files of the pages of the site, and those that are copied as they are, both in MkDocs' order."""

    pages: list[str]
    others: list[str]


LISTED = TypeAdapter(Listed | None)


def listed(ready: Prepared, everything: str, state: Path) -> Listed:
    """What the site has of a tree. ``everything`` is the state of what pages share, the configuration among it."""
    key = digest(everything, ready.files.state)
    known = kept.recall(state, LISTED, key, None)
    if known is None or not ready.files.names.issuperset([*known.pages, *known.others]):
        known = Listed(ready.page_names(), ready.other_names())
        kept.keep(state, LISTED, key, known)
    return known
