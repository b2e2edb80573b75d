"""Reading and checking many files in parallel, over any ``concurrent.futures.Executor``.

A batch of files is read and held against the checks that look no further than a file, and at the names of others; what
comes back is what the cache would have kept of them. So a run with helpers goes the way of any other, only with more in
its memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from gemeengoed.cache import Memory, Row
from gemeengoed.checks.declared import configured_checks
from gemeengoed.findings import Found as Findings
from gemeengoed.findings import Reach
from gemeengoed.load import COMMONS, fill, names
from gemeengoed.load.files import Found, walk
from gemeengoed.model import Commons
from gemeengoed.problems import Finding
from gemeengoed.processes import pool
from gemeengoed.revisions import History

WORTH_IT = 1000
"""From how many new files on helpers save more than they cost."""

_BATCHES = 4


@dataclass(frozen=True)
class Batch:
    """Files to read, and the commons that they are of, without its texts."""

    commons: Commons
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Surveyed:
    """What was read of a batch, and what was found in it."""

    rows: dict[str, Row]
    contents: dict[str, bytes]
    findings: Findings


def survey_anew(commons: Commons, memory: Memory, jobs: int) -> Findings | None:
    """Survey with so many processes, where nothing is known and it is worth it; else None."""
    if jobs < 2 or not is_much(commons.root, memory):
        return None
    pages = _pages(commons.root)
    with pool(jobs) as executor:
        return survey(commons, pages, memory, executor)


def is_much(root: Path, memory: Memory) -> bool:
    """Whether so much is to be read anew that helpers save more than they cost."""
    return not memory.files and len(_pages(root)) >= WORTH_IT


def _pages(root: Path) -> tuple[Found, ...]:
    return tuple(found for found in walk(root, COMMONS) if found.is_regular and found.path.endswith(".md"))


def survey(commons: Commons, pages: Sequence[Found], memory: Memory, executor: Executor) -> Findings:
    """Fill the memory with what helpers read of the pages; returns what they found, by check."""
    findings: Findings = {}
    for done in executor.map(read_batch, _batches(commons, pages)):
        kept = {path: row for path, row in done.rows.items() if path in done.contents}
        memory.read.update(kept)
        memory.contents.update(done.contents)
        for code, found in done.findings.items():
            findings.setdefault(code, []).extend(finding for finding in found if finding.path in kept)
    return findings


def _batches(commons: Commons, pages: Sequence[Found]) -> Iterator[Batch]:
    size, whole = -(-len(pages) // _BATCHES), replace(commons, told=names(commons.root))
    for start in range(0, len(pages), size):
        found = tuple(pages[start : start + size])
        known = commons.history.revisions
        revisions = {entry.path: known[entry.path] for entry in found if entry.path in known}
        yield Batch(replace(whole, history=History(revisions, commons.history.notice)), found)


def read_batch(batch: Batch) -> Surveyed:
    """Read a batch, and run over it the checks that look no further than a file."""
    memory = Memory(batch.commons.root)
    commons = fill(batch.commons, memory, batch.found, is_part=True)
    findings: dict[str, list[Finding]] = {}
    for check in configured_checks(commons.settings):
        if check.reach in (Reach.FILE, Reach.NAMES):
            findings[check.code] = list(check.findings(commons))
    return Surveyed(memory.seen, memory.contents, findings)
