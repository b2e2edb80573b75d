"""MkDocs with Material for MkDocs: the engine by default. Imported when it is needed: to check, it is not.

A page is rendered again when its fingerprint changed: its staged file, or what all pages share (``shared``). The rest
of the site stays as the last run left it, and is the same as if everything had been rendered.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about MkDocs 2, on every run

from pydantic import TypeAdapter

from gemeengoed import kept, processes
from gemeengoed.cache import digest, program
from gemeengoed.output import Output
from gemeengoed.render.error import RenderError

if TYPE_CHECKING:
    from gemeengoed.render.pages import Batch, Done, Prepared

Record = tuple[str, str, str, dict[str, bool]]
"""What is known of a page: hash of its staged file, path below the site, hash of its HTML, names that it links to."""

RECORDS = TypeAdapter(tuple[str, dict[str, Record]])
"""The pages as they were rendered, and the state of all that they share."""
STATE = "rendered.json"
BATCH = 100
WORTH_IT = 200
"""From how many pages on processes that help save more than they cost."""


def render(configuration: Path, tree: Mapping[str, str], output: Output, jobs: int = 1) -> None:
    """Let ``output`` hold the site of the tree that the configuration names. Raises RenderError.

    ``tree`` has the hash of every file of the tree.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    from gemeengoed.render import assets, listed, pages, shared

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    run = uuid4().hex
    try:
        ready = pages.prepared(str(configuration), str(output.path), run)
        if why := shared.needs_everything(ready.config):
            logging.getLogger("mkdocs").info("Everything is rendered: %s", why)
            build(ready.config)
            output.note_all()
            return
        state = configuration.with_name(STATE)
        before, records = kept.recall(state, RECORDS, digest(program()), ("", {}))
        ready.files.names = frozenset(tree)
        everything = shared.fingerprint(ready)
        on_site = listed.listed(ready, everything, configuration.with_name("listed.json"))
        fresh = _fresh(ready, on_site.pages, tree, output, records) if before == everything else set()
        records = _render_pages(ready, on_site.pages, tree, output, records, fresh, jobs, run)
        others = {name: tree[name] for name in on_site.others}
        assets.place_files(ready.config, others, output, configuration.with_name("placed.json"))
        assets.place_templates(ready, output, everything, configuration.with_name("templates.json"))
        kept.keep(state, RECORDS, digest(program()), (everything, records))
        pages.prepared.cache_clear()
    except (MkDocsException, SystemExit) as error:
        raise RenderError(f"MkDocs could not render the site: {error}") from error


def _render_pages(
    ready: Prepared,
    names: Sequence[str],
    tree: Mapping[str, str],
    output: Output,
    records: dict[str, Record],
    fresh: Set[str],
    jobs: int,
    run: str,
) -> dict[str, Record]:
    """Render the pages that are not fresh, keep the others; returns what is now known of all."""
    anew = [name for name in names if name not in fresh]
    now = {name: records[name] for name in fresh}
    for done in _done(ready, output, records, anew, jobs, run):
        now[done.name] = (tree.get(done.name, ""), done.target, done.digest, done.looked)
        if done.entry is None:
            output.keep(done.target)
        else:
            output.note(done.target, done.entry)
    for name in fresh:
        output.keep(records[name][1])
    return now


def _fresh(
    ready: Prepared, names: Iterable[str], tree: Mapping[str, str], output: Output, records: Mapping[str, Record]
) -> set[str]:
    """The pages that are on disk as they must be, while what pages share is as it was."""
    there, known = ready.files.names, ((name, records[name]) for name in names if name in records)
    return {
        name
        for name, (staged, target, written, looked) in known
        if tree.get(name) == staged
        and output.digest(target) == written
        and all((other in there) == was for other, was in looked.items())
    }


def _done(
    ready: Prepared, output: Output, records: Mapping[str, Record], names: Sequence[str], jobs: int, run: str
) -> Iterator[Done]:
    from gemeengoed.render.pages import render_batch

    batches = _batches(ready.config.config_file_path, output, records, names, run)
    if jobs < 2 or len(names) < WORTH_IT:
        for batch in batches:
            yield from render_batch(batch)
        return
    ready.warm_up()
    with processes.pool(jobs) as executor:
        yield from spread(executor, batches)


def spread(executor: Executor, batches: Iterable[Batch]) -> Iterator[Done]:
    """Render batches by whoever the executor has; any will do that shares the disk."""
    from gemeengoed.render.pages import render_batch

    for done in executor.map(render_batch, batches):
        yield from done


def _batches(
    configuration: str, output: Output, records: Mapping[str, Record], names: Sequence[str], run: str
) -> Iterator[Batch]:
    from gemeengoed.render.pages import Batch

    for start in range(0, len(names), BATCH):
        some = names[start : start + BATCH]
        before = ((name, output.digest(records[name][1]) if name in records else "") for name in some)
        yield Batch(configuration, str(output.path), run, tuple(before))
