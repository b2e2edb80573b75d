"""The search index of a large site: some parts of a bounded size, and one with the pages that changed since.

Pagefind reads everything and takes two seconds of a processor and 220 MB for each thousand pages, so a change of one
page must not have it begin anew. A reader's browser asks all parts and merges what they find (Pagefind's own
multi-index search); ``parts.json`` names them, and says which entries of the older parts hold no longer, with their
filters, so that the figures beside those are right too. A site of at most ``SMALL`` pages has one part, made anew each
time.

Parts of ``PART`` pages keep Pagefind below 1 GB: 3,371 took 0.75, 5,057 took 1.13. Each costs a reader a file of some
20 kB, or two, for a word that one looks for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from gemeengoed import kept
from gemeengoed.cache import digest, program
from gemeengoed.ledger import NONE
from gemeengoed.output import Output
from gemeengoed.search.about import ABOUT, About, written
from gemeengoed.search.bundles import index_each, index_some
from gemeengoed.search.indexed import STATE, Indexed, State
from gemeengoed.search.later import LATER, update_later
from gemeengoed.search.lean import is_searched
from gemeengoed.search.run import BUNDLE, SearchIndexError
from gemeengoed.search.spread import orders_of, spread

SMALL = 500
PART = 4_400
SHARE = 50
"""The part of changed pages may hold one in so many pages; then everything is indexed anew."""

PARTS = BUNDLE + ABOUT


def update_index(site: Output, work: Path) -> None:
    """Let the site have a search index of its pages as they are now. Raises SearchIndexError.

    ``work`` is a folder that stays from run to run; what is there that no longer fits is not used.
    """
    pages = {
        name: entry.digest for name, entry in site.wanted() if name.endswith(".html") and not name.startswith(BUNDLE)
    }
    if len(pages) <= SMALL:
        _index_whole(site, work, sorted(pages))
    elif not _add_changed(site, work, pages):
        _index_in_parts(site, work, pages)


def _index_whole(site: Output, work: Path, pages: Sequence[str]) -> None:
    _clear(site, BUNDLE)
    index_some(site, work, [name for name in pages if is_searched(_html(site, name))] or pages, BUNDLE)
    _write_parts(site, About())


def _index_in_parts(site: Output, work: Path, pages: dict[str, str]) -> None:
    """Index everything anew, in as few parts as their size allows."""
    ordered = {name: orders for name in pages if (orders := _orders(site, name)) is not None}
    divided = spread(ordered, PART)
    _clear(site, BUNDLE)
    names = [f"part-{part}/" for part in range(1, len(divided.parts))]
    made = index_each(site, work, dict(zip([BUNDLE, *(BUNDLE + name for name in names)], divided.parts, strict=True)))
    _write_parts(site, About(names, {}, divided.rest))
    known = {name: Indexed(known) for name, known in pages.items()}
    known |= {one.page: Indexed(pages[one.page], *one[1:]) for bundle in made.values() for one in bundle.said}
    files = {name: entry.digest for name, entry in site.files.items() if name.startswith(BUNDLE) and name != PARTS}
    kept.keep(work / "indexed.json", STATE, digest(program()), State(known, files, divided.rest))


def _add_changed(site: Output, work: Path, pages: Mapping[str, str]) -> bool:
    """Index only what changed since the older parts were made; False where those do not stand or too much changed."""
    state, files = recall_index(work), site.files
    if not state.files or any(files.get(name, NONE).digest != known for name, known in state.files.items()):
        return False
    older = state.pages
    changed = {name: now for name, now in pages.items() if name not in older or older[name].digest != now}
    gone = older.keys() - pages.keys()
    if (len(changed) + len(gone)) * SHARE > len(pages):
        return False
    later = update_later(site, work, changed, state)
    no_longer = (older[name] for name in sorted({*changed, *gone} - later.older_hold) if name in older)
    stale = {known.entry: json.loads(known.filters) for known in no_longer if known.entry}
    site.keep(*state.files)
    names = [*filter(None, state.parts), *([LATER] if later.files else [])]
    _write_parts(site, About(names, stale, state.rest))
    return True


def recall_index(work: Path) -> State:
    """What is known of the older parts of the index of a large site."""
    return kept.recall(work / "indexed.json", STATE, digest(program()), State({}, {}, {}))


def _html(site: Output, name: str) -> bytes:
    return (site.path / name).read_bytes()


def _orders(site: Output, name: str) -> dict[str, str] | None:
    """The place of a page in each order that one may sort by; None for a page that is not searched."""
    html = _html(site, name)
    return orders_of(html) if is_searched(html) else None


def _clear(site: Output, below: str) -> None:
    site.remove([name for name in site.files if name.startswith(below)])


def _write_parts(site: Output, about: About) -> None:
    site.put(PARTS, written(site.path / BUNDLE, about))


__all__ = ["SearchIndexError", "recall_index", "update_index"]
