"""Rendering: a staged tree to HTML, by one of the engines. Both get the same tree and the same ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from gemeengoed.kinds.declare import Choice
from gemeengoed.output import Output
from gemeengoed.render import mkdocs, zensical
from gemeengoed.render.error import RenderError

__all__ = ["ENGINES", "PREPARE", "Engine", "RenderError"]


class Engine(Choice):
    """What renders the staged tree."""

    MKDOCS = "mkdocs", "MkDocs with Material"
    ZENSICAL = "zensical", "Zensical"


Render = Callable[[Path, Mapping[str, str], Output, int], None]
"""Lets an output hold the site of a tree: gets the configuration, the hashes of the tree's files, and how many jobs."""

PREPARE: dict[Engine, Callable[[Path, Path], None]] = {Engine.MKDOCS: mkdocs.prepare}
"""What an engine can do before it renders: gets the configuration of the last time, and the folder of the site."""

ENGINES: dict[Engine, Render] = {Engine.MKDOCS: mkdocs.render, Engine.ZENSICAL: zensical.render}
"""What each engine renders with."""
