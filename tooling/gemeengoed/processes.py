"""How processes that share the work are started: one place, for whoever spreads work over an executor."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context


def cores() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pool(jobs: int) -> Executor:
    """So many processes. Where that is safe they start as copies of this one, with everything that it has read.

    They look for circles of garbage only when they ``tidy``, and never among what they have from this one.
    """
    gc.freeze()
    return ProcessPoolExecutor(jobs, get_context("fork" if can_copy() else "spawn"), gc.disable)


def can_copy() -> bool:
    """Whether a process may start as a copy of this one: on Linux, while no other thread could hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


def tidy() -> None:
    """Drop the circles of garbage that were made since this was done the last time: templates leave many."""
    gc.collect(0)


def give_back() -> None:
    """Let the system have the memory of what nobody needs any more, where it lets one (glibc, otherwise on its own)."""
    gc.unfreeze()
    gc.collect()
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
