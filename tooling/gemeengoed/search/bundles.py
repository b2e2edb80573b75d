"""Bundles of Pagefind: pages in, a part of the index in its place, and what its entries say.

A page is given to Pagefind without what it need not read (``lean``), in a folder of the pages of that part alone.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from gemeengoed.cache import digest
from gemeengoed.files import write
from gemeengoed.folders import survey
from gemeengoed.ledger import NOTHING, Ledger
from gemeengoed.output import Output
from gemeengoed.search.about import ENTRY
from gemeengoed.search.canonical import MARK
from gemeengoed.search.lean import lean
from gemeengoed.search.run import BUNDLE, order_bundle, write_bundle

_NEEDED = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ENTRY)


class Said(NamedTuple):
    """What an entry of an index says: of which page it is, its name, the hash of what it says, its filters as JSON."""

    page: str
    entry: str
    said: str
    filters: str


class Bundle(NamedTuple):
    """What Pagefind made of some pages: what the entries say, and the files, by their path in it."""

    said: list[Said]
    files: Ledger


def index_each(site: Output, work: Path, parts: Mapping[str, Sequence[str]]) -> dict[str, Bundle]:
    """Index pages into several bundles; returns each. Raises SearchIndexError.

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
        return {bundle: future.result() for bundle, future in made.items()}


def index_some(site: Output, work: Path, names: Sequence[str], bundle: str) -> Bundle:
    """Index some pages into a bundle, which is returned. Raises SearchIndexError."""
    return index_each(site, work, {bundle: names})[bundle]


def _page_of(url: str) -> str:
    """The file of an address."""
    return f"{url.lstrip('/')}index.html" if url.endswith("/") else url.lstrip("/")


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
