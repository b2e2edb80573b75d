"""The commons as it was where a branch began, read out of git: nothing is checked out, and no hook or filter runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import git

from gemeengoed.i18n import Message, message
from gemeengoed.model import PARTS

_LINK, _SUBMODULE = "120000", "160000"
_UNSAFE = frozenset({"", ".", "..", ".git"})

_Entry = tuple[str, str, str]
"""Mode, object and path of a file in a tree."""


class NoSnapshotError(Exception):
    """git cannot give the files of a revision; ``why`` says what to do."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.say(str))
        self.why = why


def write_snapshot(root: Path, revision: str, target: Path) -> str:
    """Write what stood below ``root`` where ``revision`` and the present one parted into ``target``; gives the commit.

    Only what rules look at: the folders in PARTS, and the files at the top. Raises NoSnapshotError.
    """
    try:
        with git.Repo(root, search_parent_directories=True, expand_vars=False) as repo:
            repo.git.update_environment(GIT_DIR=str(repo.git_dir), GIT_WORK_TREE=str(repo.working_tree_dir or root))
            base = _base(repo, revision)
            prefix = os.path.relpath(root.resolve(), Path(str(repo.working_tree_dir or root)).resolve())
            _write(repo, base if prefix == "." else f"{base}:{prefix}", target)
            return base
    except (git.InvalidGitRepositoryError, git.NoSuchPathError) as error:
        raise NoSnapshotError(message("There is no git repository here, so nothing can be compared.")) from error
    except (git.GitCommandError, git.GitCommandNotFound, ValueError) as error:
        said = str(getattr(error, "stderr", "") or error).strip()
        why = message("git cannot give the files of '{revision}': {why}", revision=revision, why=said)
        raise NoSnapshotError(why) from error


def _base(repo: git.Repo, revision: str) -> str:
    """The commit where ``revision`` and the present one parted."""
    try:
        commit = repo.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except git.GitCommandError as error:
        what = message("git knows no '{revision}' here. Get it with: git fetch origin", revision=revision)
        raise NoSnapshotError(what) from error
    try:
        return str(repo.git.merge_base(commit, "HEAD")).split()[0]
    except git.GitCommandError as error:
        if (Path(repo.common_dir) / "shallow").exists():
            what = message(
                "The git history is cut off (a shallow clone) before the point where '{revision}' and this version "
                "parted. Get all of it with: git fetch --unshallow",
                revision=revision,
            )
        else:
            what = message("'{revision}' and this version have no commit in common.", revision=revision)
        raise NoSnapshotError(what) from error


def _write(repo: git.Repo, tree: str, target: Path) -> None:
    """Write the files first and the links after them, so that nothing is ever written through a link."""
    for mode, name, path in sorted(_entries(repo, tree), key=lambda entry: entry[0] == _LINK):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        data = repo.git.get_object_data(name)[3]
        if mode == _LINK:
            file.symlink_to(os.fsdecode(data))
        else:
            with file.open("xb") as out:
                out.write(data)


def _entries(repo: git.Repo, tree: str) -> Iterator[_Entry]:
    listed = repo.git.ls_tree("-r", "-z", "--full-tree", tree, stdout_as_string=False, strip_newline_in_stdout=False)
    for line in listed.split(b"\0"):
        facts, _, raw = line.partition(b"\t")
        path, parts = os.fsdecode(raw), os.fsdecode(raw).split("/")
        if not raw or _UNSAFE & set(parts) or (len(parts) > 1 and parts[0] not in PARTS):
            continue
        mode, _, name = facts.decode("ascii").split()
        if mode != _SUBMODULE:
            yield mode, name, path
