"""MkDocs with Material for MkDocs: the engine by default. Imported when it is needed: to check, it is not.

A page is rendered again when its fingerprint changed: its staged file, or what all pages share (``shared``). The rest
of the site stays as the last run left it, and is the same as if everything had been rendered.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Executor
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about MkDocs 2, on every run

from gemeengoed import kept, processes
from gemeengoed.cache import digest, program
from gemeengoed.output import Output
from gemeengoed.render.error import RenderError
from gemeengoed.render.rendered import RENDERED, Record, Rendered

if TYPE_CHECKING:
    from gemeengoed.render.pages import Batch, Done, Prepared

STATE = "rendered.json"
BATCH = 100
WORTH_IT = 200
"""From how many pages on processes that help save more than they cost."""


def prepare(configuration: Path, site: Path) -> None:
    """Import and read what renders, for whoever waits and will render something after that."""
    from mkdocs.commands import build  # noqa: F401
    from mkdocs.exceptions import MkDocsException

    from gemeengoed.render import assets, listed, pages, shared  # noqa: F401

    if configuration.is_file():
        _recall(configuration)
        log = logging.getLogger("mkdocs.config")
        log.addFilter(_is_no_error)  # whoever renders reads it again then, and tells them
        with suppress(MkDocsException, SystemExit):
            pages.prepared(str(configuration), str(site), digest(configuration.read_bytes()))
        log.removeFilter(_is_no_error)


def _is_no_error(record: logging.LogRecord) -> bool:
    return record.levelno < logging.ERROR


def render(configuration: Path, tree: Mapping[str, str], output: Output, jobs: int = 1) -> None:
    """Let ``output`` hold the site of the tree that the configuration names. Raises RenderError.

    ``tree`` has the hash of every file of the tree.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    from gemeengoed.render import assets, listed, shared
    from gemeengoed.render import pages as rendering

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        state = digest(configuration.read_bytes())
        ready = rendering.prepared(str(configuration), str(output.path), state)
        if why := shared.needs_everything(ready.config):
            logging.getLogger("mkdocs").info("Everything is rendered: %s", why)
            build(ready.config)
            output.note_all()
            return
        before = _recall(configuration)
        ready.files.names = frozenset(tree)
        everything = shared.fingerprint(ready)
        on_site = listed.listed(ready, everything, configuration.with_name("listed.json"))
        there, now = ready.files.names, ready.files.state
        is_same = before.everything == everything
        fresh = before.fresh(on_site.pages, tree, there, now, output) if is_same else set[str]()
        others = {name: tree[name] for name in on_site.others}
        place = partial(assets.place_files, ready.config, others, output, configuration.with_name("placed.json"))
        pages = _render_pages(ready, on_site.pages, tree, output, before.pages, fresh, jobs, state, place)
        assets.place_templates(ready, output, everything, configuration.with_name("templates.json"))
        kept.keep(configuration.with_name(STATE), RENDERED, digest(program()), Rendered(everything, now, pages))
        rendering.let_go(str(configuration), str(output.path), state)
    except (MkDocsException, SystemExit) as error:
        raise RenderError(f"MkDocs could not render the site: {error}") from error


def _recall(configuration: Path) -> Rendered:
    """What is known of the pages that were rendered."""
    return kept.recall(configuration.with_name(STATE), RENDERED, digest(program()), Rendered())


def _render_pages(
    ready: Prepared,
    names: Sequence[str],
    tree: Mapping[str, str],
    output: Output,
    records: Mapping[str, Record],
    fresh: Set[str],
    jobs: int,
    state: str,
    meanwhile: Callable[[], None],
) -> dict[str, Record]:
    """Render the pages that are not fresh, keep the others; returns what is now known of all.

    ``meanwhile`` is done while helpers render.
    """
    anew = [name for name in names if name not in fresh]
    now = {name: records[name] for name in fresh}
    for done in _done(ready, output, records, anew, jobs, state, meanwhile):
        now[done.name] = Record(tree.get(done.name, ""), done.target, done.digest, json.dumps(done.looked))
        if done.entry is None:
            output.keep(done.target)
        else:
            output.note(done.target, done.entry)
    output.keep(*(records[name].target for name in fresh))
    return now


def _done(
    ready: Prepared,
    output: Output,
    records: Mapping[str, Record],
    names: Sequence[str],
    jobs: int,
    state: str,
    meanwhile: Callable[[], None],
) -> Iterator[Done]:
    from gemeengoed.render.pages import render_batch

    batches = _batches(ready.config.config_file_path, output, records, names, state)
    if jobs < 2 or len(names) < WORTH_IT:
        meanwhile()
        for batch in batches:
            yield from render_batch(batch)
        return
    ready.warm_up()
    with processes.pool(jobs) as executor:
        done = spread(executor, batches)
        meanwhile()
        yield from done


def spread(executor: Executor, batches: Iterable[Batch]) -> Iterator[Done]:
    """Have batches rendered by whoever the executor has; any will do that shares the disk."""
    from gemeengoed.render.pages import render_batch

    return chain.from_iterable(executor.map(render_batch, batches))


def _batches(
    configuration: str, output: Output, records: Mapping[str, Record], names: Sequence[str], state: str
) -> Iterator[Batch]:
    from gemeengoed.render.pages import Batch

    for start in range(0, len(names), BATCH):
        some = names[start : start + BATCH]
        before = ((name, output.digest(records[name].target) if name in records else "") for name in some)
        yield Batch(configuration, str(output.path), state, tuple(before))
