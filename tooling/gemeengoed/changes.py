"""The problems that a change brought: those that were not there before it, and all of the files that it changed.

The commons is checked as it was where the branch began and as it is now. What is new was caused by the change, in
whatever file it shows: a page that was taken away breaks those that link to it, an entry of a register those that name
it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from gemeengoed.baseline import compare, count
from gemeengoed.checks.run import run_checks
from gemeengoed.history import read_history
from gemeengoed.load import load
from gemeengoed.model import Commons
from gemeengoed.problems import Problem
from gemeengoed.settings import Settings, SettingsError, read_settings
from gemeengoed.snapshot import write_snapshot


def problems_since(commons: Commons, problems: Sequence[Problem], revision: str) -> tuple[Problem, ...]:
    """The problems in, or caused by, what changed in the commons since ``revision``. Raises NoSnapshotError."""
    with tempfile.TemporaryDirectory(prefix="gemeengoed-") as folder:
        before = Path(folder)
        base = write_snapshot(commons.root, revision, before)
        settings = _settings(before, commons.settings)
        old = load(before, settings, read_history(commons.root, base), commons.today)
        new = set(compare(problems, count(run_checks(old))).new)
        changed = {path for path in {problem.path for problem in problems} if _differs(commons.root, before, path)}
    return tuple(problem for problem in problems if problem in new or problem.path in changed)


def _settings(root: Path, otherwise: Settings) -> Settings:
    """The settings as they were, for a rule that is set anew makes problems too; or the present ones."""
    try:
        return read_settings(root)
    except SettingsError:
        return otherwise


def _differs(now: Path, before: Path, path: str) -> bool:
    """Whether a file is another one than it was; line ends do not count, since git may change them."""
    return _content(now / path) != _content(before / path)


def _content(file: Path) -> bytes | None:
    if file.is_symlink():
        return str(file.readlink()).encode("utf-8", "surrogateescape")
    return file.read_bytes().replace(b"\r\n", b"\n") if file.is_file() else None
