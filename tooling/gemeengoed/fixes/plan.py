"""What mending would make of a commons, worked out in a copy of it, round after round, until nothing is left."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from gemeengoed.checks.run import run_checks
from gemeengoed.fixes.edits import edited
from gemeengoed.fixes.extents import with_ends
from gemeengoed.load import load
from gemeengoed.load.files import decode
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.load.positions import read_yaml
from gemeengoed.model import PARTS
from gemeengoed.problems import Problem
from gemeengoed.revisions import History
from gemeengoed.settings import Settings

ROUNDS: Final = 5
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True)
class Change:
    """A file that mending changes: its path, the bytes that were read, and the bytes that take their place."""

    path: str
    before: bytes
    after: bytes


def plan(root: Path, settings: Settings, history: History, today: date) -> tuple[Change, ...]:
    """Every file that mending changes, in order of path. Nothing below ``root`` is touched."""
    before: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory(prefix="gemeengoed-") as folder:
        copy = Path(folder)
        copy_commons(root, copy)
        for _ in range(ROUNDS):
            commons = load(copy, settings, history, today)
            sure = [problem for problem in with_ends(commons, run_checks(commons)) if _is_mendable(problem)]
            if not any(
                [_mend(copy, path, [*group], before) for path, group in groupby(sure, lambda found: found.path)]
            ):
                break
        changes = [Change(path, raw, (copy / path).read_bytes()) for path, raw in sorted(before.items())]
    return tuple(change for change in changes if change.before != change.after)


def _is_mendable(problem: Problem) -> bool:
    return problem.is_sure and problem.replacement is not None and problem.end is not None


def _mend(copy: Path, path: str, problems: Iterable[Problem], before: dict[str, bytes]) -> bool:
    """Mend a file of the copy, unless it could be read less well afterwards. Returns whether it changed."""
    raw = (copy / path).read_bytes()
    after = edited(raw, problems)
    if after == raw or _flaws(path, after) > _flaws(path, raw):
        return False
    before.setdefault(path, raw)
    (copy / path).write_bytes(after)
    return True


def _flaws(path: str, raw: bytes) -> int:
    """How much is wrong with the YAML of a file."""
    text = decode(raw)[0] or ""
    if path.endswith(".md"):
        return len(read_front_matter(path, len(raw), text, len(text), ()).defects)
    return len(read_yaml(text)[2])


def copy_commons(root: Path, copy: Path) -> None:
    """The parts of a commons that rules look into. Links stay links; what is no text is shared where it can be."""
    for entry in sorted(os.scandir(root), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False) and entry.name in PARTS:
            shutil.copytree(entry.path, copy / entry.name, symlinks=True, copy_function=_copy_file)
        elif entry.is_file(follow_symlinks=False):
            _copy_file(entry.path, str(copy / entry.name))


def _copy_file(source: str, target: str) -> str:
    if not source.endswith((".md", ".yaml", ".yml")):
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError:
            pass
        else:
            return target
    return shutil.copyfile(source, target)


def difference(changes: Iterable[Change]) -> Iterator[str]:
    """The changes as the lines of a unified diff, with their line ends, as ``git apply`` takes them."""
    for change in changes:
        old, new = (_LINE.findall(raw.decode("utf-8")) for raw in (change.before, change.after))
        for line in difflib.unified_diff(old, new, f"a/{change.path}", f"b/{change.path}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
