"""Zensical: the successor of Material for MkDocs, rendering the same tree."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from gemeengoed.render.configuration import RenderError


def render(configuration: Path, site: Path) -> None:
    """Render the tree that the configuration names into its ``site_dir``. Raises RenderError."""
    if find_spec("zensical") is None:
        raise RenderError("Zensical is not installed: pip install 'gemeengoed[zensical]'")
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", str(configuration)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not site.is_dir():
        raise RenderError(f"Zensical could not render the site:\n{done.stdout}{done.stderr}")
