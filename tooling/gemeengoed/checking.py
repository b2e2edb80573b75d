"""Loading a commons and holding it against every rule, with what an earlier run knew, by all processors."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from functools import partial
from pathlib import Path

from gemeengoed.cache import Memory, digest, program, remember
from gemeengoed.checks.run import run_checks
from gemeengoed.findings import Found as Findings
from gemeengoed.history import recall_history
from gemeengoed.load import fill, frame
from gemeengoed.load.files import Found
from gemeengoed.model import Commons
from gemeengoed.problems import Problem
from gemeengoed.processes import beside, can_copy, cores
from gemeengoed.settings import Settings
from gemeengoed.survey import survey_anew

Problems = tuple[Problem, ...]

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
) -> tuple[Commons, Problems]:
    """The commons in ``root`` and everything that is wrong with it, by as many processes as there are cores."""
    memory = memory or recall_memory(root, settings)
    commons, told = _load(root, settings, step, today, jobs or cores(), memory)
    with without_collecting(), step("check"):
        problems = run_checks(commons, memory, told)
    memory.save()
    return commons, problems


def load_and_begin(
    root: Path, settings: Settings, step: Step, jobs: int, memory: Memory, found: Sequence[Found] | None = None
) -> tuple[Commons, Callable[[], Problems]]:
    """The commons in ``root``, and what gives everything that is wrong with it, to be asked once.

    Where an earlier run knew something, so that there is little to load, a helper begins to check meanwhile.
    ``found`` is what stands below ``commons/``, where somebody looked just now.
    """
    commons, told = _load(root, settings, step, None, jobs, memory, found)
    check = partial(_check, commons, memory, told)
    begun = beside(check) if memory.files and jobs > 1 and can_copy() else None

    def checked() -> Problems:
        with without_collecting(), step("check"):
            problems, values = (begun and begun()) or check()
        for name, value in values.items():
            memory.keep(name, value)
        memory.save()
        return problems

    return commons, checked


def _load(
    root: Path,
    settings: Settings,
    step: Step,
    today: date | None,
    jobs: int,
    memory: Memory,
    found: Sequence[Found] | None = None,
) -> tuple[Commons, Findings | None]:
    """The commons, and what was found while many files were read."""
    with step("history"):
        history = recall_history(root, memory)
    with without_collecting(), step("load"):
        empty = frame(root, settings, history, today, memory)
        told = survey_anew(empty, memory, jobs)
        return fill(empty, memory, found), told


def _check(commons: Commons, memory: Memory, told: Findings | None) -> tuple[Problems, dict[str, bytes]]:
    """Every problem, and what the memory is to keep of that."""
    return run_checks(commons, memory, told), memory.unsaved


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
