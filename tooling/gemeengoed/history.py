"""When each file came and last changed, from one streaming pass over the git history.

Only days are taken; who committed is not, since readers see contributors only as they agreed to be seen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import git
from pydantic import TypeAdapter, ValidationError

from gemeengoed.cache import Memory, digest
from gemeengoed.i18n import message
from gemeengoed.model import History, Revision

_COMMIT = "\x01"
_NAME = "history"
_KEPT = TypeAdapter(tuple[str, History])
_OPTIONS = ("-z", "-M", "--name-status", "--no-color", "--no-show-signature", "--no-ext-diff")
"""Names in full, renames found, whatever the settings of who runs it are."""


class _Git(git.Git):
    """Git in a folder whose name is taken as it is: GitPython fills in ``$NAME`` in a text, not in a path."""

    def __init__(self, working_dir: str | os.PathLike[str] | None = None) -> None:
        super().__init__(None if working_dir is None else Path(working_dir))


class _Repo(git.Repo):
    GitCommandWrapperType = _Git


def read_history(root: Path, at: str = "HEAD") -> History:
    """The history of the files below ``root`` up to the commit ``at``, renames followed.

    Without a repository, or with a cut-off one, the notice says so; a missing history never stops a build.
    """
    try:
        with _Repo(root, search_parent_directories=True, expand_vars=False) as repo:
            if repo.bare or not repo.head.is_valid():
                return History(notice=message("The git repository has no commit yet, so pages have no dates."))
            prefix = os.path.relpath(root.resolve(), Path(str(repo.working_tree_dir)).resolve())
            return _read(repo, "" if prefix == "." else f"{prefix}/", at)
    except (git.InvalidGitRepositoryError, git.NoSuchPathError):
        return History(notice=message("There is no git repository here, so pages have no dates."))
    except (git.GitCommandError, git.GitCommandNotFound, ValueError) as error:
        return History(notice=message("git cannot tell the history, so pages have no dates: {why}", why=_reason(error)))


def recall_history(root: Path, memory: Memory) -> History:
    """The same as ``read_history``, kept in the memory until another commit is checked out."""
    try:
        with _Repo(root, search_parent_directories=True, expand_vars=False) as repo:
            shallow = Path(repo.common_dir) / "shallow"
            cut = shallow.read_bytes() if shallow.exists() else b""
            state = digest(repo.head.commit.hexsha, cut, str(repo.working_tree_dir), str(root))
    except (git.GitError, ValueError, OSError):
        return read_history(root)
    try:
        known, history = _KEPT.validate_json(memory.value(_NAME) or b"")
    except ValidationError:
        known, history = "", History()
    if known != state:
        history = read_history(root)
        memory.keep(_NAME, _KEPT.dump_json((state, history)))
    return history


def _read(repo: git.Repo, prefix: str, at: str) -> History:
    shallow = Path(repo.common_dir) / "shallow"
    cut = frozenset(shallow.read_text("ascii").split()) if shallow.exists() else frozenset()
    notice = message("The git history is cut off (a shallow clone): older dates are missing.") if cut else None
    repo.git.update_environment(
        GIT_DIR=str(repo.git_dir), GIT_WORK_TREE=str(repo.working_tree_dir), GIT_LITERAL_PATHSPECS="1"
    )
    what = (*_OPTIONS, f"--format={_COMMIT}%H %as", "--end-of-options", at, "--", prefix or ".")
    process = repo.git(c="log.showRoot=true").log(*what, as_process=True, stdout_as_string=False)
    days = _Days()
    for commit, day, changes in _commits(_fields(process.stdout)):
        if commit not in cut and day is not None:
            days.add(day, changes)
    process.wait()
    revisions = {path.removeprefix(prefix): revision for path, revision in days.revisions().items()}
    return History(revisions, notice)


def _fields(stream: Iterator[bytes] | object, size: int = 1 << 16) -> Iterator[str]:
    """The NUL-separated fields of the output of git, as it arrives."""
    rest = b""
    while chunk := stream.read(size):  # type: ignore[union-attr]
        *whole, rest = (rest + chunk).split(b"\0")
        yield from (field.decode("utf-8", "backslashreplace") for field in whole)
    if rest:
        yield rest.decode("utf-8", "backslashreplace")


Change = tuple[str, str]
"""The old and the new path of a changed file: the same unless it was renamed; no old one for a file that came."""


def _commits(fields: Iterator[str]) -> Iterator[tuple[str, date | None, list[Change]]]:
    commit, day, changes = "", None, list[Change]()
    for part in fields:
        text = part.lstrip("\n")
        if text.startswith(_COMMIT):
            if commit:
                yield commit, day, changes
            commit, _, when = text[1:].partition(" ")
            day, changes = _day(when), []
        elif text[:1] in {"R", "C"}:
            old, new = next(fields, ""), next(fields, "")
            changes.append((old if text[0] == "R" else "", new))
        elif text:
            path = next(fields, "")
            changes.append(("" if text[0] == "A" else path, path))
    if commit:
        yield commit, day, changes


def _day(text: str) -> date | None:
    """The day of a commit; None for one that no calendar has (git keeps whatever it is given)."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


@dataclass
class _Span:
    days: list[date] = field(default_factory=list)
    is_begun: bool = False
    """Whether it is known how the file came, so that older changes under its name are those of another file."""


class _Days:
    """The days of every file, gathered from the newest commit to the oldest."""

    def __init__(self) -> None:
        self._spans: dict[str, _Span] = {}
        self._now: dict[str, str] = {}

    def add(self, day: date, changes: list[Change]) -> None:
        """Count one commit for every file that it changed, under the name that the file has today."""
        today = [self._now.get(new, new) for _, new in changes]  # before this commit's own renames count
        for (old, new), path in zip(changes, today, strict=True):
            span = self._spans.setdefault(path, _Span())
            span.days.append(day)
            span.is_begun |= old != new and path == new
        for (old, new), path in zip(changes, today, strict=True):
            if old and old != new:
                self._rename(old, path)

    def _rename(self, old: str, path: str) -> None:
        """From here on, what happened to ``old`` happened to the file that is ``path`` today."""
        self._now[old] = path
        beside = self._spans.get(old)
        if beside is not None and not beside.is_begun and old != path:  # changed on a branch that kept the old name
            self._spans[path].days += self._spans.pop(old).days

    def revisions(self) -> dict[str, Revision]:
        """What was gathered."""
        return {
            path: Revision(min(span.days), max(span.days), len(span.days), tuple(sorted(span.days, reverse=True)))
            for path, span in sorted(self._spans.items())
        }


def _reason(error: Exception) -> str:
    lines = str(getattr(error, "stderr", "") or error).strip().splitlines()
    return lines[-1] if lines else type(error).__name__
