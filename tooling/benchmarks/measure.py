"""Runs a command and measures it: time, processor time, and memory of it and all that it starts."""

from __future__ import annotations

import contextlib
import math
import os
import resource
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Measured:
    """Seconds on the clock, seconds of processors, and the most memory at a time in MB (shared parts counted once).

    ``looks`` are the moments at which memory was looked at (``perf_counter``), each with the MB of that moment.
    """

    seconds: float
    processor: float
    megabytes: float
    looks: tuple[tuple[float, float], ...] = ()


Looks = list[tuple[float, float]]

SPARING = 50
"""Looking at memory may take one part in so many of the time."""


class OverLimitError(Exception):
    """The command took longer than it may, and was ended."""


def kept(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which Python keeps what it compiles, as it does where nobody says otherwise."""
    return {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(
    command: Sequence[str],
    folder: Path,
    environment: dict[str, str],
    codes: Sequence[int] = (0,),
    limit: float = math.inf,
) -> Measured:
    """Run a command to its end. Raises RuntimeError when it ends with another code than it should, OverLimitError.

    What was written before is on the disk when it starts, so that nobody pays for another.
    """
    os.sync()
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as errors:  # not a pipe: one that is full stops who writes
        process = subprocess.Popen(
            command, cwd=folder, env=kept(environment), stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True
        )
        code, usage, looks = _watch(process, limit)
        seconds = time.perf_counter() - start
        errors.seek(0)
        said = errors.read()
    if seconds > limit:
        raise OverLimitError
    if code not in codes:
        raise RuntimeError(f"{' '.join(command)[:200]} ended with {code}: {said[-2000:]}")
    largest = usage.ru_maxrss * 1024 / 1e6  # of one process; counts what came and went between two looks
    most = max(largest, *(megabytes for _, megabytes in looks), 0)
    return Measured(seconds, usage.ru_utime + usage.ru_stime, most, tuple(looks))


def _watch(process: subprocess.Popen[bytes], limit: float) -> tuple[int, resource.struct_rusage, Looks]:
    """Wait for the end, or put an end to it; its code, what it used, and its memory, looked at every so often."""
    looks: Looks = []
    end, look = time.perf_counter() + limit, 0.0
    while True:
        number, status, usage = os.wait4(process.pid, os.WNOHANG)
        if number:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage, looks
        now = time.perf_counter()
        if now > end:
            os.killpg(process.pid, signal.SIGKILL)
        if now > look:
            looks.append((now, _memory(process.pid) / 1e6))
            done = time.perf_counter()  # to look at gigabytes takes long, and takes it from what is measured
            look = done + max(0.1, SPARING * (done - now))
        time.sleep(0.01)


def _memory(number: int) -> int:
    """The memory of a process and all that it started; parts that they share are counted once (PSS)."""
    total = 0
    with contextlib.suppress(psutil.Error):
        root = psutil.Process(number)
        for one in (root, *root.children(recursive=True)):
            with contextlib.suppress(psutil.Error):  # it came to its end meanwhile
                total += one.memory_full_info().pss
    return total


def medians(runs: Mapping[str, Callable[[], Measured]], times: int) -> dict[str, Measured]:
    """The medians of so many rounds; in each round everything is run once, in turn, so that all meet the same noise."""
    rounds = [{name: run() for name, run in runs.items()} for _ in range(times)]
    return {name: _median([one[name] for one in rounds]) for name in runs}


def _median(runs: Sequence[Measured]) -> Measured:
    return Measured(
        statistics.median(one.seconds for one in runs),
        statistics.median(one.processor for one in runs),
        max(one.megabytes for one in runs),
    )
