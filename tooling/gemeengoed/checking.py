"""Loading a commons and holding it against every rule, with what an earlier run knew, by all processors."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path

from gemeengoed.cache import Memory, digest, program, remember
from gemeengoed.checks import run_checks
from gemeengoed.history import recall_history
from gemeengoed.load import fill, frame
from gemeengoed.model import Commons
from gemeengoed.problems import Problem
from gemeengoed.processes import cores
from gemeengoed.settings import Settings
from gemeengoed.survey import survey_anew

Step = Callable[[str], AbstractContextManager[object]]
"""Shows that a step is being taken, by its name."""


def silent(step: str) -> AbstractContextManager[object]:
    """Shows no progress."""
    return nullcontext()


def load_and_check(
    root: Path,
    settings: Settings,
    step: Step = silent,
    today: date | None = None,
    jobs: int | None = None,
    memory: Memory | None = None,
) -> tuple[Commons, tuple[Problem, ...]]:
    """The commons in ``root`` and everything that is wrong with it, by as many processes as there are cores."""
    memory = memory or recall_memory(root, settings)
    with step("history"):
        history = recall_history(root, memory)
    with without_collecting():
        with step("load"):
            empty = frame(root, settings, history, today, memory)
            told = survey_anew(empty, memory, jobs or cores())
            commons = fill(empty, memory)
        with step("check"):
            problems = run_checks(commons, memory, told)
    memory.save()
    return commons, problems


def recall_memory(root: Path, settings: Settings) -> Memory:
    """What an earlier run knew of the commons in ``root``."""
    return remember(root, "commons", settings.model_dump_json())


def version_of(settings: Settings) -> str:
    """The version of what is known of a commons with these settings."""
    return digest(program(), settings.model_dump_json())


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let nobody look for circles of garbage meanwhile: there are none, and looking takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            gc.freeze()
