"""Which files a site is made of, and word whenever one of them changes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from watchfiles import watch

from gemeengoed.folders import scan
from gemeengoed.ledger import stamp
from gemeengoed.settings import FILE

FOLDERS = ("commons", "docs", "overrides", "LICENSES")
FILES = frozenset({FILE, "contributors.yaml", "REUSE.toml"})

_MOMENT = 500
"""Milliseconds after which whoever watches says that it does."""

Seen = Mapping[str, str]
"""The state of every file, by its path."""


def seen(root: Path) -> Seen:
    """The files as they are now."""
    below = {f"{name}/{path}": now for name in FOLDERS for path, now in scan(root / name)}
    return below | {name: stamp((root / name).stat()) for name in FILES if (root / name).is_file()}


def changes(root: Path, since: Seen) -> Iterator[None]:
    """Comes whenever files changed; several changes at a time are one.

    What changed before anybody watched shows in what was seen ``since``.
    """
    changed: queue.Queue[None] = queue.Queue()
    folders = [str(root / name) for name in FOLDERS if (root / name).is_dir()]
    for paths, is_deep in ((folders, True), ([str(root)], False)):
        begun = threading.Event()
        threading.Thread(target=_watch, args=(paths, is_deep, root, changed, begun), daemon=True).start()
        begun.wait()
    if seen(root) != since:
        changed.put(None)
    while True:
        changed.get()
        while not changed.empty():
            changed.get()
        yield


def _watch(paths: list[str], is_deep: bool, root: Path, changed: queue.Queue[None], begun: threading.Event) -> None:
    def concerns(_: object, path: str) -> bool:
        return is_deep or (Path(path).parent == root and Path(path).name in FILES)

    try:
        for found in watch(
            *paths, watch_filter=concerns, recursive=is_deep, debounce=100, step=20, raise_interrupt=False,
            rust_timeout=_MOMENT, yield_on_timeout=True,
        ):  # fmt: skip
            begun.set()
            if found:
                changed.put(None)
    finally:
        begun.set()  # where nothing can be watched, the server goes on without
