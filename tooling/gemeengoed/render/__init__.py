"""Rendering: a staged tree to HTML, by one of the engines. Both get the same tree and the same ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gemeengoed.kinds.declare import Choice
from gemeengoed.render import mkdocs, zensical
from gemeengoed.render.configuration import RenderError

__all__ = ["ENGINES", "Engine", "RenderError"]


class Engine(Choice):
    """What renders the staged tree."""

    MKDOCS = "mkdocs", "MkDocs with Material"
    ZENSICAL = "zensical", "Zensical"


ENGINES: dict[Engine, Callable[[Path, Path], None]] = {Engine.MKDOCS: mkdocs.render, Engine.ZENSICAL: zensical.render}
"""Each engine's function from a configuration file and a folder to put the site in."""
