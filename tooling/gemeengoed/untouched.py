"""Which folders of a build are as the last run left them: looked up by helpers while the commons is read and staged.

At ten thousand items that is seventy thousand files and a third of a second of a processor. What a helper cannot vouch
for is looked at by whoever needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from functools import partial
from pathlib import Path
from typing import Any

from gemeengoed import kept, processes
from gemeengoed.cache import program
from gemeengoed.output import KEPT, NOTHING, is_as_known, ledger_of
from gemeengoed.publish import SPARE, is_spare_as_known
from gemeengoed.settings import Settings

PATIENCE = 15
"""How far a helper lets others go first whose work is asked for late."""


class Untouched:
    """The folders that nobody can have changed since the last run: ``ours``, and those that helpers vouch for.

    Whether a folder is one of them is known once the helpers that look at it are done.
    """

    def __init__(self, ours: Set[Path] = frozenset()) -> None:
        self._looks: list[Callable[[], Set[Path] | None]] = [lambda: ours]

    def look_beside(self, look: Callable[[Settings, Path], Set[Path]], settings: Settings, work: Path) -> None:
        """Have a helper look at some folders: ``trees``, or ``sites``, asked for late. Only where ``can_copy``."""
        self._looks.append(processes.beside(partial(look, settings, work), PATIENCE if look is sites else 0))

    def __contains__(self, folder: object) -> bool:
        return any(folder in (look() or ()) for look in self._looks)

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process nobody is there to be asked."""
        return Untouched, ()


def trees(settings: Settings, work: Path) -> frozenset[Path]:
    """The folders of what is staged in which nothing came, went or changed since the last run."""
    return frozenset(filter(_is_as_kept, _each(settings, work, "tree")))


def sites(settings: Settings, work: Path) -> frozenset[Path]:
    """The same of what is rendered, and of the site before."""
    found = frozenset(filter(_is_as_kept, _each(settings, work, "site")))
    is_spare_known = work / "site" in found and is_spare_as_known(work / "site", work)
    return found | {work / SPARE} if is_spare_known else found


def folders(settings: Settings, work: Path) -> list[Path]:
    """The folders below ``work`` in which the site is made: of each language those of what is staged and rendered."""
    return [*_each(settings, work, "tree"), *_each(settings, work, "site")]


def _each(settings: Settings, work: Path, name: str) -> Iterator[Path]:
    return (work / settings.folder_of(language.locale) / name for language in settings.shown_in)


def _is_as_kept(folder: Path) -> bool:
    return is_as_known(folder, kept.recall(ledger_of(folder), KEPT, program(), NOTHING))
