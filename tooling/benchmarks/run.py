"""The benchmark: ``gemeengoed check`` beside what one would put together instead, over the same files, in one run.

    make bench                                   10,000 items
    make bench ARGS="--items 2000 --times 5"

Prints a table and writes ``.gemeengoed/bench.json`` with the figures, the versions and the class of machine. What one
would put together: the JSON Schemas of ``tooling/schemas`` held against every front matter by check-jsonschema (taken
out of the pages beforehand, which is not counted), ``reuse lint``, and a linter of Markdown: markdownlint-cli2 where it
is installed (npm), else PyMarkdown over a tenth of the pages, its time multiplied.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from corpus import REPOSITORY, SHARES, write_corpus
from corpus_history import write_history
from measure import Measured, measure, medians

PACKAGES = ("gemeengoed", "check-jsonschema", "reuse", "pymarkdownlnt", "pyyaml", "pydantic")
TENTH = 10


class Bench:
    """A generated commons, and what is run over it."""

    def __init__(self, folder: Path, items: int, commits: int, times: int) -> None:
        self.root, self.front_matter, self.times = folder / "commons-of-many", folder / "front-matter", times
        self.texts = write_corpus(self.root, items)
        if commits:
            write_history(self.root, self.texts, commits)
        self.environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "tooling"), "PYTHONHASHSEED": "0"}
        self.edits = 0

    def check(self) -> Measured:
        """Every check of ours but the external ones."""
        return measure([sys.executable, "-m", "gemeengoed", "check"], self.root, self.environment)

    def cold(self) -> Measured:
        """With nothing known."""
        shutil.rmtree(self.root / ".gemeengoed", ignore_errors=True)
        return self.check()

    def body_changed(self) -> Measured:
        """After a sentence was added to a page."""
        self._edit(lambda text: f"{text}\nNog een zin over {self.edits} bijeenkomsten.\n")
        return self.check()

    def title_changed(self) -> Measured:
        """After a title was changed, on which other pages may depend."""
        self._edit(lambda text: text.replace("title: ", "title: Nog ", 1))
        return self.check()

    def _edit(self, change: Callable[[str], str]) -> None:
        self.edits += 1
        file = self.root / sorted(self.texts)[self.edits * 37 % len(self.texts)]
        file.write_text(change(file.read_text("utf-8")), "utf-8")

    def schemas(self) -> Measured:
        """check-jsonschema, kind by kind, over the front matter alone."""
        total = Measured(0, 0, 0)
        for folder in SHARES:
            schema = REPOSITORY / "tooling/schemas" / f"{_kind(folder)}.schema.json"
            files = [self._front_matter(path, text) for path, text in self.texts.items() if f"/{folder}/" in path]
            one = measure([_tool("check-jsonschema"), "--schemafile", str(schema), *files], self.root, self.environment)
            total = Measured(
                total.seconds + one.seconds, total.processor + one.processor, max(total.megabytes, one.megabytes)
            )
        return total

    def _front_matter(self, path: str, text: str) -> str:
        file = self.front_matter / path.replace(".md", ".yaml")
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.split("---\n")[1], "utf-8")
        return str(file)

    def reuse(self) -> Measured:
        """Reuse lint."""
        shutil.rmtree(self.root / ".gemeengoed", ignore_errors=True)
        return measure([_tool("reuse"), "lint", "--quiet"], self.root, self.environment, (0, 1))

    def markdownlint(self) -> Measured:
        """markdownlint-cli2 over every page, with the rules that it has by default."""
        return measure([_found("markdownlint-cli2"), "commons/**/*.md"], self.root, self.environment, (0, 1))

    def pymarkdown(self) -> Measured:
        """PyMarkdown over a tenth of the pages, times ten."""
        some = sorted(self.texts)[::TENTH]
        one = measure([_tool("pymarkdown"), "scan", *some], self.root, self.environment, (0, 1))
        return Measured(one.seconds * TENTH, one.processor * TENTH, one.megabytes)


def _kind(folder: str) -> str:
    return f"{folder[:-3]}y" if folder.endswith("ies") else folder.removesuffix("s")


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _found(name: str) -> str:
    return shutil.which(name) or str(REPOSITORY / "tooling/setup/node_modules/.bin" / name)


def run(bench: Bench, peers: bool) -> dict[str, Measured]:
    """Every figure by its name; ours and the peers' in turn."""
    runs = {
        "gemeengoed check, cold": bench.cold,
        "gemeengoed check, nothing changed": bench.check,
        "gemeengoed check, a text changed": bench.body_changed,
        "gemeengoed check, a title changed": bench.title_changed,
    }
    if peers:
        has_node = Path(_found("markdownlint-cli2")).exists()
        runs["reuse lint"] = bench.reuse
        runs["check-jsonschema (front matter)"] = bench.schemas
        runs |= (
            {"markdownlint-cli2": bench.markdownlint}
            if has_node
            else {"pymarkdown (a tenth, times ten)": bench.pymarkdown}
        )
    return medians(runs, bench.times)


def table(figures: dict[str, Measured]) -> str:
    """The figures as Markdown, each with its time as a multiple of our cold run."""
    ours = figures["gemeengoed check, cold"]
    lines = ["| | seconds | times ours, cold | processor seconds | MB |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {name} | {one.seconds:.2f} | {one.seconds / ours.seconds:.2f} | {one.processor:.2f} | {one.megabytes:.0f} |"
        for name, one in figures.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Run, print, write."""
    parser = argparse.ArgumentParser(description="Measure the checks beside their peers.")
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--commits", type=int, default=0, help="Give the commons a git history of about so many.")
    parser.add_argument("--times", type=int, default=3, help="How many rounds are run; the table has the medians.")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--output", type=Path, default=REPOSITORY / ".gemeengoed/bench.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Bench(Path(folder), options.items, options.commits, options.times)
        figures = run(bench, not options.no_peers)
    load = os.getloadavg()[0]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(
        f"{options.items} items, {options.commits} commits; {machine}; load at the end {load:.1f}\n\n{table(figures)}"
    )
    options.output.parent.mkdir(parents=True, exist_ok=True)
    versions = {name: version(name) for name in PACKAGES}
    result = {"machine": machine, "load": load, "versions": versions, "options": vars(options) | {"output": None}}
    result["figures"] = {name: asdict(one) for name, one in figures.items()}
    options.output.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
