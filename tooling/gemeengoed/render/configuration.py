"""The configuration that an engine reads: the commons' own ``mkdocs.yml``, pointed at a staged tree."""

from __future__ import annotations

import os
import re
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from gemeengoed.render.chrome import chrome
from gemeengoed.render.overrides import overrides_of
from gemeengoed.render.theme import ready_theme
from gemeengoed.render.translated import Place, translated
from gemeengoed.settings import FILE, SiteLanguage, read_settings

THEME = "theme"
"""The folder beside the configuration that holds the theme, ready for an engine."""


DEFAULT_NAVIGATION = ["index.md"]
"""The menu of a commons that sets none. Without one an engine puts every page in it: slow, and the theme's menu shows
titles as if they were HTML, which those of strangers must never be."""


def names_navigation(root: Path) -> bool:
    """Whether the ``mkdocs.yml`` of a commons sets the menu itself."""
    return re.search(r"^nav:", (root / "mkdocs.yml").read_text("utf-8"), re.MULTILINE) is not None


def theme_of(configuration: Path) -> Path:
    """The folder of the theme that a written configuration names."""
    with configuration.open(encoding="utf-8") as written:
        return Path(yaml_load(written)["theme"]["custom_dir"])


def write_configuration(
    root: Path,
    tree: Path,
    site: Path,
    target: Path,
    language: SiteLanguage | None = None,
    place: Place = str,
    theme_at: Path | None = None,
) -> Path:
    """Write ``target``: ``mkdocs.yml`` of the commons with its folders replaced, and without the plugin that stages.

    The folders are named from ``target`` on, since Zensical takes no absolute ones. In another ``language`` than the
    first its words are translated, and its menu leads to the ``place`` of each page. The theme is made ready in the
    folder ``theme_at``, by default beside ``target``.
    """
    own = read_settings(root)
    shown = language or own.shown_in[0]
    ready = ready_theme(overrides_of(root), (theme_at or target.parent) / THEME)
    theme: dict[str, object] = {"name": "material", "custom_dir": str(ready.resolve())}
    settings: dict[str, object] = {
        "INHERIT": str((root / "mkdocs.yml").resolve()),
        "docs_dir": os.path.relpath(tree, target.parent),
        "site_dir": os.path.relpath(site, target.parent),
        "theme": theme,
        "plugins": [],
        "extra": {"gemeengoed": chrome(own, shown.locale, tree)},
    }
    if not names_navigation(root):
        settings["nav"] = DEFAULT_NAVIGATION
    texts: dict[str, str] = {}
    if shown.locale != own.language:
        texts = translated((root / FILE).read_text("utf-8"), shown.translations, place)
        theme["language"] = str(shown.locale)
        settings["site_url"] = own.address_in(shown.locale)
    target.parent.mkdir(parents=True, exist_ok=True)
    written = yaml.dump(settings, Dumper=yaml.CSafeDumper, sort_keys=False)
    target.write_text("".join([written, *texts.values()]), "utf-8")
    return target
