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
from multiprocessing.process import BaseProcess
from traceback import format_exception
from typing import Any, TypeVar

from gemeengoed.expected import ExpectedError

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


@contextmanager
def apart(work: Callable[[], Value], rest: Callable[[], None], meanwhile: Callable[[], None]) -> Iterator[Value]:
    """What some work gives that needs much memory, done by a copy of this process, so that the memory is free after it.

    This process does something else ``meanwhile``. What the work gives is sent over (pickled), and while it is used the
    copy does the ``rest``, which is done at the end of the block. What either raises is raised here, EndedError where
    the copy is killed. Where this process fails, the copy is waited for all the same. Only where ``can_copy``.
    """
    helper, receiver = _copy(_work_apart, work, rest)
    try:
        meanwhile()
        yield _result(receiver)
        _result(receiver)
    except KeyboardInterrupt:
        helper.terminate()
        raise
    finally:
        receiver.close()  # else one that nobody listens to would wait for that
        helper.join()


def _work_apart(sender: Connection, work: Callable[[], Any], rest: Callable[[], None]) -> None:
    if _send(sender, work):
        _send(sender, rest)


def _send(sender: Connection, work: Callable[[], Any]) -> bool:
    """Do some work, and send what it gives or raises; returns whether it was done."""
    given, error = None, None
    try:
        given = work()
    except Exception as raised:
        error = _told(raised)
    with suppress(BrokenPipeError):  # nobody listens any more: that has an error of its own
        sender.send((given, error))
    return error is None


def _told(error: Exception) -> Exception:
    """An error with the lines of code in which it came to be, which are not sent over else, where it is a fault."""
    if not isinstance(error, ExpectedError):
        error.add_note("".join(format_exception(error)))
    return error


def _result(receiver: Connection) -> Any:
    """What a copy of this process sent. Raises what that raised."""
    value, error = _received(receiver) or (None, EndedError(_ENDED))
    if error is not None:
        raise error
    return value


_ENDED = "A process that did part of the work was ended, perhaps for lack of memory. With --jobs 1 less is needed."


class EndedError(ExpectedError):
    """A process that did part of the work ended before it was done."""


def _received(receiver: Connection) -> Any:
    """What comes next; None where whoever sends ended, be it halfway."""
    try:
        return receiver.recv()
    except (EOFError, OSError):
        return None


def beside(work: Callable[[], Value], patience: int = 0) -> Callable[[], Value | None]:
    """Have a copy of this process do some work meanwhile. Gives what waits for that: None where it came to nothing.

    With ``patience`` (nice(2), 0 to 19) it lets others go first. Only where ``can_copy``; ask for it before other
    helpers start.
    """
    _, receiver = _copy(_work_beside, work, patience, daemon=True)

    @cache
    def given() -> Value | None:
        with receiver:
            value: Value | None = _received(receiver)
            return value

    return given


def _work_beside(sender: Connection, work: Callable[[], Any], patience: int) -> None:
    os.nice(patience)
    with suppress(Exception):  # whoever waits does it by themselves then, and meets the same
        sender.send(work())


def _copy(target: Callable[..., None], *given: Any, daemon: bool = False) -> tuple[BaseProcess, Connection]:
    """A copy of this process that does something, and where what it sends is received."""
    receiver, sender = Pipe(duplex=False)
    args = (os.getpid(), receiver, target, sender, *given)
    helper = get_context("fork").Process(target=_begun, args=args, daemon=daemon)
    helper.start()
    sender.close()
    return helper, receiver


def _begun(parent: int, receiver: Connection, target: Callable[..., None], *given: Any) -> None:
    _begin(parent)
    receiver.close()  # else it would never show that nobody listens any more
    with suppress(KeyboardInterrupt):  # this process tells of it
        target(*given)
