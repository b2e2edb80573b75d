"""Zensical: the successor of Material for MkDocs, rendering the same tree."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from gemeengoed.output import Output
from gemeengoed.render.configuration import RenderError, theme_of
from gemeengoed.render.theme import is_whole


def render(configuration: Path, tree: Mapping[str, str], output: Output, jobs: int = 1) -> None:
    """Let ``output``, the ``site_dir`` of the configuration, hold the site of its tree. Raises RenderError.

    Zensical spreads its work itself, and renders everything: its own cache is not asked.
    """
    if find_spec("zensical") is None:
        raise RenderError("Zensical is not installed: pip install 'gemeengoed[zensical]'")
    shutil.rmtree(output.path, ignore_errors=True)  # it would write into files that another folder shares
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", str(configuration)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not output.path.is_dir():
        raise RenderError(f"Zensical could not render the site:\n{done.stdout}{done.stderr}")
    _leave_out(output.path, tree, theme_of(configuration))
    output.note_all()


def _leave_out(site: Path, tree: Mapping[str, str], theme: Path) -> None:
    """Remove the files of Zensical's own theme where no page loads them."""
    if not is_whole(theme):
        return
    for path in (site / "assets").rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name not in tree and not (theme / name).is_file():
            path.unlink()
