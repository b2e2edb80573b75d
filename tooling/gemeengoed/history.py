"""When each file came and last changed, from one streaming pass over the git history.

Only days are taken; who committed is not, since readers see contributors only as they agreed to be seen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import git

from gemeengoed.i18n import message
from gemeengoed.model import History, Revision

_COMMIT = "\x01"


def read_history(root: Path) -> History:
    """The history of the files below ``root``, renames followed.

    Without a repository, or with a cut-off one, the notice says so; a missing history never stops a build.
    """
    try:
        repo = git.Repo(root, search_parent_directories=True)
        if repo.bare or not repo.head.is_valid():
            return History(notice=message("The git repository has no commit yet, so pages have no dates."))
        prefix = os.path.relpath(root.resolve(), Path(str(repo.working_tree_dir)).resolve())
        return _read(repo, "" if prefix == "." else f"{prefix}/")
    except (git.InvalidGitRepositoryError, git.NoSuchPathError):
        return History(notice=message("There is no git repository here, so pages have no dates."))
    except (git.GitCommandError, git.GitCommandNotFound, ValueError) as error:
        return History(notice=message("git cannot tell the history, so pages have no dates: {why}", why=_reason(error)))


def _read(repo: git.Repo, prefix: str) -> History:
    shallow = Path(repo.git_dir) / "shallow"
    cut = frozenset(shallow.read_text("ascii").split()) if shallow.exists() else frozenset()
    notice = message("The git history is cut off (a shallow clone): older dates are missing.") if cut else None
    repo.git.update_environment(GIT_DIR=str(repo.git_dir), GIT_WORK_TREE=str(repo.working_tree_dir))
    process = repo.git.log(
        "-z", "-M", "--name-status", f"--format={_COMMIT}%H %as", "--", prefix or ".",
        as_process=True, stdout_as_string=False,
    )  # fmt: skip
    days = _Days()
    for commit, day, changes in _commits(_fields(process.stdout)):
        if commit not in cut:
            days.add(day, changes)
    process.wait()
    revisions = {path.removeprefix(prefix): revision for path, revision in days.revisions().items()}
    return History(revisions, notice)


def _fields(stream: Iterator[bytes] | object, size: int = 1 << 16) -> Iterator[str]:
    """The NUL-separated fields of the output of git, as it arrives."""
    rest = b""
    while chunk := stream.read(size):  # type: ignore[union-attr]
        *whole, rest = (rest + chunk).split(b"\0")
        yield from (field.decode("utf-8", "replace") for field in whole)
    if rest:
        yield rest.decode("utf-8", "replace")


Change = tuple[str, str]
"""The old and the new path of a changed file; the same unless it was renamed."""


def _commits(fields: Iterator[str]) -> Iterator[tuple[str, date, list[Change]]]:
    commit, day, changes = "", date.min, list[Change]()
    for field in fields:
        text = field.lstrip("\n")
        if text.startswith(_COMMIT):
            if commit:
                yield commit, day, changes
            commit, _, when = text[1:].partition(" ")
            day, changes = date.fromisoformat(when.strip()), []
        elif text[:1] in {"R", "C"}:
            old, new = next(fields), next(fields)
            changes.append((old if text[0] == "R" else new, new))
        elif text:
            path = next(fields)
            changes.append((path, path))
    if commit:
        yield commit, day, changes


@dataclass
class _Span:
    first: date
    last: date
    commits: int


class _Days:
    """First and last day of every file, gathered from the newest commit to the oldest."""

    def __init__(self) -> None:
        self._spans: dict[str, _Span] = {}
        self._now: dict[str, str] = {}

    def add(self, day: date, changes: list[Change]) -> None:
        """Count one commit for every file that it changed, under the name that the file has today."""
        for old, new in changes:
            path = self._now.get(new, new)
            if old != new:
                self._now[old] = path
            span = self._spans.setdefault(path, _Span(day, day, 0))
            span.first, span.last = min(span.first, day), max(span.last, day)
            span.commits += 1

    def revisions(self) -> dict[str, Revision]:
        """What was gathered."""
        return {path: Revision(span.first, span.last, span.commits) for path, span in sorted(self._spans.items())}


def _reason(error: Exception) -> str:
    lines = str(getattr(error, "stderr", "") or error).strip().splitlines()
    return lines[-1] if lines else type(error).__name__
