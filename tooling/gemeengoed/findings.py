"""What the checks find: found anew only where it may differ from what an earlier run found.

A check says how far it looks (``REACH`` in its module). What one finds in a file that looks no further than that file
is as it was while the file is as it was. The result is the same as that of running every check over everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import Protocol

from pydantic import TypeAdapter, ValidationError

from gemeengoed.cache import Memory
from gemeengoed.model import Commons
from gemeengoed.problems import Finding


class Reach(Enum):
    """How far a check looks to judge a file."""

    FILE = "file"
    """At the file and what git knows of it, the registers and the settings. It is run with a part of the commons."""
    NAMES = "names"
    """Also at which files there are, by their names: while none comes or goes, only what changed is looked at."""
    OUTLINE = "outline"
    """Also at the front matter, headings and links of other files, all of which are in ``commons.whole``."""
    FRONT_MATTER = "front matter"
    """Only at front matter, of all files: while none has changed, nothing is looked for."""
    COMMONS = "commons"
    """At anything."""


class Finder(Protocol):
    """What this module must know of a check."""

    @property
    def code(self) -> str:
        """The name of the check."""
        ...

    @property
    def reach(self) -> Reach:
        """How far it looks."""
        ...

    @property
    def folders(self) -> frozenset[str]:
        """The folders of the only items that it looks at; empty when those of any kind matter."""
        ...

    @property
    def findings(self) -> Callable[[Commons], Iterator[Finding]]:
        """Finds where a commons breaks the rule."""
        ...


Found = dict[str, list[Finding]]
"""The findings by the code of their check."""

_NAME = "findings"
_KEPT = TypeAdapter(tuple[str, Found])


def find(checks: Sequence[Finder], commons: Commons, memory: Memory, told: Found | None = None) -> Found:
    """What every check finds; kept in the memory for the next run.

    ``told`` is what checks that look no further than a file found in those that were read for this run by others.
    """
    before, changed = _kept(commons, memory), memory.changed()
    if not changed and before.keys() >= {check.code for check in checks}:
        return {check.code: before[check.code] for check in checks}
    reach = _reach(commons, memory, changed)
    part = commons.part(changed)
    found: Found = {}
    for check in checks:
        if check.code in before and _is_elsewhere(check, reach, changed):
            found[check.code] = before[check.code]
        elif check.code in before and check.reach in reach:
            anew = (finding for finding in check.findings(part) if finding.path in changed)
            found[check.code] = [*(old for old in before[check.code] if old.path not in changed), *anew]
        else:
            found[check.code] = [*_rest(check, commons, memory, told)]
    if memory.path is not None:
        memory.keep(_NAME, _KEPT.dump_json((_day(commons), found)))
    return found


def _is_elsewhere(check: Finder, reach: tuple[Reach, ...], changed: Iterable[str]) -> bool:
    """Whether only texts changed that the check does not look at, or not at what changed in them."""
    if check.reach is Reach.FRONT_MATTER and check.reach in reach:
        return True
    return bool(reach and check.folders) and not any(path.split("/")[1] in check.folders for path in changed)


def _rest(check: Finder, commons: Commons, memory: Memory, told: Found | None) -> Iterator[Finding]:
    if told is None or check.code not in told:
        yield from check.findings(commons)
        return
    same = {path for path, row in memory.read.items() if row.is_like(memory.seen.get(path))}
    yield from (finding for finding in told[check.code] if finding.path in same)
    yield from check.findings(commons.part(memory.seen.keys() - same))


def _reach(commons: Commons, memory: Memory, changed: Iterable[str]) -> tuple[Reach, ...]:
    """The reaches within which only the changed files need be looked at."""
    texts = {text.path for text in commons.texts()}
    if not texts.issuperset(changed):
        return ()
    if any(path not in memory.files or path not in memory.seen for path in changed):
        return (Reach.FILE,)
    if any(memory.files[path].outline != memory.seen[path].outline for path in changed):
        return (Reach.FILE, Reach.NAMES)
    return tuple(reach for reach in Reach if reach is not Reach.COMMONS)


def _kept(commons: Commons, memory: Memory) -> Found:
    """What the last run found, where that was on this day: many a rule counts from today."""
    try:
        day, found = _KEPT.validate_json(memory.value(_NAME) or b"")
    except ValidationError:
        return {}
    return found if day == _day(commons) else {}


def _day(commons: Commons) -> str:
    return f"{commons.today} {commons.history.notice}"
