"""MkDocs with Material for MkDocs: the engine by default. Imported when it is needed: to check, it is not."""

from __future__ import annotations

import logging
import os
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about MkDocs 2, on every run

from gemeengoed.render.configuration import RenderError


def render(configuration: Path, site: Path) -> None:
    """Render the tree that the configuration names into ``site``. Raises RenderError."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        build(load_config(config_file=str(configuration), site_dir=str(site)))
    except (MkDocsException, SystemExit) as error:
        raise RenderError(f"MkDocs could not render the site: {error}") from error


def serve(configuration: Path, address: str) -> None:
    """Serve the site of a commons at ``address``, through the plugin, until interrupted. Raises RenderError."""
    from mkdocs.commands import serve as live
    from mkdocs.exceptions import MkDocsException

    logging.getLogger("mkdocs").setLevel(logging.INFO)
    try:
        live.serve(config_file=str(configuration), dev_addr=address)
    except (MkDocsException, SystemExit) as error:
        raise RenderError(f"MkDocs could not serve the site: {error}") from error
