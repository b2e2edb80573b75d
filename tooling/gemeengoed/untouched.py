"""Which folders of a build are as the last run left them: looked up by a helper while the commons is read.

At ten thousand items that is seventy thousand files and half a second of a processor. What a helper cannot vouch for is
looked at by whoever needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gemeengoed import kept, processes
from gemeengoed.cache import program
from gemeengoed.languages import folders
from gemeengoed.output import KEPT, NOTHING, is_as_known, ledger_of
from gemeengoed.publish import SPARE, is_spare_as_known
from gemeengoed.settings import Settings

Untouched = Callable[[], frozenset[Path]]
"""Tells which folders are as the last run left them."""


def look_beside(settings: Settings, work: Path, jobs: int) -> Untouched:
    """Have a helper look, where there is a processor for one; what it saw is there when it is asked for."""
    if jobs < 2 or not processes.can_copy():
        return frozenset
    given = processes.beside(lambda: untouched(settings, work))
    return lambda: given() or frozenset()


def untouched(settings: Settings, work: Path) -> frozenset[Path]:
    """The folders below ``work`` in which nothing came, went or changed since the last run."""
    found = {folder for folder in folders(settings, work) if _is_as_kept(folder)}
    site, spare = work / "site", work / SPARE
    return frozenset(found | {spare} if site in found and is_spare_as_known(site, work) else found)


def _is_as_kept(folder: Path) -> bool:
    return is_as_known(folder, kept.recall(ledger_of(folder), KEPT, program(), NOTHING))
