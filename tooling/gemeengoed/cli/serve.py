"""``gemeengoed serve``."""

from __future__ import annotations

from typing import Annotated

import typer

from gemeengoed.cli.options import HERE, Root
from gemeengoed.render import mkdocs
from gemeengoed.settings import FILE, read_settings


def serve(
    root: Root = HERE,
    port: Annotated[
        int, typer.Option("--port", help="The port to listen on, on this machine only.", min=1, max=65535)
    ] = 8000,
) -> None:
    """Show the site on this machine, and build it again whenever a file changes."""
    read_settings(root)
    mkdocs.serve(root / FILE, f"127.0.0.1:{port}")
