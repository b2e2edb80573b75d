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

import gzip
import json
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import digest, program
from gemeengoed.files import write
from gemeengoed.folders import survey
from gemeengoed.ledger import NOTHING, Ledger
from gemeengoed.output import Output
from gemeengoed.search.about import ABOUT, ENTRY, About, written
from gemeengoed.search.canonical import MARK
from gemeengoed.search.indexed import STATE, Indexed, State
from gemeengoed.search.lean import lean
from gemeengoed.search.run import BUNDLE, SearchIndexError, order_bundle, write_bundle
from gemeengoed.search.spread import orders_of, spread

SMALL = 500
PART = 4_400
SHARE = 50
"""The part of changed pages may hold one in so many pages; then everything is indexed anew."""

LATER = "later/"
PARTS = BUNDLE + ABOUT
_SEARCHED = b"data-pagefind-body"
_NEEDED = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ENTRY)


class Said(NamedTuple):
    """What an entry of an index says: of which page it is, its name, the hash of what it says, its filters as JSON."""

    page: str
    entry: str
    said: str
    filters: str


LATER_STATE = TypeAdapter(tuple[dict[str, str], list[str]])
"""Of the newest part: the hashes of its files, and the pages of which nothing changed that is searched."""


def update_index(site: Output, work: Path) -> None:
    """Let the site have a search index of its pages as they are now. Raises SearchIndexError.

    ``work`` is a folder that stays from run to run; what is there that no longer fits is not used.
    """
    pages = {name: entry.digest for name, entry in site.wanted() if _is_page(name)}
    if len(pages) <= SMALL:
        _index_whole(site, work, sorted(pages))
    elif not _add_changed(site, work, pages):
        _index_in_parts(site, work, pages)
    site.keep(*(name for name in site.files if name.startswith(BUNDLE)))


def _is_page(name: str) -> bool:
    return name.endswith(".html") and not name.startswith(BUNDLE)


def _index_whole(site: Output, work: Path, pages: Sequence[str]) -> None:
    _clear(site, BUNDLE)
    _index_some(site, work, [name for name in pages if _is_searched(site, name)] or pages, BUNDLE)
    _write_parts(site, About())


def _index_in_parts(site: Output, work: Path, pages: dict[str, str]) -> None:
    """Index everything anew, in as few parts as their size allows."""
    ordered = {name: orders for name in pages if (orders := _orders(site, name)) is not None}
    divided = spread(ordered, PART)
    _clear(site, BUNDLE)
    names = [f"part-{part}/" for part in range(1, len(divided.parts))]
    said = _index_each(site, work, dict(zip([BUNDLE, *(BUNDLE + name for name in names)], divided.parts, strict=True)))
    _write_parts(site, About(names, {}, divided.rest))
    known = {name: Indexed(known) for name, known in pages.items()}
    known |= {one.page: Indexed(pages[one.page], *one[1:]) for one in said}
    files = {name: entry.digest for name, entry in site.files.items() if name.startswith(BUNDLE) and name != PARTS}
    kept.keep(work / "indexed.json", STATE, digest(program()), State(known, files, divided.rest))


def _add_changed(site: Output, work: Path, pages: dict[str, str]) -> bool:
    """Index only what changed since the older parts were made; False where those do not stand or too much changed."""
    state = recall_index(work)
    if not state.files or any(site.digest(name) != known for name, known in state.files.items()):
        return False
    changed = [name for name, now in pages.items() if name not in state.pages or state.pages[name].digest != now]
    gone = state.pages.keys() - pages.keys()
    if (len(changed) + len(gone)) * SHARE > len(pages):
        return False
    again = sorted(name for name in changed if _is_searched(site, name))
    version = digest(*(f"{name} {pages[name]}" for name in again))
    files, same = kept.recall(work / "later.json", LATER_STATE, version, ({}, []))
    if not files or any(site.digest(name) != was for name, was in files.items()):
        same = _index_later(site, work, again, state)
        files = {name: entry.digest for name, entry in site.files.items() if name.startswith(BUNDLE + LATER)}
        kept.keep(work / "later.json", LATER_STATE, version, (files, same))
    left = {*changed, *gone} - {*same}
    no_longer = (state.pages[name] for name in sorted(left & state.pages.keys()))
    stale = {known.entry: json.loads(known.filters) for known in no_longer if known.entry}
    older = sorted({name.split("/")[1] + "/" for name in state.files if name.startswith(f"{BUNDLE}part-")})
    _write_parts(site, About([*older, *([LATER] if files else [])], stale, state.rest))
    return True


def recall_index(work: Path) -> State:
    """What is known of the older parts of the index of a large site."""
    return kept.recall(work / "indexed.json", STATE, digest(program()), State({}, {}, {}))


def _index_later(site: Output, work: Path, names: Sequence[str], state: State) -> list[str]:
    """Index the pages that changed; returns those of which nothing changed that is searched.

    Of those the entry in an older part holds, so they are left out.
    """
    _clear(site, BUNDLE + LATER)
    if not names:
        return []
    now = {one.page: one.said for one in _index_some(site, work, names, BUNDLE + LATER)}
    same = [name for name in names if name in state.pages and now.get(name) == state.pages[name].said]
    if same:
        _clear(site, BUNDLE + LATER)
        if left := [name for name in names if name not in same]:
            _index_some(site, work, left, BUNDLE + LATER)
    return same


def _page_of(url: str) -> str:
    """The file of an address."""
    return f"{url.lstrip('/')}index.html" if url.endswith("/") else url.lstrip("/")


def _is_searched(site: Output, name: str) -> bool:
    return _SEARCHED in (site.path / name).read_bytes()


def _orders(site: Output, name: str) -> dict[str, str] | None:
    """The place of a page in each order that one may sort by; None for a page that is not searched."""
    html = (site.path / name).read_bytes()
    return orders_of(html) if _SEARCHED in html else None


def _clear(site: Output, below: str) -> None:
    site.remove([name for name in site.files if name.startswith(below)])


class Bundle(NamedTuple):
    """What Pagefind made of some pages: what the entries say, and the files, by their path in it."""

    said: list[Said]
    files: Ledger


def _index_each(site: Output, work: Path, parts: Mapping[str, Sequence[str]]) -> list[Said]:
    """Index pages into several bundles; returns what these say.

    While Pagefind has one part, the next is laid out, and the last is put in its place.
    """
    bundles, made = list(parts), dict[str, Future[Bundle]]()

    def lay_out(at: int) -> Path:
        return _lay_out(site, work / f"some-{at}", parts[bundles[at]])

    with ThreadPoolExecutor(1) as helper:
        laid = helper.submit(lay_out, 0)
        for at, bundle in enumerate(bundles):
            some = laid.result()
            if at + 1 < len(bundles):
                laid = helper.submit(lay_out, at + 1)
            write_bundle(some)
            made[bundle] = helper.submit(_place, some, site.path, bundle)
            helper.submit(shutil.rmtree, some, ignore_errors=True)
        for bundle, future in made.items():
            for name, entry in future.result().files.items():
                site.note(bundle + name, entry)
        return [one for future in made.values() for one in future.result().said]


def _index_some(site: Output, work: Path, names: Sequence[str], bundle: str) -> list[Said]:
    """Index some pages into a bundle; returns what this says."""
    return _index_each(site, work, {bundle: names})


def _lay_out(site: Output, some: Path, names: Sequence[str]) -> Path:
    """Put what Pagefind reads of some pages in a folder of their own, in order: it goes by that in which a disk tells
    them. Returns the folder."""
    shutil.rmtree(some, ignore_errors=True)
    for name in names:
        write(some, name, lean((site.path / name).read_bytes()), "-")
    return some


def _place(some: Path, site: Path, bundle: str) -> Bundle:
    """Put what Pagefind made in a folder into the site. Only the first brings the program that readers load."""
    made, place = some / BUNDLE, site / bundle
    order_bundle(made)
    if bundle != BUNDLE:
        for file in [path for path in made.rglob("*") if path.is_file() and not path.name.endswith(_NEEDED)]:
            file.unlink()
    told = Bundle(_said_in(made), survey(made, NOTHING).files)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)
    shutil.move(made, place)
    return told


def _said_in(bundle: Path) -> list[Said]:
    """What every entry of a bundle says."""
    said = []
    for file in sorted((bundle / "fragment").rglob("*.pf_fragment")):
        content = gzip.decompress(file.read_bytes()).removeprefix(MARK)
        entry = json.loads(content)
        name = f"{file.parent.name}/{file.stem}"
        said.append(Said(_page_of(entry["url"]), name, digest(content), json.dumps(entry["filters"])))
    return said


def _write_parts(site: Output, about: About) -> None:
    site.put(PARTS, written(site.path / BUNDLE, about))


__all__ = ["SearchIndexError", "recall_index", "update_index"]
