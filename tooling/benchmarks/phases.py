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
    """Build. Each step is written down when it ends, by whichever process took it."""
    target = Path(sys.argv.pop(1))
    target.write_text("", "utf-8")

    @contextmanager
    def step(name: str) -> Iterator[None]:
        clock, work = time.perf_counter(), processor()
        yield
        end = time.perf_counter()
        one = {"name": name, "start": clock, "end": end, "processor": processor() - work}
        with target.open("a", encoding="utf-8") as out:
            out.write(f"{json.dumps(one)}\n")

    @contextmanager
    def progress(say: object) -> Iterator[object]:
        def start(name: str) -> AbstractContextManager[object]:
            return step(name)

        yield start

    build.progress = progress  # type: ignore[assignment]
    sys.argv = ["gemeengoed", "build", *sys.argv[1:]]
    runpy.run_module("gemeengoed", run_name="__main__")


def told(target: Path) -> Figures:
    """What was written of each step: seconds, those of processors, and from when to when (``perf_counter``)."""
    figures: Figures = {}
    for line in target.read_text("utf-8").splitlines():
        one = json.loads(line)
        known = figures.setdefault(one["name"], {"seconds": 0, "processor": 0, "at": []})
        known["seconds"] += one["end"] - one["start"]
        known["processor"] += one["processor"]
        known["at"].append((one["start"], one["end"]))
    return figures


if __name__ == "__main__":
    main()
