"""The search index: Pagefind over the rendered pages."""

from __future__ import annotations

from pathlib import Path

from gemeengoed.search.parts import update_index
from gemeengoed.search.run import SearchIndexError, run_pagefind

__all__ = ["SearchIndexError", "index", "update_index"]


def index(site: Path) -> None:
    """Write the search index of a rendered site into ``site/pagefind``, whole. Raises SearchIndexError."""
    run_pagefind(site)
    (site / "pagefind/parts.json").write_text('{"parts":[],"stale":{}}', "utf-8")
