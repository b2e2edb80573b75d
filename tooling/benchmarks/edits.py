"""The benchmark of building again: after nothing and after one thing changed, of history, and of ``gemeengoed serve``.

    make bench-edits                                     10,000 items, 20,000 commits
    make bench-edits ARGS="--items 1000 --times 5"       smaller; each row is the median of five

Builds a generated commons once, then edits it. Every build is a program of its own that starts from what the one before
left, as in a workflow with its cache; ``serve`` is one program that goes on. Prints a table and writes
``.gemeengoed/bench-edits.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
from corpus import REPOSITORY, write_corpus
from corpus_history import write_history
from gemeengoed.cache import Memory
from gemeengoed.history import read_history, recall_history
from measure import Measured, kept, measure, medians

SPARE = ".gemeengoed/public/mkdocs/spare"
"""What the cache of a workflow leaves out: the site before, of which only links are made."""

UNCOMMITTED = ("LICENSES", "REUSE.toml")
"""What stands in a generated commons beside its history."""

SAMPLE = 40
"""Of how many files git is asked by itself; all of them would take hours."""

MOMENT = 1
"""Seconds between a page that is shown anew and the next edit."""

with socket.socket() as _free:
    _free.bind(("127.0.0.1", 0))
    PORT = _free.getsockname()[1]
WHO = {"GIT_AUTHOR_NAME": "Bijdrager", "GIT_AUTHOR_EMAIL": "bijdrager@commons.example"}
COMMITS = WHO | {"GIT_COMMITTER_NAME": "Bijdrager", "GIT_COMMITTER_EMAIL": "bijdrager@commons.example"}


class Edited:
    """A generated commons that is built again after each edit."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pages = sorted((root / "commons").glob("*/*.md"))
        self.environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "tooling"), **COMMITS}
        self._edits = 0

    def build(self) -> Measured:
        """Build from what the last one left."""
        return measure([sys.executable, "-m", "gemeengoed", "build"], self.root, self.environment)

    def text_changed(self) -> Measured:
        """After a sentence was added to a page."""
        self._change(lambda text: f"{text}\nNog een zin over {self._edits} bijeenkomsten.\n")
        return self.build()

    def title_changed(self) -> Measured:
        """After a title was changed."""
        self._change(lambda text: text.replace("title: ", "title: Nog ", 1))
        return self.build()

    def register_changed(self) -> Measured:
        """After a contributor was given another name."""
        file = self.root / "contributors.yaml"
        self._edits += 1
        file.write_text(file.read_text("utf-8").replace("name: ", f"name: N{self._edits} ", 1), "utf-8")
        return self.build()

    def commit(self) -> None:
        """Put what was changed in a commit."""
        for command in (["add", "-A", "commons", "contributors.yaml"], ["commit", "-q", "-m", "Wijziging"]):
            subprocess.run(["git", *command], cwd=self.root, env=self.environment, check=True)

    def committed(self) -> Measured:
        """After a page was changed and put in a commit."""
        self._change(lambda text: f"{text}\nEn nog een zin over {self._edits} bijeenkomsten.\n")
        self.commit()
        return self.build()

    def checked_out(self) -> Measured:
        """After a commit, in a fresh checkout in the same place with what a workflow restores from its cache."""
        self._change(lambda text: f"{text}\nTot slot een zin over {self._edits} bijeenkomsten.\n")
        self.commit()
        before = self.root.with_name(f"{self.root.name}-before")
        self.root.rename(before)
        subprocess.run(["git", "clone", "-q", before.as_uri(), str(self.root)], check=True)
        pack = subprocess.Popen(["tar", "-c", f"--exclude={SPARE}", ".gemeengoed"], cwd=before, stdout=subprocess.PIPE)
        subprocess.run(["tar", "-x"], cwd=self.root, stdin=pack.stdout, check=True)
        for name in (name for name in UNCOMMITTED if not (self.root / name).exists()):
            subprocess.run(["cp", "-a", name, str(self.root)], cwd=before, check=True)
        shutil.rmtree(before)
        return self.build()

    def _change(self, change: Callable[[str], str]) -> None:
        self._edits += 1
        file = self.pages[self._edits * 37 % len(self.pages)]
        file.write_text(change(file.read_text("utf-8")), "utf-8")
        time.sleep(0.1)


def history(edited: Edited) -> dict[str, Measured]:
    """One pass over the history, the next commit, and what asking git of each file would take."""
    root, figures = edited.root, dict[str, Measured]()
    with tempfile.TemporaryDirectory() as folder:
        figures["history: one pass"] = _timed(lambda: recall_history(root, _memory(folder)).revisions)
        edited.committed()
        figures["history: the next commit"] = _timed(lambda: recall_history(root, _memory(folder)).revisions)
    some = random.Random(1).sample(edited.pages, min(SAMPLE, len(edited.pages)))
    said: dict[str, list[str]] = {}
    one = _timed(lambda: said.update({str(page.relative_to(root)): _asked(root, page) for page in some}))
    times = len(edited.pages) / len(some)
    figures[f"git log --follow, per file ({len(some)} asked)"] = Measured(one.seconds * times, one.processor * times, 0)
    known = read_history(root).revisions
    wrong = [path for path, days in said.items() if [str(day) for day in known[path].days] != sorted(days)[::-1]]
    print(f"Days that differ from git's own, of {len(some)} files: {len(wrong)}", file=sys.stderr)
    return figures


def _memory(folder: str) -> Memory:
    """What was kept in a folder, read anew."""
    from gemeengoed.cache import remember

    return _Saving(remember(Path(folder), "history", ""))


class _Saving(Memory):
    """A memory that writes down each value at once."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory.path, memory.version)

    def keep(self, name: str, content: bytes) -> None:
        super().keep(name, content)
        super().keep("version", self.version.encode())
        self.save()


def _asked(root: Path, page: Path) -> list[str]:
    command = ["git", "log", "--follow", "--format=%as", "--", str(page.relative_to(root))]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split()


def _timed(run: Callable[[], object]) -> Measured:
    start, before = time.perf_counter(), _used()
    run()
    return Measured(time.perf_counter() - start, _used() - before, 0)


def _used() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def served(edited: Edited, times: int) -> Measured:
    """From an edit until the browser is told, with the server going on: the median.

    Between edits whoever makes them looks at the page for a ``MOMENT``, in which the server writes down what it knows.
    """
    command = [sys.executable, "-m", "gemeengoed", "serve", "--port", str(PORT)]
    with subprocess.Popen(command, cwd=edited.root, env=kept(edited.environment), stdout=subprocess.DEVNULL) as server:
        try:
            version = _version(0, 600)
            time.sleep(2)  # it begins to watch once it answers
            process, runs = psutil.Process(server.pid), []
            for number in range(times + 1):
                file = edited.pages[number * 41 % len(edited.pages)]
                start, before = time.perf_counter(), _processor(process)
                file.write_text(file.read_text("utf-8") + f"\nZin {number}.\n", "utf-8")
                version = _version(version, 60)
                took = time.perf_counter() - start
                time.sleep(MOMENT)
                runs.append((took, _processor(process) - before))
            runs = sorted(runs[1:])  # the first still reads what later ones hold on to
            return Measured(*runs[len(runs) // 2], process.memory_info().rss / 1e6)
        finally:
            server.terminate()


def _version(after: int, patience: float) -> int:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{PORT}/.gemeengoed/state?after={after}", timeout=patience) as answer:
                version = int(json.load(answer)["version"])
        except (URLError, ConnectionError):
            version = after
        if version > after:
            return version
        time.sleep(0.01)
    raise RuntimeError("The server made nothing.")


def _processor(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system + times.children_user + times.children_system)


def run(root: Path, times: int) -> dict[str, Measured]:
    """Every figure, by its name."""
    edited = Edited(root)
    figures = {"a build from nothing, or from what was there": edited.build()}
    time.sleep(0.1)
    edited.build()
    rows = {
        "nothing changed": edited.build,
        "a text changed": edited.text_changed,
        "a title changed": edited.title_changed,
        "a register changed": edited.register_changed,
        "a commit": edited.committed,
    }
    for name, row in rows.items():
        figures |= medians({name: row}, times)
        print(f"{name}: {figures[name]}", file=sys.stderr, flush=True)
    figures |= history(edited) | {"serve, from edit to reload": served(edited, times)}
    return figures | {"a commit, in a fresh checkout with a restored cache": edited.checked_out()}


def table(figures: dict[str, Measured]) -> str:
    """The figures as Markdown."""
    lines = ["| | seconds | processor seconds | MB |", "|---|---:|---:|---:|"]
    lines += [
        f"| {name} | {one.seconds:.2f} | {one.processor:.2f} | {one.megabytes:.0f} |" for name, one in figures.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Run, print, write."""
    parser = argparse.ArgumentParser(description="Measure building again after an edit.")
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--commits", type=int, default=None, help="By default two for each item.")
    parser.add_argument("--times", type=int, default=3, help="How often each is run; medians.")
    parser.add_argument("--folder", type=Path, help="A commons that was generated before, which will be changed.")
    parser.add_argument("--output", type=Path, default=REPOSITORY / ".gemeengoed/bench-edits.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=os.environ.get("BENCH_DIR")) as folder:
        root = options.folder or Path(folder) / "commons-of-many"
        if options.folder is None:
            texts = write_corpus(root, options.items)
            write_history(root, texts, options.items * 2 if options.commits is None else options.commits)
        figures = run(root.resolve(), options.times)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; load at the end {os.getloadavg()[0]:.1f}\n\n{table(figures)}")
    options.output.parent.mkdir(parents=True, exist_ok=True)
    found = {"machine": machine, "figures": {name: asdict(one) for name, one in figures.items()}}
    options.output.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
