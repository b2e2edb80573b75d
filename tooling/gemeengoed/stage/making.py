"""Making units of pages: in this process, or shared among copies of it, which so have all that they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from gemeengoed import processes
from gemeengoed.cache import digest
from gemeengoed.files import write
from gemeengoed.ledger import Entry
from gemeengoed.output import Output
from gemeengoed.stage.notebook import Notebook
from gemeengoed.stage.page import Staged
from gemeengoed.stage.rows import Pages
from gemeengoed.stage.site import Site
from gemeengoed.stage.trace import Key, watching
from gemeengoed.stage.tree import finished
from gemeengoed.stage.watched import Meanwhile, work_out_all

FEW_UNITS, WORTH_IT = 12, 150
"""From how many units on one process that helps saves more than it costs, and from how many on more of them, with what
all units share worked out beforehand. At 10,000 items a copy takes 7 to 11 ms, and a unit 7 ms alone, 3 to 5 by two."""

_TOGETHER, _PARTS = 50, 20
"""How many units a process makes at most before it is given others, and in how many parts they are given where few."""

Makers = Mapping[str, Callable[[], Iterable[Staged]]]


class Made(NamedTuple):
    """A unit that was made: its pages, what was written, and the numbers of the keys that it read."""

    name: str
    pages: Pages
    written: list[tuple[str, Entry]]
    keys: list[int]


class Batch(NamedTuple):
    """Units that a process made. Keys have the number of their place in ``named``."""

    named: list[Key]
    made: list[Made]


class Shared(NamedTuple):
    """How work is shared: among so many processes, and what is worked out meanwhile, for all of them."""

    jobs: int = 1
    meanwhile: Meanwhile | None = None


ALONE = Shared()


@dataclass(frozen=True)
class Making:
    """What units are made with."""

    site: Site
    makers: Makers
    tree: Output

    def make(self, name: str, number: Callable[[Iterable[Key]], list[int]]) -> Made:
        """Make a unit, and write those of its pages that differ."""
        pages: Pages = []
        written: list[tuple[str, Entry]] = []
        with watching() as keys:
            for one in self.makers[name]():
                staged = finished(self.site, one)
                content = staged.text().encode()
                now = digest(content)
                pages.append((staged.path, now, staged.reserved))
                if self.tree.digest(staged.path) != now:
                    written.append((staged.path, write(self.tree.path, staged.path, content, now)))
        return Made(name, pages, written, number(keys))

    def batch(self, names: Sequence[str]) -> Batch:
        """Make some units, keys numbered among themselves."""
        numbers = Numbers()
        made = [self.make(name, numbers.of) for name in names]
        return Batch(numbers.named(), made)


class Numbers:
    """The keys that units of a batch read, by number. (Of all batches they would take 20 MB in each process.)"""

    def __init__(self) -> None:
        self._numbers: dict[Key, int] = {}

    def of(self, keys: Iterable[Key]) -> list[int]:
        """The numbers of keys."""
        numbers = self._numbers
        return [numbers.setdefault(key, len(numbers)) for key in keys]

    def named(self) -> list[Key]:
        """The keys, in the order of their numbers."""
        return [*self._numbers]


_working: Making | None = None


def make_units(making: Making, names: Sequence[str], notebook: Notebook, shared: Shared) -> Iterator[Made]:
    """Make units; with others, where many, which start as copies of this process and so have all that they need."""
    if shared.jobs < 2 or len(names) < FEW_UNITS or not processes.can_copy():
        yield from (making.make(name, notebook.numbers) for name in names)
        return
    batches = _by_two(making, names) if len(names) < WORTH_IT else _by_all(making, names, shared)
    for named, made in batches:
        numbers = notebook.numbered(named)
        yield from (one._replace(keys=sorted([numbers[key] for key in one.keys])) for one in made)


def _by_two(making: Making, names: Sequence[str]) -> Iterator[Batch]:
    """Make half of the units in a copy of this process, and the others here. Those of a sort stay together: the first
    of them works out what they share."""
    half = len(names) // 2
    given = processes.beside(partial(making.batch, names[half:]))
    yield making.batch(names[:half])
    yield given() or making.batch(names[half:])


def _by_all(making: Making, names: Sequence[str], shared: Shared) -> Iterator[Batch]:
    """Make units in batches, by as many processes as may share the work; whatever pages share is worked out before."""
    global _working
    work_out_all(making.site, shared.meanwhile)
    _working = making
    size = min(_TOGETHER, -(-len(names) // _PARTS))
    batches = [names[start : start + size] for start in range(0, len(names), size)]
    try:
        yield from processes.work_along(batches, _make_batch, shared.jobs)
    finally:
        _working = None


def _make_batch(names: Sequence[str]) -> Batch:
    assert _working is not None
    batch = _working.batch(names)
    processes.tidy()
    return batch
