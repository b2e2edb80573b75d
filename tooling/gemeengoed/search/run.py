"""Pagefind itself, run over a folder of pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

from gemeengoed.expected import ExpectedError
from gemeengoed.search.canonical import put_in_order

BUNDLE = "pagefind/"


class SearchIndexError(ExpectedError):
    """Pagefind could not index the site; the message is its own."""


def run_pagefind(site: Path) -> None:
    """Write an index of the pages in a folder into ``pagefind`` below it. Raises SearchIndexError."""
    write_bundle(site)
    order_bundle(site / BUNDLE)


def write_bundle(site: Path) -> None:
    """Let Pagefind write its index, in the order that it happens to. Raises SearchIndexError."""
    command = [_program(), "--site", str(site), "--exclude-selectors", ".headerlink", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SearchIndexError(f"Pagefind could not index the site:\n{done.stdout}{done.stderr}")


def order_bundle(bundle: Path) -> None:
    """Put what Pagefind wrote in an order that follows from the pages. Raises SearchIndexError."""
    try:
        put_in_order(bundle)
    except (ValueError, KeyError, OSError) as error:
        raise SearchIndexError(f"The search index is not as expected: {error}") from error


def _program() -> str:
    """The program, without starting Python anew to find it."""
    import pagefind_bin

    return str(pagefind_bin.get_executable())
