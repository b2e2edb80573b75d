"""Whether a built site still is what a build would make: then nothing need be loaded to know that.

A build takes down the state of everything that it reads, before it reads it, and of the site that it published. When
both are as they were, the next one says again what that one said. What only looks the same costs a build, never a
wrong site: files are known by size, times and place on the disk, and one that changed in the same moment as it was
looked at counts as changed. What may read files that nobody here knows of (hooks, extensions of Markdown,
inherited settings) makes every build a whole one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import digest, program
from gemeengoed.edition import EditionName
from gemeengoed.folders import scan
from gemeengoed.i18n import Message
from gemeengoed.ledger import Ledger
from gemeengoed.load import COMMONS, clock
from gemeengoed.load.files import Found, stamp, walk
from gemeengoed.markdown.extensions import may_read_others
from gemeengoed.problems import Problem
from gemeengoed.render import Engine
from gemeengoed.render.overrides import overrides_of
from gemeengoed.settings import FILE, Settings

SOURCES = ("docs", "overrides", "LICENSES")
"""The folders that a site is made of; besides those ``commons/``, and the files at the top."""

IGNORED = ".git-blame-ignore-revs"
"""Where the commits stand that are no change of a page: see ``history``."""

_UNKNOWN_FILES = re.compile(rb"^\s*(?:INHERIT|hooks)\s*:", re.MULTILINE)
_VARIABLE = re.compile(rb"\b[A-Za-z_]\w*\b")


WORK = ".gemeengoed"
"""The folder for everything between source and site; it may be thrown away at any time."""


@dataclass(frozen=True)
class Choices:
    """What one chooses when building: where the site goes, for whom it is, what renders it, and what errors do."""

    site: Path
    edition: EditionName = EditionName.PUBLIC
    engine: Engine = Engine.MKDOCS
    keep_going: bool = False

    def work(self, root: Path) -> Path:
        """The folder for everything between source and site."""
        return root / WORK / str(self.edition) / str(self.engine)


@dataclass(frozen=True)
class Said:
    """What a build told: the problems, how many pages there are, how many files were left out, and what else lacks."""

    problems: tuple[Problem, ...]
    pages: int
    rejected: int
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Standing:
    """What a build was made of, what it published, and what it said."""

    sources: str
    site: str
    said: Said


class Sources(NamedTuple):
    """The state of everything that a build reads, empty where that cannot be known; and what stands below ``commons/``.

    To look at ten thousand files takes 50 ms, so whoever loads the commons after this need not do it again.
    """

    state: str
    found: tuple[Found, ...] | None = None


STANDING = TypeAdapter(Standing | None)


def recall(root: Path, choices: Choices, sources: str) -> Said | None:
    """What the last build said, when it was made of these sources and its site stands as it was published."""
    known = kept.recall(_file(root, choices), STANDING, program(), None)
    if known is None or known.sources != sources:
        return None
    return known.said if known.site == state_of_site(choices.site) else None


def keep(root: Path, choices: Choices, sources: str, site: Ledger, said: Said) -> None:
    """Remember what a build was made of and published; nothing where its sources cannot be known."""
    stamps = ((path, entry.stamp) for path, entry in site.items())
    known = Standing(sources, _state_of(stamps), said) if sources else None
    kept.keep(_file(root, choices), STANDING, program(), known)


def _file(root: Path, choices: Choices) -> Path:
    return choices.work(root) / "standing.json"


def state_of_site(site: Path) -> str:
    """The state of a published site: of the size and time of its files."""
    return "" if site.is_symlink() else _state_of(scan(site))


def _state_of(stamps: Iterable[tuple[str, str]]) -> str:
    return digest("\n".join(sorted([f"{path} {now}" for path, now in stamps])))


def state_of_sources(root: Path, settings: Settings, choices: Choices) -> Sources:
    """The state of everything that a build reads."""
    try:
        described = (root / FILE).read_bytes()
        if _UNKNOWN_FILES.search(described) or may_read_others(settings.markdown_extensions):
            return Sources("")
        found = tuple(walk(root, COMMONS))
        stamps = [*((one.path, one.stamp) for one in found), *_stamps(root)]
    except OSError:
        return Sources("")
    if any(not state for _, state in stamps):
        return Sources("", found)
    variables = sorted({*_VARIABLE.findall(described), b"SOURCE_DATE_EPOCH"})
    state = digest(
        str(root.resolve()),
        settings.model_dump_json(),
        str(clock()),
        repr(choices),
        *(f"{name.decode()}={os.environ.get(name.decode(), '')}" for name in variables),
        *_packages(),
        *_editor(root, settings),
        *_commit(root),
        *(f"{path} {now}" for path, now in sorted(stamps)),
    )
    return Sources(state, found)


def _stamps(root: Path) -> Iterator[tuple[str, str]]:
    """Path and state of every other file that the site is made of; the state is empty where it is not sure."""
    for entry in os.scandir(root):
        if entry.is_file():
            yield entry.name, stamp(entry.stat())
    for folder in (*(root / name for name in SOURCES), overrides_of(root)):
        if folder.is_dir():
            yield from _below(folder)


def _below(folder: Path) -> Iterator[tuple[str, str]]:
    waiting = [str(folder)]
    while waiting:
        for entry in os.scandir(waiting.pop()):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
                yield f"{entry.path}/", "folder"
            else:
                yield entry.path, "" if entry.is_symlink() else stamp(entry.stat(follow_symlinks=False))


def _packages() -> Iterator[str]:
    """Every package that is installed, with its version."""
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))


def _editor(root: Path, settings: Settings) -> Iterator[str]:
    """The state of the program of the editor, which comes from npm, where there is an editor."""
    if settings.editor is not None:
        from gemeengoed.stage.editor.bundle import bundle_of, program_files

        folder = bundle_of(root)
        yield from (f"{path} {stamp(path.stat())}" for path in (program_files(folder).values() if folder else ()))


def _commit(root: Path) -> Iterator[str]:
    """What git has checked out, in which repository, and where its history is cut off; why it cannot tell."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "rev-parse", "--show-toplevel", "--git-common-dir", "--verify", "HEAD"]
    try:
        done = subprocess.run(command, cwd=root, env=inherited, capture_output=True, text=True, check=False)
    except OSError as error:
        yield str(error)
        return
    yield from (done.stdout, done.stderr)
    if done.returncode == 0:
        top, common, _ = done.stdout.splitlines()
        for file in (Path(top, IGNORED), Path(root, common, "shallow")):
            yield file.read_text("utf-8", "replace") if file.is_file() else ""
