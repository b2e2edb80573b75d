"""When each file came and last changed, from one streaming pass over the git history.

Only days are taken; who committed is not, since readers see contributors only as they agreed to be seen. So no mailmap
or co-author matters here. Commits that ``.git-blame-ignore-revs`` lists (a new layout of all files) are no change of a
page, unless nothing else is known of it. What is known is kept, and extended by the commits that came on top.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pydantic import TypeAdapter, ValidationError

from gemeengoed.cache import Memory, digest
from gemeengoed.i18n import message
from gemeengoed.revisions import History, Revision

if TYPE_CHECKING:
    import git

_COMMIT = "\x01"
_NAME = "history"
_KEPT = TypeAdapter(tuple[str, str, History])
_IGNORED = ".git-blame-ignore-revs"
_OPTIONS = ("-z", "-M", "--name-status", "--no-color", "--no-show-signature", "--no-ext-diff")
"""Names in full, renames found, whatever the settings of who runs it are."""


def _repository(root: Path) -> git.Repo:
    """The repository that a folder is in. Its name is taken as it is: GitPython fills in ``$NAME`` in a text.

    GitPython is imported here, which starts git to ask for its version: most builds find the history as it was.
    """
    import git

    class Git(git.Git):
        def __init__(self, working_dir: str | os.PathLike[str] | None = None) -> None:
            super().__init__(None if working_dir is None else Path(working_dir))

    class Repo(git.Repo):
        GitCommandWrapperType = Git

    return Repo(root, search_parent_directories=True, expand_vars=False)


def read_history(root: Path, at: str = "HEAD") -> History:
    """The history of the files below ``root`` up to the commit ``at``, renames followed.

    Without a repository, or with a cut-off one, the notice says so; a missing history never stops a build.
    """
    import git

    try:
        with _repository(root) as repo:
            if repo.bare or not repo.head.is_valid():
                return History(notice=message("The git repository has no commit yet, so pages have no dates."))
            return _read(repo, _prefix(repo, root), at)
    except (git.InvalidGitRepositoryError, git.NoSuchPathError):
        return History(notice=message("There is no git repository here, so pages have no dates."))
    except (git.GitCommandError, git.GitCommandNotFound, ValueError) as error:
        return History(notice=message("git cannot tell the history, so pages have no dates: {why}", why=_reason(error)))


def recall_history(root: Path, memory: Memory) -> History:
    """The same as ``read_history``, kept in the memory and extended when commits came on top of those that it knows."""
    try:
        commit, top, cut = _checked_out(root)
    except (subprocess.CalledProcessError, ValueError, OSError):
        return read_history(root)
    ignored = _ignored(top)
    state = digest(cut, str(top), str(root), *sorted(ignored))
    now, held = memory.held.get(_NAME, ("", None))
    if now == digest(state, commit):
        return cast(History, held)
    known, at, history = _recalled(memory)
    if (known, at) != (state, commit):
        more = None if known != state or cut or ignored else _since(root, at, commit)
        history = read_history(root) if more is None else _extended(history, more)
        memory.keep(_NAME, _KEPT.dump_json((state, commit, history)))
    history = replace(history, state=digest(state, commit))
    memory.held[_NAME] = (history.state, history)
    return history


def _checked_out(root: Path) -> tuple[str, Path, bytes]:
    """The commit that is checked out, the folder of the work tree, and where the history is cut off."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "rev-parse", "--show-toplevel", "--git-common-dir", "--verify", "HEAD"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    top, common, commit = os.fsdecode(done.stdout).splitlines()
    shallow = Path(root, common, "shallow")
    return commit, Path(top), shallow.read_bytes() if shallow.exists() else b""


def _recalled(memory: Memory) -> tuple[str, str, History]:
    try:
        return _KEPT.validate_json(memory.value(_NAME) or b"")
    except ValidationError:
        return "", "", History()


def _since(root: Path, old: str, new: str) -> _Days | None:
    """What happened since a commit; None unless all of it happened on top of that commit."""
    import git

    commits = f"{old}..{new}"
    try:
        with _repository(root) as repo:
            count = repo.git.rev_list("--count", "--end-of-options", commits)
            on_top = repo.git.rev_list("--count", "--ancestry-path", "--end-of-options", commits)
            if count != on_top or count == "0":
                return None
            return _days(repo, _prefix(repo, root), commits, frozenset())
    except (git.GitError, ValueError, OSError):
        return None


def _extended(history: History, more: _Days) -> History:
    """A history with what happened afterwards: under the name that each file has since."""
    spans = more.spans()
    for path, revision in history.revisions.items():
        spans.setdefault(more.name_of(path), _Span()).days.extend(revision.days)
    renamed = {old: more.name_of(path) for old, path in history.renamed.items()} | more.renamed()
    return History(_revisions(spans), history.notice, renamed)


def _prefix(repo: git.Repo, root: Path) -> str:
    prefix = os.path.relpath(root.resolve(), Path(str(repo.working_tree_dir)).resolve())
    return "" if prefix == "." else f"{prefix}/"


def _read(repo: git.Repo, prefix: str, at: str) -> History:
    shallow = Path(repo.common_dir) / "shallow"
    cut = frozenset(shallow.read_text("ascii").split()) if shallow.exists() else frozenset()
    notice = message("The git history is cut off (a shallow clone): older dates are missing.") if cut else None
    days = _days(repo, prefix, at, cut)
    return History(_revisions(days.spans()), notice, days.renamed())


def _days(repo: git.Repo, prefix: str, commits: str, cut: frozenset[str]) -> _Days:
    """The days of the files below a folder, in some commits."""
    repo.git.update_environment(
        GIT_DIR=str(repo.git_dir), GIT_WORK_TREE=str(repo.working_tree_dir), GIT_LITERAL_PATHSPECS="1"
    )
    what = (*_OPTIONS, f"--format={_COMMIT}%H %as", "--end-of-options", commits, "--", prefix or ".")
    process = repo.git(c="log.showRoot=true").log(*what, as_process=True, stdout_as_string=False)
    ignored, days = _ignored(Path(str(repo.working_tree_dir))), _Days(prefix)
    for commit, day, changes in _commits(_fields(process.stdout)):
        if commit not in cut and day is not None:
            days.add(day, changes, is_change=commit not in ignored)
    process.wait()
    return days


def _ignored(top: Path) -> frozenset[str]:
    """The commits that are no change, as ``git blame`` is told: a line each, comments after a hash sign."""
    file = top / _IGNORED
    try:
        lines = file.read_text("utf-8", "replace").splitlines() if file.is_file() else []
    except OSError:
        return frozenset()
    return frozenset(commit for line in lines if (commit := line.partition("#")[0].strip()))


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
    ignored: list[date] = field(default_factory=list)
    is_begun: bool = False
    """Whether it is known how the file came, so that older changes under its name are those of another file."""


class _Days:
    """The days of every file, gathered from the newest commit to the oldest."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._spans: dict[str, _Span] = {}
        self._now: dict[str, str] = {}

    def add(self, day: date, changes: list[Change], *, is_change: bool = True) -> None:
        """Count one commit for every file that it changed, under the name that the file has today."""
        today = [self._now.get(new, new) for _, new in changes]  # before this commit's own renames count
        for (old, new), path in zip(changes, today, strict=True):
            span = self._spans.setdefault(path, _Span())
            (span.days if is_change else span.ignored).append(day)
            span.is_begun |= old != new and path == new
        for (old, new), path in zip(changes, today, strict=True):
            if old and old != new:
                self._rename(old, path)

    def _rename(self, old: str, path: str) -> None:
        """From here on, what happened to ``old`` happened to the file that is ``path`` today."""
        self._now[old] = path
        beside = self._spans.get(old)
        if beside is not None and not beside.is_begun and old != path:  # changed on a branch that kept the old name
            other = self._spans.pop(old)
            self._spans[path].days += other.days
            self._spans[path].ignored += other.ignored

    def name_of(self, path: str) -> str:
        """The name that a file has at the end, of one that had this name at the beginning; both below the root."""
        return self._now.get(self._prefix + path, self._prefix + path).removeprefix(self._prefix)

    def renamed(self) -> dict[str, str]:
        """The last name of every file by each that it had before, below the root."""
        cut = self._prefix
        names = {old.removeprefix(cut): new.removeprefix(cut) for old, new in self._now.items() if new.startswith(cut)}
        return {old: new for old, new in sorted(names.items()) if old != new}

    def spans(self) -> dict[str, _Span]:
        """What was gathered, by path below the root."""
        return {path.removeprefix(self._prefix): span for path, span in self._spans.items()}


def _revisions(spans: dict[str, _Span]) -> dict[str, Revision]:
    revisions = {}
    for path, span in sorted(spans.items()):
        days = sorted(span.days or span.ignored, reverse=True)
        revisions[path] = Revision(days[-1], days[0], len(days), tuple(days))
    return revisions


def _reason(error: Exception) -> str:
    lines = str(getattr(error, "stderr", "") or error).strip().splitlines()
    return lines[-1] if lines else type(error).__name__
