"""Runs a command and measures it: time, processor time, and memory of it and all that it starts."""

from __future__ import annotations

import resource
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
    """Seconds on the clock, seconds of processors, and the most memory at a time in MB (shared parts counted once)."""

    seconds: float
    processor: float
    megabytes: float


def measure(command: Sequence[str], folder: Path, environment: dict[str, str], codes: Sequence[int] = (0,)) -> Measured:
    """Run a command to its end. Raises RuntimeError when it ends with another code than it should."""
    before, start = _children(), time.perf_counter()
    with tempfile.TemporaryFile("w+") as errors:  # not a pipe: one that is full stops who writes
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=errors)
        most = _watch(process)
        seconds = time.perf_counter() - start
        errors.seek(0)
        said = errors.read()
    if process.returncode not in codes:
        raise RuntimeError(f"{' '.join(command)[:200]} ended with {process.returncode}: {said[-500:]}")
    return Measured(seconds, _children() - before, most / 1e6)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _watch(process: subprocess.Popen[bytes]) -> int:
    """Wait for the end; the most memory that was in use, looked at every so often."""
    most = 0
    while True:
        try:
            process.wait(0.1)
            return most
        except subprocess.TimeoutExpired:
            most = max(most, _memory(process.pid))


def _memory(number: int) -> int:
    try:
        root = psutil.Process(number)
        return sum(one.memory_full_info().pss for one in (root, *root.children(recursive=True)))
    except psutil.Error:
        return 0


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
