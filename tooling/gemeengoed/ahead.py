"""Copies of what is rendered, laid out while the search index is made: the processors are not all busy then.

A site that is published for the first time takes one, and the next build needs another to have something to change
(``publish``). Each shares its files with what was made, and still takes two seconds for forty thousand of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from gemeengoed.ledger import Ledger
from gemeengoed.output import Output
from gemeengoed.publish import AFTER, SPARE, share


@contextmanager
def laid_ahead(made: Output, site: Path | None, work: Path) -> Iterator[Ledger]:
    """Lay out what there is of a site meanwhile, where nothing was published before; gives what that was.

    ``site`` is where it will be published; None when it will not be. Where something was made before and is nowhere
    published, a workflow restored that from its cache; nothing comes after it there, so a second copy is of no use.
    """
    spare, after = work / SPARE, work / AFTER
    held: Ledger = {}
    if site is None or spare.exists():
        yield held
        return
    held |= made.files
    folders = [spare] if site.exists() or made.known else [spare, after]
    with ThreadPoolExecutor(1) as helper:
        done = helper.submit(_lay_out, str(made.path), [*held], folders)
        yield held
    if done.exception():
        held.clear()


def _lay_out(made: str, names: list[str], folders: list[Path]) -> None:
    for folder in folders:
        with suppress(FileNotFoundError):
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        for name in sorted(names):
            share(f"{made}/{name}", f"{folder}/{name}")
