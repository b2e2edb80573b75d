"""What readers could read at an earlier moment: the commons as the main line of git had it then."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

import git

from gemeengoed.edition import EditionName, select
from gemeengoed.i18n import Message, message
from gemeengoed.load import load
from gemeengoed.model import Commons
from gemeengoed.revisions import History
from gemeengoed.snapshot import NoSnapshotError, write_snapshot


class NoEarlierError(Exception):
    """git cannot tell what was there; ``why`` says what to do."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.say(str))
        self.why = why


@dataclass(frozen=True)
class Earlier:
    """The earlier states of a commons, as the readers of one edition had it."""

    commons: Commons
    edition: EditionName

    def texts(self, day: date) -> dict[str, str]:
        """The texts that readers could read when ``day`` began (in UTC), by the reference that each has today.

        None of them before the first commit. Raises NoEarlierError.
        """
        root = self.commons.root
        try:
            with git.Repo(root, search_parent_directories=True, expand_vars=False) as repo:
                commit = _commit_before(repo, day)
                if not commit:
                    return {}
                names = _present_names(repo, commit, _prefix(repo, root))
            return {names.get(path, path): text for path, text in self._at(commit).items()}
        except (git.InvalidGitRepositoryError, git.NoSuchPathError) as error:
            raise NoEarlierError(message("There is no git repository here, so nobody can tell what is new.")) from error
        except NoSnapshotError as error:
            raise NoEarlierError(error.why) from error
        except (git.GitCommandError, git.GitCommandNotFound, ValueError) as error:
            said = str(getattr(error, "stderr", "") or error).strip()
            raise NoEarlierError(
                message("git cannot tell what was there on {day}: {why}", day=day, why=said)
            ) from error

    def _at(self, commit: str) -> dict[str, str]:
        with tempfile.TemporaryDirectory(prefix="gemeengoed-") as folder:
            then = Path(folder)
            write_snapshot(self.commons.root, commit, then)
            commons = load(then, self.commons.settings, History(), self.commons.today)
            seen = select(commons, self.edition, commons.history, ())
            return {item.ref: item.text.body for item in seen.listed}


def _commit_before(repo: git.Repo, day: date) -> str:
    """The last commit of the main line before a day; empty where there is none."""
    if not repo.head.is_valid():
        return ""
    found = str(repo.git.rev_list("-1", "--first-parent", f"--before={day}T00:00:00+00:00", "HEAD")).strip()
    if not found and (Path(repo.common_dir) / "shallow").exists():
        raise NoEarlierError(
            message(
                "The git history is cut off (a shallow clone) before {day}. Get all of it with: git fetch --unshallow",
                day=day,
            )
        )
    return found


def _present_names(repo: git.Repo, commit: str, prefix: str) -> dict[str, str]:
    """The present references of the items that were renamed since a commit, by their references then."""
    output = repo.git.diff("-z", "-M", "--name-status", "--diff-filter=R", "--no-ext-diff", commit, "HEAD", "--")
    fields = str(output).split("\0")
    pairs = zip(fields[1::3], fields[2::3], strict=False)
    return {_ref(old, prefix): _ref(new, prefix) for old, new in pairs}


def _prefix(repo: git.Repo, root: Path) -> str:
    """Where the commons stands in the repository: a path with a closing slash, or nothing."""
    path = root.resolve().relative_to(Path(str(repo.working_tree_dir or root)).resolve()).as_posix()
    return "" if path == "." else f"{path}/"


def _ref(path: str, prefix: str) -> str:
    """The reference of the item in a file: ``commons/methods/intervisie.md`` is ``methods/intervisie``."""
    return str(PurePosixPath(path.removeprefix(prefix).removeprefix("commons/")).with_suffix(""))
