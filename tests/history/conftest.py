"""A git repository with fixed authors and days, built once; and one for a test to change."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Repository:
    """A git repository, and the few things that tests do with it."""

    root: Path

    def git(self, *arguments: str, day: str = "2026-01-01") -> str:
        """Run git as a fixed author on a fixed day, with nobody's own settings; what it says."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        own = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "An",
            "GIT_AUTHOR_EMAIL": "an@voorbeeld.be",
            "GIT_AUTHOR_DATE": f"{day}T12:00:00+0100",
            "GIT_COMMITTER_NAME": "Bo",
            "GIT_COMMITTER_EMAIL": "bo@voorbeeld.be",
            "GIT_COMMITTER_DATE": f"{day}T13:00:00+0100",
        }
        command = ["git", "-C", str(self.root), *arguments]
        return subprocess.run(command, env=clean | own, capture_output=True, text=True, check=True).stdout

    def write(self, path: str, text: str) -> None:
        """Write a file, of enough lines to be known again after a rename."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"{text} {number}\n" for number in range(20)))

    def commit(self, day: str, **changes: str) -> None:
        """Commit everything as it is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", f"op {day}", day=day)

    def move(self, old: str, new: str) -> None:
        """Rename a file."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)


def start(root: Path) -> Repository:
    """An empty repository in ``root``."""
    root.mkdir(parents=True, exist_ok=True)
    repository = Repository(root)
    repository.git("init", "-q", "-b", "main")
    return repository


ODD = ("een tip.md", "café.md", "regel\neinde.md", "\x01R100.md", "[a]*?.md", "-x.md", '"aanhaling".md', "💡.md", "M")
"""Names that git quotes, or that look like what git says itself."""


@pytest.fixture(scope="session")
def history(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Renames, a merge, odd names, a file that came back, and a subfolder. Read only."""
    repository = start(tmp_path_factory.mktemp("git") / "bron")
    repository.write("a.md", "over a")
    repository.write("blijft.md", "blijft")
    repository.write("sub/[x]/diep.md", "diep")
    repository.commit("2020-01-01")
    for name in ODD:
        repository.write(f"vreemd/{name}", f"vreemd {name!r}")
    repository.commit("2020-02-01")
    repository.move("a.md", "b.md")
    repository.commit("2020-03-01")
    repository.write("a.md", "een heel andere a")
    repository.write("sub/[x]/diep.md", "dieper")
    repository.commit("2020-04-01")
    repository.git("checkout", "-q", "-b", "zijtak")
    repository.write("zij.md", "van opzij")
    repository.commit("2020-05-01")
    repository.git("checkout", "-q", "main")
    repository.move("b.md", "map/c.md")
    repository.commit("2020-06-01")
    repository.git("merge", "-q", "--no-ff", "-m", "samen", "zijtak", day="2020-07-01")
    (repository.root / "blijft.md").unlink()
    repository.commit("2020-08-01")
    repository.write("blijft.md", "is terug")
    repository.commit("2020-09-01")
    return repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return start(tmp_path / "eigen")


@pytest.fixture
def copy(history: Repository, tmp_path: Path) -> Repository:
    """A copy of the repository, to change."""
    return Repository(Path(shutil.copytree(history.root, tmp_path / "kopie")))


@pytest.fixture
def followed(history: Repository) -> Iterator[Callable[[str], list[str]]]:
    """The days of a file, newest first, as ``git log --follow`` tells them."""
    yield lambda path: history.git("log", "--follow", "--format=%as", "--", f":(literal){path}").split()
