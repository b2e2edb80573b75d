"""The search index: Pagefind over the rendered pages."""

from __future__ import annotations

from pathlib import Path

from gemeengoed.search.about import ABOUT, About, written
from gemeengoed.search.parts import recall_index, update_index
from gemeengoed.search.run import BUNDLE, SearchIndexError, run_pagefind

__all__ = ["SearchIndexError", "index", "recall_index", "update_index"]


def index(site: Path) -> None:
    """Write the search index of a rendered site into ``site/pagefind``, whole. Raises SearchIndexError."""
    run_pagefind(site)
    bundle = site / BUNDLE
    (bundle / ABOUT).write_bytes(written(bundle, About()))
