"""The search index: Pagefind over the rendered pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gemeengoed.search.canonical import put_in_order


class SearchIndexError(Exception):
    """Pagefind could not index the site; the message is its own."""


def index(site: Path) -> None:
    """Write the search index of a rendered site into ``site/pagefind``. Raises SearchIndexError."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--exclude-selectors", ".headerlink", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SearchIndexError(f"Pagefind could not index the site:\n{done.stdout}{done.stderr}")
    try:
        put_in_order(site / "pagefind")
    except (ValueError, KeyError, OSError) as error:
        raise SearchIndexError(f"The search index is not as expected: {error}") from error
