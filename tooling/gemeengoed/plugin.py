"""The thin MkDocs plugin: it makes ``mkdocs build`` and ``mkdocs serve`` work on a commons, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger

from gemeengoed.build import WORK, stage_edition
from gemeengoed.checking import load_and_check
from gemeengoed.edition import EditionName
from gemeengoed.i18n import translator
from gemeengoed.output import Output
from gemeengoed.problems import Severity
from gemeengoed.render.chrome import chrome
from gemeengoed.render.configuration import DEFAULT_NAVIGATION, THEME, overrides_of
from gemeengoed.render.theme import ready_theme
from gemeengoed.report.text import one_line
from gemeengoed.search import SearchIndexError, index
from gemeengoed.settings import SettingsError, read_settings
from gemeengoed.stage.write import place_root_files

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
        tree = root / WORK / "plugin" / "tree"
        try:
            settings = read_settings(root)
        except SettingsError as error:
            raise PluginError(str(error)) from error
        commons, problems = load_and_check(root, settings)
        say = translator(settings.language)
        for problem in problems:
            log.warning(one_line(problem, say))
        if any(problem.severity is Severity.ERROR for problem in problems) and not self._serving:
            raise PluginError("The commons has errors; nothing was built. 'gemeengoed check' shows them.")
        stage_edition(root, commons, EditionName.PUBLIC, problems, Output(tree))
        config.docs_dir = str(tree)
        config.extra["gemeengoed"] = chrome(root, settings)
        config.nav = config.nav or DEFAULT_NAVIGATION
        written = overrides_of(root)
        others = [folder for folder in config.theme.dirs if Path(folder).resolve() != written.resolve()]
        config.theme.dirs[:] = [str(ready_theme(written, tree.with_name(THEME)).resolve()), *others]
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the files for the root of the site there, and index it."""
        site = Output(Path(config.site_dir))
        site.note_all()
        place_root_files(Path(config.docs_dir), site)
        try:
            index(Path(config.site_dir))
        except SearchIndexError as error:
            raise PluginError(str(error)) from error

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
