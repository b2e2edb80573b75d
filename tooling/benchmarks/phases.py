"""Runs ``gemeengoed build`` as the command does, and writes of each step what it took and when it was.

python tooling/benchmarks/phases.py FILE [options of gemeengoed build]
"""

from __future__ import annotations

import json
import resource
import runpy
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from gemeengoed.cli import build

Figures = dict[str, dict[str, Any]]


def processor() -> float:
    """The seconds of processors of this process and those that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Build, and write the figures whatever comes of it."""
    figures: Figures = {}
    target = Path(sys.argv.pop(1))

    @contextmanager
    def step(name: str) -> Iterator[None]:
        clock, work = time.perf_counter(), processor()
        yield
        one = figures.setdefault(name, {"seconds": 0, "processor": 0, "at": []})
        one["seconds"] += time.perf_counter() - clock
        one["at"].append((clock, time.perf_counter()))
        one["processor"] += processor() - work

    @contextmanager
    def progress(say: object) -> Iterator[object]:
        def start(name: str) -> AbstractContextManager[object]:
            return step(name)

        yield start

    build.progress = progress  # type: ignore[assignment]
    sys.argv = ["gemeengoed", "build", *sys.argv[1:]]
    try:
        runpy.run_module("gemeengoed", run_name="__main__")
    finally:
        target.write_text(json.dumps(figures), "utf-8")


if __name__ == "__main__":
    main()
