"""The thin MkDocs plugin: it makes ``mkdocs build`` and ``mkdocs serve`` work on a commons, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files

from gemeengoed.build import WORK
from gemeengoed.checking import load_and_check, recall_memory
from gemeengoed.edition import EditionName, select
from gemeengoed.i18n import translator
from gemeengoed.languages import language_sites, put_together
from gemeengoed.output import Output
from gemeengoed.problems import Severity
from gemeengoed.processes import cores
from gemeengoed.render import Engine, RenderError
from gemeengoed.render.chrome import chrome
from gemeengoed.render.configuration import DEFAULT_NAVIGATION, THEME
from gemeengoed.render.overrides import overrides_of
from gemeengoed.render.theme import is_whole, ready_theme
from gemeengoed.report.text import one_line
from gemeengoed.search import SearchIndexError, index, update_index
from gemeengoed.settings import SettingsError, read_settings
from gemeengoed.social_pictures import place_pictures
from gemeengoed.staging import configure, stage_languages

log = get_plugin_logger("gemeengoed")


class _AnyConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings are read and checked by ``gemeengoed.settings``, for both engines alike."""

    def validate(self) -> tuple[list[Any], list[Any]]:
        """Accept everything here."""
        return [], []


class GemeengoedPlugin(BasePlugin[_AnyConfig]):  # type: ignore[no-untyped-call]
    """Stages the commons before MkDocs reads its pages, and indexes the site after it wrote them."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether somebody is watching: then a problem is shown instead of stopping the server."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check and stage the commons, and point MkDocs at the staged tree."""
        root = Path(config.config_file_path).parent
        work = root / WORK / "plugin"
        try:
            settings = read_settings(root)
        except SettingsError as error:
            raise PluginError(str(error)) from error
        memory = recall_memory(root, settings)
        commons, problems = load_and_check(root, settings, memory=memory)
        say = translator(settings.language)
        for problem in problems:
            log.warning(one_line(problem, say))
        if any(problem.severity is Severity.ERROR for problem in problems) and not self._serving:
            raise PluginError("The commons has errors; nothing was built. 'gemeengoed check' shows them.")
        self._edition = select(commons, EditionName.PUBLIC, commons.history, problems)
        self._parts = language_sites(settings, work)
        stage_languages(self._parts, root, self._edition, memory, work, cores())
        tree = self._parts[0].tree.path
        config.docs_dir = str(tree)
        config.extra["gemeengoed"] = chrome(settings, settings.language, tree)
        config.nav = config.nav or DEFAULT_NAVIGATION
        written = overrides_of(root)
        others = [folder for folder in config.theme.dirs if Path(folder).resolve() != written.resolve()]
        config.theme.dirs[:] = [str(ready_theme(written, tree.with_name(THEME)).resolve()), *others]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what the engine's own theme brings along, where no page loads it."""
        ours, *engines = config.theme.dirs
        if is_whole(Path(ours)):
            for file in [file for file in files if file.src_dir in engines]:
                files.remove(file)
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the site, and put those in the other languages below it, and the files for its root."""
        root, others = Path(config.config_file_path).parent, self._parts[1:]
        for part in others:  # of a build that left it there (``--dirty``)
            shutil.rmtree(Path(config.site_dir) / part.base, ignore_errors=True)
        try:
            index(Path(config.site_dir))
            for part in others:
                configure(part, root, self._edition)
                part.render(Engine.MKDOCS, cores())
                update_index(part.made, part.work)
        except (SearchIndexError, RenderError) as error:
            raise PluginError(str(error)) from error
        site = Output(Path(config.site_dir))
        site.note_all()
        put_together(self._parts, site)
        place_pictures([part.tree.path for part in self._parts], site, self._parts[0].work / "pictures.json")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watch what people write, not what is staged from it."""
        server.unwatch(config.docs_dir)
        root = Path(config.config_file_path).parent
        for name in ("commons", "docs", "contributors.yaml", "overrides"):
            if (root / name).exists():
                server.watch(str(root / name))
        return server
