"""Our own builds of a generated commons: from nothing, and from what the build before left."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from aside import put_aside
from builds_figures import Figure
from corpus import REPOSITORY, own_settings, write_corpus
from corpus_history import write_history
from measure import Measured, measure
from phases import told

SETTINGS = "mkdocs.yml"
WHO = ("-c", "user.name=Bijdrager", "-c", "user.email=bijdrager@commons.example")
WRITTEN = "written.txt"
"""Beside a commons that was generated: what it was generated with."""

_LANGUAGES = re.compile(r"^( +)languages:\n +- (\w+)\n(?:\1 +.*\n)*", re.MULTILINE)


class Ours:
    """A generated commons with a git history, kept from run to run."""

    def __init__(self, folder: Path, items: int, commits: int) -> None:
        self.root, self.commits = folder / "commons-of-many", commits
        wanted, note = f"{items} items, {commits} commits, seed 1\n", folder / WRITTEN
        if not note.exists() or note.read_text("utf-8") != wanted:
            shutil.rmtree(folder, ignore_errors=True)
            write_history(self.root, write_corpus(self.root, items), commits)
            note.write_text(wanted, "utf-8")
        self._speak(one_language(own_settings()))
        self.pages = sorted((self.root / "commons").glob("*/*.md"))
        self.environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "tooling"), "PYTHONHASHSEED": "0"}

    def clean(self, limit: float) -> Figure:
        """From nothing."""
        self._forget()
        return self._build(limit)

    def languages(self, limit: float) -> Figure:
        """From nothing, in every language of this repository's site."""
        own = own_settings()
        if one_language(own) == own:
            raise RuntimeError(f"{SETTINGS} names one language")
        self._speak(own)
        try:
            return self.clean(limit)
        finally:
            self._speak(one_language(own))
            self._forget()

    def nothing(self, limit: float) -> Figure:
        """After nothing changed."""
        self._have_built(limit)
        return self._build(limit)

    def text(self, limit: float) -> Figure:
        """After a sentence was added to a page."""
        return self._edited(limit, _longer)

    def committed(self, limit: float) -> Figure:
        """After a sentence was added to a page and put in a commit, as a workflow builds. Nothing of it stays."""
        self._have_built(limit)
        page = self.pages[53 % len(self.pages)]
        before = page.read_text("utf-8")
        page.write_text(_longer(before), "utf-8")
        self._git("commit", "-q", "-m", "Wijziging", "--", str(page))
        try:
            return self._build(limit)
        finally:
            self._git("reset", "-q", "HEAD~1")
            page.write_text(before, "utf-8")
            self._build(limit)

    def _git(self, *command: str) -> None:
        subprocess.run(["git", *WHO, *command], cwd=self.root, check=True)

    def title(self, limit: float) -> Figure:
        """After a title was changed."""
        return self._edited(limit, lambda text: text.replace("title: ", "title: Nog ", 1))

    def _edited(self, limit: float, change: Callable[[str], str]) -> Figure:
        """The second of two edits. The first after a clean build takes longer: it lays out what that left to do."""
        self._have_built(limit)
        one, other = (self.pages[place % len(self.pages)] for place in (37, 41))
        first = self._build_with(other, change, limit)
        second = self._build_with(one, change, limit)
        return replace(second, note=f"the edit before it took {first.seconds:.1f} s")

    def _build_with(self, page: Path, change: Callable[[str], str], limit: float) -> Figure:
        before = page.read_text("utf-8")
        try:
            page.write_text(change(before), "utf-8")
            return self._build(limit)
        finally:
            page.write_text(before, "utf-8")
            self._build(limit)

    def _have_built(self, limit: float) -> None:
        if not (self.root / "site").exists():
            self.clean(limit)
        self._build(limit)

    def _speak(self, settings: str) -> None:
        (self.root / SETTINGS).write_text(settings, "utf-8")

    def _forget(self) -> None:
        put_aside(self.root / ".gemeengoed", self.root / "site")

    def _build(self, limit: float) -> Figure:
        notes = self.root.with_name("phases.json")
        command = [sys.executable, str(REPOSITORY / "tooling/benchmarks/phases.py"), str(notes)]
        measured = measure(command, self.root, self.environment, limit=limit)
        phases = {name: _phase(one, measured) for name, one in told(notes).items()}
        return figure(measured, self.root / "site", phases)


def _longer(text: str) -> str:
    return f"{text}\nNog een zin over bijeenkomsten.\n"


def _phase(told: dict[str, Any], measured: Measured) -> dict[str, float]:
    """What a step took, the most memory while it lasted with it."""
    spans = told["at"]
    seen = (size for at, size in measured.looks if any(start <= at <= end for start, end in spans))
    return {"seconds": told["seconds"], "processor": told["processor"], "megabytes": max(seen, default=0)}


def one_language(settings: str) -> str:
    """The text of ``mkdocs.yml`` with the first of its languages only."""
    return _LANGUAGES.sub(r"\1language: \2\n", settings)


def figure(measured: Measured, site: Path, phases: Mapping[str, Mapping[str, float]] | None = None) -> Figure:
    """The figure of a build that left its pages in a folder."""
    pages = sum(name.endswith(".html") for _, _, names in os.walk(site) for name in names)
    return Figure(measured.seconds, measured.processor, measured.megabytes, pages, phases or {})
