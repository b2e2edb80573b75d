"""What waits for an editor: pages on the branches of other contributions, so that nothing is proposed twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import git

from gemeengoed.load.files import decode
from gemeengoed.load.front_matter import read_front_matter

BRANCHES: Final = "bijdrage/"
"""How the names of such branches start."""

_LARGEST: Final = 1_000_000
_MOST: Final = 500


@dataclass(frozen=True)
class Waiting:
    """A page on a branch that is not merged yet."""

    branch: str
    body: str


def read_waiting(root: Path, own: str) -> dict[str, Waiting]:
    """The pages that branches of contributions add, by path; those of the branch ``own`` aside.

    Nothing where there is no git repository.
    """
    try:
        with git.Repo(root, expand_vars=False) as repo:
            return dict(_pages(repo, own))
    except (git.InvalidGitRepositoryError, git.NoSuchPathError, git.GitCommandError, ValueError):
        return {}


def _pages(repo: git.Repo, own: str) -> Iterator[tuple[str, Waiting]]:
    patterns = [f"refs/heads/{BRANCHES}", f"refs/remotes/*/{BRANCHES}"]
    names = repo.git.for_each_ref("--format=%(refname)", f"--count={_MOST}", *patterns).split()
    here = set(_paths(repo, "HEAD"))
    for ref in names:
        branch = BRANCHES + ref.partition(BRANCHES)[2]
        if branch == own:
            continue
        for path, name in _paths(repo, ref).items():
            if path not in here and path.endswith(".md"):
                yield path, Waiting(branch, _body(repo, path, name))


def _paths(repo: git.Repo, ref: str) -> dict[str, str]:
    """The files below ``commons/`` of a version, each with the name of its content."""
    listed = str(repo.git.ls_tree("-r", "-z", "--full-tree", ref, "--", "commons")).split("\0")
    entries = (line.partition("\t") for line in listed if line)
    return {path: facts.split()[2] for facts, _, path in entries if facts.split()[1] == "blob"}


def _body(repo: git.Repo, path: str, name: str) -> str:
    _, _, size, data = repo.git.get_object_data(name)
    text, _ = decode(data) if size <= _LARGEST else (None, ())
    return "" if text is None else read_front_matter(path, size, text, _LARGEST, ()).body
