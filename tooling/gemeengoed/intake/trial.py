"""What the checks say of a contribution, found out in a copy of the commons."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gemeengoed.baseline import compare, count
from gemeengoed.checks.run import run_checks
from gemeengoed.fixes.plan import copy_commons
from gemeengoed.history import read_history
from gemeengoed.load import load
from gemeengoed.model import Commons
from gemeengoed.problems import Problem, Severity


@dataclass(frozen=True)
class Trial:
    """The problems that new files bring, in their own text or anywhere else."""

    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that would keep a page from being published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def try_files(commons: Commons, files: Mapping[str, bytes]) -> Trial:
    """Check the commons with new or changed files in it. Nothing below its root is touched.

    What was wrong before is passed over, unless it stands in a file that is new.
    """
    if not files:
        return Trial()
    history = read_history(commons.root)
    with tempfile.TemporaryDirectory(prefix="gemeengoed-") as folder:
        copy = Path(folder)
        copy_commons(commons.root, copy)
        known = count(run_checks(load(copy, commons.settings, history, commons.today)))
        for path, content in files.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).unlink(missing_ok=True)  # it may be one file with that of the commons
            (copy / path).write_bytes(content)
        problems = run_checks(load(copy, commons.settings, history, commons.today))
    return Trial(compare(problems, known).new)
