"""Which folders of a build are as the last run left them: looked up by helpers while the commons is read and staged.

At ten thousand items that is seventy thousand files and a third of a second of a processor. What a helper cannot vouch
for is looked at by whoever needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import partial
from pathlib import Path
from typing import Any

from gemeengoed import processes
from gemeengoed.folders import is_as_known
from gemeengoed.publish import SPARE, is_spare_as_known
from gemeengoed.settings import Settings
from gemeengoed.works import recall_ledger, site_of, tree_of, works_of


class Untouched:
    """The folders that nobody can have changed since the last run: ``ours``, and those that helpers vouch for.

    Whether a folder is one of them is known once the helpers that look at it are done.
    """

    def __init__(self, ours: Set[Path] = frozenset()) -> None:
        self._looks: list[Callable[[], Set[Path] | None]] = [lambda: ours]

    def look_beside(
        self, look: Callable[[Settings, Path], Set[Path]], settings: Settings, work: Path, patience: int = 0
    ) -> None:
        """Have a helper look at some folders (``trees``, ``sites``), with ``patience``. Only where ``can_copy``."""
        self._looks.append(processes.beside(partial(look, settings, work), patience))

    def __contains__(self, folder: object) -> bool:
        return any(folder in (look() or ()) for look in self._looks)

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process nobody is there to be asked."""
        return Untouched, ()


def trees(settings: Settings, work: Path) -> frozenset[Path]:
    """The folders of what is staged in which nothing came, went or changed since the last run."""
    return frozenset(filter(_is_as_kept, map(tree_of, works_of(settings, work))))


def sites(settings: Settings, work: Path) -> frozenset[Path]:
    """The same of what is rendered, and of the site before."""
    found = frozenset(filter(_is_as_kept, map(site_of, works_of(settings, work))))
    is_spare_known = site_of(work) in found and is_spare_as_known(site_of(work), work)
    return found | {work / SPARE} if is_spare_known else found


def folders(settings: Settings, work: Path) -> list[Path]:
    """The folders below ``work`` in which the site is made: of each language those of what is staged and rendered."""
    each = works_of(settings, work)
    return [*map(tree_of, each), *map(site_of, each)]


def _is_as_kept(folder: Path) -> bool:
    return is_as_known(folder, recall_ledger(folder))
