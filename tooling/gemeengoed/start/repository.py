"""A git repository with a history that is always the same: fixed authors and dates, nobody's own settings.

By git itself and not by GitPython, which would pass on what the environment says of repositories and people.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from gemeengoed.i18n import message
from gemeengoed.start.folder import CannotStartError

BRANCH = "main"


@dataclass(frozen=True)
class Commit:
    """One commit: its day, its author (name and address), its message, and the files that it writes."""

    on: date
    author: str
    message: str
    files: Mapping[str, bytes]


def has_git() -> bool:
    """Whether git can be run."""
    return shutil.which("git") is not None


def write_repository(folder: Path, commits: Iterable[Commit]) -> None:
    """Make a repository in an empty folder, with these commits and the files as the last of them leaves those.

    Raises CannotStartError when there is no git.
    """
    if not has_git():
        raise CannotStartError(message("git is needed for the history, and is not there. Install git first."))
    _git(folder, "init", "--quiet", "--template=", "--object-format=sha1", f"--initial-branch={BRANCH}")
    _git(folder, "fast-import", "--quiet", "--date-format=raw", sent=b"".join(_stream(commits)))
    _git(folder, "reset", "--quiet", "--hard")


def _git(folder: Path, *arguments: str, sent: bytes = b"") -> None:
    """Run git without anything that a person or a machine has set."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8"}
    subprocess.run(["git", *arguments], cwd=folder, env=clean | own, input=sent, capture_output=True, check=True)


def _stream(commits: Iterable[Commit]) -> Iterator[bytes]:
    """What ``git fast-import`` reads; commits of one day follow each other by a minute."""
    for number, commit in enumerate(sorted(commits, key=lambda commit: commit.on), start=1):
        when = datetime.combine(commit.on, time(9), UTC) + timedelta(minutes=number % 480)
        stamp = f"{commit.author} {int(when.timestamp())} +0100"
        yield f"commit refs/heads/{BRANCH}\nauthor {stamp}\ncommitter {stamp}\n".encode()
        yield _data(f"{commit.message}\n".encode())
        for path, content in sorted(commit.files.items()):
            yield f"M 100644 inline {path}\n".encode() + _data(content)
        yield b"\n"


def _data(content: bytes) -> bytes:
    return f"data {len(content)}\n".encode() + content + b"\n"


def commit_all(folder: Path, message: str) -> bool:
    """Put everything in a first commit of a new repository, by who runs this; returns whether that could be done.

    It cannot without git, or when git does not know who that is.
    """
    if not has_git():
        return False
    elsewhere = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")
    clean = {name: value for name, value in os.environ.items() if name not in elsewhere}
    commands = (
        ("init", "--quiet", f"--initial-branch={BRANCH}"),
        ("add", "--all"),
        ("commit", "--quiet", "--no-verify", "--message", message),
    )
    return all(
        subprocess.run(["git", *command], cwd=folder, env=clean, capture_output=True).returncode == 0
        for command in commands
    )
