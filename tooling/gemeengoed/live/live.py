"""Watching, making and serving, until interrupted."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

from gemeengoed import kept
from gemeengoed.build import WORK, make
from gemeengoed.cache import Memory
from gemeengoed.checking import recall_memory, version_of, without_collecting
from gemeengoed.edition import EditionName
from gemeengoed.i18n import Message, message
from gemeengoed.live.server import Server, State
from gemeengoed.live.watching import changes, seen
from gemeengoed.order import Order
from gemeengoed.problems import Problem
from gemeengoed.processes import cores
from gemeengoed.publish import alone
from gemeengoed.render import Engine, RenderError
from gemeengoed.search import SearchIndexError
from gemeengoed.settings import Settings, SettingsError, read_settings
from gemeengoed.untouched import Untouched, folders

Tell = Callable[[tuple[Problem, ...], Settings], list[str]]
"""Shows problems to whoever sits at the terminal; returns them as lines."""


def serve_live(root: Path, port: int, tell: Tell, say: Callable[[Message], None], jobs: int | None = None) -> None:
    """Serve the site of the commons in ``root`` on a port of this machine, and make it again whenever a file changes.

    Raises OSError when the port is taken, SettingsError when there is no commons to start with.
    """
    settings = read_settings(root)
    maker = _Maker(root, root / WORK / str(EditionName.PUBLIC) / str(Engine.MKDOCS), tell, jobs)
    with kept.holding(), Server(port, maker.work / "site", State()) as server:
        since = seen(root)
        maker.run(server.state, settings)
        server.start()
        say(message("The site is at {address}. Stop with Ctrl+C.", address=server.address))
        for _ in changes(root, since):
            start = time.monotonic()
            maker.run(server.state)
            say(message("Made again in {seconds} s.", seconds=f"{time.monotonic() - start:.1f}"))


class _Maker:
    """Makes the site again and again, and holds on to what it read."""

    def __init__(self, root: Path, work: Path, tell: Tell, jobs: int | None) -> None:
        self.root, self.work, self._tell, self._jobs = root, work, tell, jobs
        self._memory: Memory | None = None
        self._is_whole = False

    def run(self, state: State, settings: Settings | None = None) -> None:
        """Make the site; whatever goes wrong is told, and what was made before stays."""
        with alone(self.root / WORK) as is_ours:
            with state.making():
                state.notes = self._made(settings, is_ours=is_ours and self._is_whole)
            kept.write_down()  # nobody waits for that, nor for what follows
        gc.unfreeze()
        gc.collect()

    def _made(self, settings: Settings | None, *, is_ours: bool) -> list[str]:
        """Make the site; returns what is to be told in the browser."""
        self._is_whole = False
        try:
            settings = settings or read_settings(self.root)
            memory = self._recall(settings)
            untouched = Untouched(frozenset(folders(settings, self.work) if is_ours else ()))
            jobs = self._jobs or cores()
            order = Order(self.root, settings, self.work, keep_going=True, jobs=jobs, trees=untouched, sites=untouched)
            with without_collecting():  # ``run`` does it once nobody waits
                said = make(order, memory).said
            self._is_whole = True
            return self._tell(said.problems, settings)
        except (SettingsError, RenderError, SearchIndexError, OSError) as error:
            self._tell((), settings or Settings())
            print(error, flush=True)
            return [str(error)]

    def _recall(self, settings: Settings) -> Memory:
        """What is known of the commons: what the last run saw, while no other program wrote down what it saw."""
        before = self._memory
        if before is not None and before.is_as_saved() and before.version == version_of(settings):
            memory = Memory(before.path, before.version, before.seen, held=before.held)
        else:
            memory = recall_memory(self.root, settings)
        self._memory = memory
        return memory
