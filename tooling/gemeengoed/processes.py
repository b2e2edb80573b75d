"""How processes that share the work are started: one place, for whoever spreads work over an executor."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import Pipe, active_children, get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Batch = TypeVar("Batch")
Value = TypeVar("Value")

_AHEAD = 3
"""How many batches each helper has before it, so that it need not wait for the next."""

_C = ctypes.CDLL(None) if sys.platform == "linux" else None


def cores() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def pool(jobs: int) -> Iterator[Executor]:
    """So many processes. Where that is safe they start as copies of this one, with everything that it has read.

    They look for circles of garbage only when they ``tidy``, and never among what they have from this one. Whoever
    interrupts this process need not wait for what they are at.
    """
    gc.freeze()
    give_back()
    with ProcessPoolExecutor(jobs, get_context("fork" if can_copy() else "spawn"), _begin, (os.getpid(),)) as executor:
        try:
            yield executor
        except KeyboardInterrupt:
            for helper in active_children():
                helper.terminate()
            raise


def _begin(parent: int) -> None:
    """Begin to help a process, and end with it, whatever ends it (prctl(2), PR_SET_PDEATHSIG, which Linux has).

    A helper that stayed would hold the lock of a build that was killed, and write beside the next one.
    """
    gc.disable()
    if sys.platform == "linux":
        assert _C
        _C.prctl(1, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def work_along(batches: Iterable[Batch], work: Callable[[Batch], Value], jobs: int) -> Iterator[Value]:
    """What some work gives on every batch, in any order, done by this process and by copies of it: so many in all.

    A process that only waited would cost memory: copies take a part of whatever they share with it when they use it, so
    one copy less is a lot.
    """
    left = deque(batches)
    with pool(jobs - 1) as executor:
        asked: set[Future[Value]] = set()
        while left or asked:
            while left and len(asked) < _AHEAD * (jobs - 1):
                asked.add(executor.submit(work, left.popleft()))
            if left:
                yield work(left.popleft())
            done, asked = wait(asked, 0 if left else None, FIRST_COMPLETED)
            yield from (one.result() for one in done)


def can_copy() -> bool:
    """Whether a process may start as a copy of this one: on Linux, while no other thread could hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


def tidy() -> None:
    """Drop the circles of garbage that were made since this was done the last time: templates leave many."""
    gc.collect(0)
    give_back()


def give_back() -> None:
    """Give back to the system what memory is free, where its C library can (malloc_trim(3) of glibc)."""
    if _C and hasattr(_C, "malloc_trim"):
        _C.malloc_trim(0)


def apart(work: Callable[[], Value], meanwhile: Callable[[], None]) -> Value:
    """What some work gives that needs much memory, done by a copy of this process, so that the memory is free after it.

    This process does something else ``meanwhile``. What the work gives is sent over (pickled), as is what it raises.
    Only where ``can_copy``.
    """
    global _apart
    _apart = work
    try:
        with pool(1) as executor:
            given: Future[Value] = executor.submit(_work_apart)
            meanwhile()
            return given.result()
    finally:
        _apart = None


def beside(work: Callable[[], Value], patience: int = 0) -> Callable[[], Value | None]:
    """Have a copy of this process do some work meanwhile. Gives what waits for that: None where it came to nothing.

    With ``patience`` (nice(2), 0 to 19) it lets others go first. Only where ``can_copy``; ask for it before other
    helpers start.
    """
    receiver, sender = Pipe(duplex=False)
    helper = get_context("fork").Process(target=_work_beside, args=(work, sender, os.getpid(), patience), daemon=True)
    helper.start()
    sender.close()

    @cache
    def given() -> Value | None:
        with receiver, suppress(EOFError):
            value: Value = receiver.recv()
            return value
        return None

    return given


def _work_beside(work: Callable[[], Any], sender: Connection, parent: int, patience: int) -> None:
    _begin(parent)
    os.nice(patience)
    with suppress(Exception):  # whoever waits does it by themselves then, and meets the same
        sender.send(work())


_apart: Callable[[], Any] | None = None


def _work_apart() -> Any:
    assert _apart is not None
    return _apart()
