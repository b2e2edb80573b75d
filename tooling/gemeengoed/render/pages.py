"""One page at a time, with MkDocs' own functions: whatever it does for a page, in a process that renders only some.

MkDocs holds every page in memory and renders all of them. Here a page is made, written and let go, and nothing of the
others is known but their names: what a page shows of them is in its own staged file. Only the pages of the menu are
read beforehand, for their titles.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data
from pydantic_core import from_json

from gemeengoed.cache import digest
from gemeengoed.files import write
from gemeengoed.folders import scan
from gemeengoed.ledger import Entry
from gemeengoed.processes import tidy
from gemeengoed.render.convert import Converter
from gemeengoed.render.error import RenderError
from gemeengoed.render.page import SitePage
from gemeengoed.render.shells import At, Shells
from gemeengoed.stage.environment import Compiled

_FEW = 20
"""After so many pages there is little garbage, and looking for it among all that is there takes longer."""

_COMPILED = Compiled(f"mkdocs {version('mkdocs')}")


@dataclass(frozen=True)
class Batch:
    """Pages to render: each the name of its staged file and the hash of what it was. ``state`` is that of the
    configuration."""

    configuration: str
    site: str
    state: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Done:
    """A page that was rendered. ``entry`` is None where nothing of it changed; ``looked`` is what it links to."""

    name: str
    target: str
    digest: str
    entry: Entry | None
    looked: dict[str, bool] = field(default_factory=dict)


class TreeFiles(Files):
    """The files of a staged tree, each made when somebody asks for it. ``looked`` says who was asked for."""

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__([])
        self._config = config
        self.looked: dict[str, bool] = {}

    @cached_property
    def names(self) -> frozenset[str]:
        """The paths of all files; whoever knows them may set this, so that the folder need not be walked."""
        return frozenset(path for path, stamp in scan(self._config.docs_dir) if stamp)

    @cached_property
    def state(self) -> str:
        """The state of the names."""
        return digest("\n".join(sorted(self.names)))

    def get_file_from_path(self, path: str) -> File | None:
        """The file with a path in the tree."""
        name = path if path in self.names else PurePosixPath(path).as_posix()
        found = self.src_uris.get(name)
        if found is None and name in self.names:
            found = File(name, self._config.docs_dir, self._config.site_dir, self._config.use_directory_urls)
            set_exclusions([found], self._config)
            self.append(found)
        self.looked[name] = found is not None
        return found

    def let_go(self, file: File) -> None:
        """Forget a page that is rendered."""
        file.page = None
        self.remove(file)

    def in_order(self) -> Iterator[File]:
        """Every file that belongs on the site, in the order in which MkDocs walks a folder."""
        for name in sorted(self.names, key=_in_walk):
            if is_readme(name) and name.replace("README.md", "index.md") in self.names:
                continue
            file = self.get_file_from_path(name)
            if file is not None and file.inclusion.is_included():  # type: ignore[no-untyped-call]
                yield file


def is_readme(name: str) -> bool:
    """Whether a file is the page of its folder, unless there is an index too."""
    return name.rpartition("/")[2] == "README.md"


def _in_walk(name: str) -> tuple[Any, ...]:
    parts = name.split("/")
    return (parts[:-1], os.path.splitext(parts[-1])[0] not in ("index", "README"), parts[-1])


class Prepared:
    """MkDocs, ready to render any page of a tree."""

    def __init__(self, configuration: str, site: str) -> None:
        self.config: MkDocsConfig = load_config(config_file=configuration, site_dir=site)
        self.files = TreeFiles(self.config)

    @cached_property
    def navigation(self) -> Navigation:
        """The menu, its pages read."""
        navigation = get_navigation(self.files, self.config)
        for page in navigation.pages:
            read(page)
        return navigation

    @cached_property
    def _in_menu(self) -> frozenset[str]:
        return frozenset(page.file.src_uri for page in self.navigation.pages)

    @cached_property
    def environment(self) -> Any:
        """The templates of the theme."""
        environment = self.config.theme.get_env()
        environment.bytecode_cache = _COMPILED
        return environment

    def page_names(self) -> list[str]:
        """The staged files of the pages of the site. Of two with one address MkDocs writes the last over the first."""
        found = {file.dest_uri: file.src_uri for file in self.on_site if file.is_documentation_page()}
        return list(found.values())

    def other_names(self) -> list[str]:
        """The files of the tree that are copied as they are."""
        return [file.src_uri for file in self.on_site if not file.is_documentation_page()]

    @cached_property
    def on_site(self) -> list[File]:
        """Every file of the tree that belongs on the site, in order."""
        return list(self.files.in_order())

    def warm_up(self) -> None:
        """Have at hand what every page needs, before processes start as copies of this one."""
        self.environment.get_template("main.html")
        _ = self.navigation

    def render(self, name: str) -> tuple[str, bytes, dict[str, bool]]:
        """The path of a page below the site, its HTML, and which names it asked for."""
        file = self.files.get_file_from_path(name)
        assert file is not None
        page = file.page or SitePage(None, file, self.config)
        self.files.looked = {}
        read(page)
        self._converter.convert(page, self.files)
        looked = self.files.looked
        if name in self._in_menu:
            html = self.in_full(page, At(page.url))
        else:
            html = self.shells.render(page)
            self.files.let_go(file)
        return file.dest_uri, html.encode("utf-8", errors="xmlcharrefreplace"), looked

    def in_full(self, page: Any, at: At) -> str:
        """The HTML of a page, or of what stands in for one, as the templates make it."""
        page.active = True
        context = get_context(self.navigation, [], self.config, at)  # type: ignore[arg-type]
        context["page"] = page
        template = self.environment.get_template(page.meta.get("template", "main.html"))
        html: str = template.render(context)
        page.active = False
        return html

    @cached_property
    def shells(self) -> Shells:
        """What pages outside the menu are rendered with."""
        links = (*self.config.extra_css, *map(str, self.config.extra_javascript))
        return Shells(self.environment, self.in_full, links)

    @cached_property
    def _converter(self) -> Converter:
        return Converter(self.config)


def read(page: Page) -> None:
    """Read the staged file of a page: a line of JSON for each field of front matter, as ``stage.page`` writes it."""
    text = page.file.content_string
    head, mark, body = text.removeprefix("---\n").partition("\n---\n")
    try:
        if not (mark and text.startswith("---\n")):
            raise ValueError
        fields = (line.partition(": ") for line in head.split("\n"))
        page.meta = {name: from_json(value) for name, _, value in fields}
        page.markdown = body.lstrip("\n")
    except ValueError:
        page.markdown, page.meta = get_data(text)


_prepared: dict[tuple[str, str, str], Prepared] = {}


def prepared(configuration: str, site: str, state: str) -> Prepared:
    """MkDocs, ready with a configuration in this state, until it is let go.

    A process that helps takes it along from who started it, or makes it itself.
    """
    key = configuration, site, state
    if key not in _prepared:
        _prepared[key] = Prepared(configuration, site)
    return _prepared[key]


def let_go(configuration: str, site: str, state: str) -> None:
    """Forget what was ``prepared``."""
    _prepared.pop((configuration, site, state), None)


def render_batch(batch: Batch) -> list[Done]:
    """Render some pages and write those that changed. Raises RenderError."""
    ready = prepared(batch.configuration, batch.site, batch.state)
    done = [_render(ready, Path(batch.site), name, before) for name, before in batch.pages]
    if len(done) > _FEW:
        tidy()
    return done


def _render(ready: Prepared, site: Path, name: str, before: str) -> Done:
    try:
        target, html, looked = ready.render(name)
    except Exception as error:  # whatever a template or an extension raises
        raise RenderError(f"MkDocs could not render {name}: {error}") from None
    now = digest(html)
    return Done(name, target, now, None if now == before else write(site, target, html, now), looked)
