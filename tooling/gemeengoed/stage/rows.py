"""What units of pages are made of, as staging notes it for the next time: names in one text, numbers in one row.

A site of ten thousand items has twenty thousand units, which read two million keys in all. Where texts change, none of
this does, mostly; so it stands in a file by itself.
"""

from __future__ import annotations

from array import array
from base64 import b64encode
from binascii import a2b_base64
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from gemeengoed.columns import joined, kept_as, parted
from gemeengoed.stage.trace import Key

Numbers: TypeAlias = "array[int]"

Pages = list[tuple[str, str, bool | None]]
"""Path and hash of what is staged, and of a page whether it is reserved."""

_SOON_FOUND = 6
"""How many numbers are soonest found by looking for each: 5 ms a number of two million, 35 for all at once."""

_RESERVED: Mapping[str, bool | None] = {"": None, "0": False, "1": True}
_SAID = {value: said for said, value in _RESERVED.items()}


class Noted(NamedTuple):
    """What a unit made, and the numbers of the keys that it was made of."""

    pages: Pages
    keys: Numbers


@dataclass(frozen=True)
class Rows:
    """Which keys there are, what units and shared values are made of, and the paths of what units make.

    The paths and numbers of units stand one after another: those of a unit begin where ``pages_at`` and ``keys_at`` say
    at its place, and end where the next ones do. ``name`` tells these rows from any others.
    """

    name: str = ""
    keys: list[Key] = field(default_factory=list)
    shared: dict[str, Numbers] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    pages_at: Numbers = field(default_factory=lambda: array("I", [0]))
    keys_at: Numbers = field(default_factory=lambda: array("I", [0]))
    paths: list[str] = field(default_factory=list)
    reserved: list[str] = field(default_factory=list)
    numbers: Numbers = field(default_factory=lambda: array("I"))

    @cached_property
    def numbering(self) -> dict[Key, int]:
        """The number of each key."""
        return dict(zip(self.keys, range(len(self.keys)), strict=True))

    def is_like(self, other: Rows) -> bool:
        """Whether other rows say the same, by whatever name."""
        return replace(self, name=other.name) == other and [*self.units] == [*other.units]

    def paths_of(self, name: str) -> list[str]:
        """The paths of what a unit made."""
        place = self.units[name]
        return self.paths[self.pages_at[place] : self.pages_at[place + 1]]

    def paths_of_all(self, names: Set[str]) -> set[str]:
        """The paths of what some units made: all but those of the others, which are mostly few. (None stands twice.)"""
        left = self.units.keys() - names
        few = names if len(names) < len(left) else left
        paths = {path for name in few for path in self.paths_of(name)}
        return paths if few is names else {*self.paths} - paths

    def pages_of(self, name: str) -> Iterator[tuple[str, bool | None]]:
        """The same, each with whether it is reserved where it is a page."""
        place = self.units[name]
        said = self.reserved[self.pages_at[place] : self.pages_at[place + 1]]
        return zip(self.paths_of(name), map(_RESERVED.__getitem__, said), strict=True)

    def readers(self, keys: Set[int]) -> set[int]:
        """The places of the units that read one of these keys."""
        if len(keys) > _SOON_FOUND:
            spans = enumerate(pairwise(self.keys_at))
            return {place for place, (start, end) in spans if not keys.isdisjoint(self.numbers[start:end])}
        row = self.numbers.tobytes()
        return {bisect_right(self.keys_at, at) - 1 for key in keys for at in _places(row, key)}

    def with_keys(self, kept: Sequence[int]) -> Rows:
        """The same with some of the keys only, which have other numbers then; ``kept`` are those, in order."""
        anew = dict(zip(kept, range(len(kept)), strict=True))
        shared = {name: array("I", map(anew.__getitem__, some)) for name, some in self.shared.items()}
        numbers = array("I", map(anew.__getitem__, self.numbers))
        return replace(self, keys=[self.keys[number] for number in kept], shared=shared, numbers=numbers)

    def makers(self, paths: Iterable[int]) -> set[int]:
        """The places of the units that made what stands at these places among all paths."""
        return {bisect_right(self.pages_at, at) - 1 for at in paths}


def following(
    before: Rows, digests: Sequence[str], rows: Rows, made: Mapping[str, Noted | None]
) -> tuple[Rows, list[str]]:
    """``rows`` with what units ``made``, and the hashes of what stands at their paths, of which ``before`` has these.

    Of a unit that is as it was before, None stands in ``made``.
    """
    paths, reserved, now = list[str](), list[str](), list[str]()
    pages_at, keys_at, numbers = array("I", [0]), array("I", [0]), array("I")
    for one in _in_runs(made, before.units):
        if isinstance(one, Noted):
            paths += [path for path, _, _ in one.pages]
            now += [was for _, was, _ in one.pages]
            reserved += [_SAID[is_reserved] for _, _, is_reserved in one.pages]
            pages_at.append(len(paths))
            numbers += one.keys
            keys_at.append(len(numbers))
            continue
        pages, keys = (slice(at[one.start], at[one.stop]) for at in (before.pages_at, before.keys_at))
        _continue(pages_at, before.pages_at, one)
        _continue(keys_at, before.keys_at, one)
        paths += before.paths[pages]
        now += digests[pages]
        reserved += before.reserved[pages]
        numbers += before.numbers[keys]
    units = {unit: place for place, unit in enumerate(made)}
    return replace(
        rows, units=units, pages_at=pages_at, keys_at=keys_at, paths=paths, reserved=reserved, numbers=numbers
    ), now


def _in_runs(made: Mapping[str, Noted | None], before: Mapping[str, int]) -> Iterator[Noted | slice]:
    """What units made, one after another; those that are as they were by the runs of their places before."""
    start = end = 0
    for unit, noted in made.items():
        if noted is None and before[unit] == end:
            end += 1
            continue
        if start < end:
            yield slice(start, end)
        if noted is not None:
            yield noted
        start = before.get(unit, end) + (noted is not None)
        end = start + (noted is None)
    if start < end:
        yield slice(start, end)


def _continue(at: Numbers, others: Numbers, run: slice) -> None:
    """Let a row of places go on with a run of others, moved to where it ends."""
    by = at[-1] - others[run.start]
    some = others[run.start + 1 : run.stop + 1]
    at.extend(some if by == 0 else array("I", [place + by for place in some]))


@dataclass(frozen=True)
class _Columns:
    name: str
    keys: str
    units: str
    paths: str
    reserved: str
    pages_at: str
    keys_at: str
    numbers: str
    shared: dict[str, str]


def _columns(rows: Rows) -> _Columns:
    keys, units, paths, reserved = map(joined, (rows.keys, rows.units, rows.paths, rows.reserved))
    pages_at, keys_at, numbers = map(_text, (rows.pages_at, rows.keys_at, rows.numbers))
    shared = {name: _text(some) for name, some in rows.shared.items()}
    return _Columns(rows.name, keys, units, paths, reserved, pages_at, keys_at, numbers, shared)


def _rows(columns: _Columns) -> Rows:
    units, shared = parted(columns.units), columns.shared.items()
    found = Rows(
        columns.name, parted(columns.keys), {name: _numbers(some) for name, some in shared},
        {unit: place for place, unit in enumerate(units)}, _numbers(columns.pages_at), _numbers(columns.keys_at),
        parted(columns.paths), parted(columns.reserved), _numbers(columns.numbers),
    )  # fmt: skip
    if not _fits(found, len(units)):
        raise ValueError("rows that do not fit each other")
    return found


def _fits(rows: Rows, units: int) -> bool:
    """Whether everything is as long as it must be: a cache may hold anything. Numbers of units are looked at later."""
    return (
        len(rows.units) == units == len(rows.pages_at) - 1 == len(rows.keys_at) - 1
        and all([0, *at] == sorted([0, *at]) and at[0] == 0 for at in (rows.pages_at, rows.keys_at))
        and len({*rows.paths}) == len(rows.paths) == len(rows.reserved) == rows.pages_at[-1]
        and _RESERVED.keys() >= {*rows.reserved}
        and len(rows.numbers) == rows.keys_at[-1]
        and all(max(some) < len(rows.keys) for some in rows.shared.values() if some)
    )


ROWS = kept_as(_Columns, _columns, _rows)
"""How rows are kept."""


def _text(numbers: Numbers) -> str:
    return b64encode(numbers.tobytes()).decode("ascii")


def _numbers(text: str) -> Numbers:
    return array("I", a2b_base64(text, strict_mode=True))


def _places(row: bytes, key: int) -> Iterator[int]:
    """Where a number stands in a row of them."""
    sought = array("I", [key]).tobytes()
    at = row.find(sought)
    while at >= 0:
        if at % len(sought) == 0:
            yield at // len(sought)
        at = row.find(sought, at + 1)
