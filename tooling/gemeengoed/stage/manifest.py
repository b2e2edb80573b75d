"""``manifest.json``: every file of the commons that an edition may know of, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from gemeengoed.edition import Outcome
from gemeengoed.stage.json_text import json_text
from gemeengoed.stage.site import Site

VERSION = 1


def manifest_file(site: Site) -> Iterator[tuple[str, str]]:
    """The manifest of the edition being staged, as JSON in order of path."""
    yield "manifest.json", describe(site, site.edition.outcomes)


def describe(site: Site, outcomes: Iterable[Outcome]) -> str:
    """Outcomes as JSON: ``{"version": 1, "files": [{"path", "fate", "reason"?, "address"?}]}``."""
    return json_text({"version": VERSION, "files": [_entry(site, outcome) for outcome in outcomes]})


def _entry(site: Site, outcome: Outcome) -> dict[str, Any]:
    entry: dict[str, Any] = {"path": outcome.path, "fate": str(outcome.fate)}
    if outcome.reason is not None:
        entry["reason"] = site.words.message(outcome.reason)
    if outcome.ref:
        entry["address"] = site.addresses.page(outcome.ref)
    return entry
