"""What a site has besides its pages: pictures and other files as they are, files of the theme, and single templates."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.commands.build import _build_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import markdown_extensions
from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import digest, program
from gemeengoed.ledger import Entry, stamp
from gemeengoed.output import Output
from gemeengoed.render.page import SitePage
from gemeengoed.render.pages import Prepared
from gemeengoed.render.theme import is_whole

SITE_MAP = "sitemap.xml"

STAMPS = TypeAdapter(dict[str, tuple[str, str]])
"""The state of the file that another was copied from, and the hash of that."""

TEMPLATES = TypeAdapter(tuple[str, list[str]])


def place_files(config: MkDocsConfig, of_tree: Mapping[str, str], output: Output, state: Path) -> None:
    """Let the site have every file that is no page, of the tree (with its hash) and of the theme.

    The tree's goes first, and is the same file in both places, since none is ever written in place.
    """
    for name, staged in of_tree.items():
        if output.digest(name) != staged:
            file = Path(config.docs_dir, name)
            output.link(name, file, Entry(stamp(os.stat(file)), staged))
    output.keep(*of_tree)
    known = kept.recall(state, STAMPS, digest(program()), {})
    now: dict[str, tuple[str, str]] = {}
    of_theme = {name: source for name, source in theme_files(config) if name not in of_tree}
    for name, source in of_theme.items():
        before = known.get(name)
        at = f"{source} {stamp(os.stat(source))}"
        if before is None or before[0] != at or output.digest(name) != before[1]:
            output.put(name, Path(source).read_bytes())
        output.keep(name)
        now[name] = (at, output.digest(name))
    kept.keep(state, STAMPS, digest(program()), now)


def theme_files(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Name and place of the files that a theme brings along: those that MkDocs' ``add_files_from_theme`` finds.

    That looks at every name in the theme's folders, ten thousand icons among them; this passes over hidden folders, and
    over the engine's own theme where no page loads anything of it.
    """
    left_out = [
        "*.py", "*.pyc", "*.html", "*readme*", "mkdocs_theme.yml", "locales/*",
        *(f"*{ending}" for ending in markdown_extensions), *config.theme.static_templates,
    ]  # fmt: skip
    own = config.theme.custom_dir
    for folder in [own] if own and is_whole(Path(own)) else reversed(config.theme.dirs):
        for above, folders, names in os.walk(folder, followlinks=False):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = os.path.relpath(above, folder).replace(os.sep, "/")
            for name in names:
                path = name if below == "." else f"{below}/{name}"
                lower = path.lower()
                if not name.startswith(".") and not any(fnmatch.fnmatch(lower, pattern) for pattern in left_out):
                    yield path, os.path.join(above, name)


def place_templates(ready: Prepared, output: Output, everything: str, state: Path) -> None:
    """Write what the theme makes once for the whole site: the page for what is not there. The site map is our own."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    key = digest(everything, epoch, ready.files.state)
    known, names = kept.recall(state, TEMPLATES, key, ("", []))
    if known == digest(*(output.digest(name) for name in names)) and names:
        output.keep(*names)
        return
    pages = Pages(ready)
    written: list[str] = []
    for name in sorted(set(ready.config.theme.static_templates) - {SITE_MAP}):
        template = ready.environment.get_template(name)
        text = _build_template(name, template, pages, ready.config, ready.navigation)  # type: ignore[arg-type]
        if text.strip():
            output.put(name, text.encode())
            written.append(name)
    now = digest(*(output.digest(name) for name in written))
    kept.keep(state, TEMPLATES, key, (now, written))


class Pages:
    """The files of all pages of the site, each with its page while somebody looks at it: most templates do at none."""

    def __init__(self, ready: Prepared) -> None:
        self._ready = ready

    def __iter__(self) -> Iterator[File]:
        for file in self._ready.on_site:
            if file.is_documentation_page():
                before = file.page
                if before is None:
                    SitePage(None, file, self._ready.config)
                yield file
                file.page = before
