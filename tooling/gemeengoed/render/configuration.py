"""The configuration that an engine reads: the commons' own ``mkdocs.yml``, pointed at a staged tree."""

from __future__ import annotations

import os
import re
from pathlib import Path

import yaml

import gemeengoed
from gemeengoed.expected import ExpectedError
from gemeengoed.render.chrome import chrome
from gemeengoed.render.theme import ready_theme
from gemeengoed.settings import read_settings

THEME = "theme"
"""The folder beside the configuration that holds the theme, ready for an engine."""


class RenderError(ExpectedError):
    """The engine could not render; the message says why."""


def overrides_of(root: Path) -> Path:
    """The overrides of the theme as somebody wrote them: those of the commons, or those that come with the package."""
    own = root / "overrides"
    package = Path(gemeengoed.__file__).parent
    shipped = package / "overrides"
    return own if own.is_dir() else shipped if shipped.is_dir() else package.parents[1] / "overrides"


DEFAULT_NAVIGATION = ["index.md"]
"""The menu of a commons that sets none. Without one an engine puts every page in it: slow, and the theme's menu shows
titles as if they were HTML, which those of strangers must never be."""


def names_navigation(root: Path) -> bool:
    """Whether the ``mkdocs.yml`` of a commons sets the menu itself."""
    return re.search(r"^nav:", (root / "mkdocs.yml").read_text("utf-8"), re.MULTILINE) is not None


def write_configuration(root: Path, tree: Path, site: Path, target: Path) -> Path:
    """Write ``target``: ``mkdocs.yml`` of the commons with its folders replaced, and without the plugin that stages.

    The folders are named from ``target`` on, since Zensical takes no absolute ones.
    """
    theme = ready_theme(overrides_of(root), target.with_name(THEME))
    settings: dict[str, object] = {
        "INHERIT": str((root / "mkdocs.yml").resolve()),
        "docs_dir": os.path.relpath(tree, target.parent),
        "site_dir": os.path.relpath(site, target.parent),
        "theme": {"name": "material", "custom_dir": str(theme.resolve())},
        "plugins": [],
        "extra": {"gemeengoed": chrome(root, read_settings(root))},
    }
    if not names_navigation(root):
        settings["nav"] = DEFAULT_NAVIGATION
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")
    return target
