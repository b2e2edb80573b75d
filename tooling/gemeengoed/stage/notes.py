"""What staging notes for the next time, as it is kept: names in one text, numbers in one row, so that it is soon read.

A site of ten thousand items has twenty thousand units, which read two million keys in all.
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from gemeengoed.output import NONE, Output
from gemeengoed.stage.trace import Key
from gemeengoed.stage.write import Copied

KeyRow: TypeAlias = "array[int]"
"""Numbers of keys."""

Pages = list[tuple[str, str, bool | None]]
"""Path and hash of what is staged, and of a page whether it is reserved."""

_END = "\x7f"
"""What ends each of several names in one text. One that holds it makes the notes worthless, not wrong."""

_FEW = 32
"""How many numbers are soonest found by looking for each."""

_RESERVED: Mapping[str, bool | None] = {"": None, "0": False, "1": True}
_SAID = {value: said for said, value in _RESERVED.items()}


class Noted(NamedTuple):
    """What a unit made, and what it was made of."""

    pages: Pages
    keys: KeyRow


class Packed(NamedTuple):
    """The notes as they are kept. The units' pages and numbers stand one after another; ``sizes`` says whose are which.

    ``others`` is the state of everything but the texts of items, ``used`` how many keys there were when those that
    nothing reads were last left out. ``values`` is the state of the shared values that are kept beside the notes: those
    of another run, which was ended between the two, are not of these.
    """

    others: str
    used: int
    keys: str
    states: str
    shared: dict[str, list[int]]
    units: str
    sizes: list[tuple[int, int]]
    pages: str
    numbers: str
    copied: Copied
    values: str


class Notes:
    """The notes of the last time. Those of which the parts do not fit together are as if there were none."""

    def __init__(self, packed: Packed | None = None) -> None:
        packed = packed or Packed("", 0, "", "", {}, "", [], "", "", {}, "")
        self.others, self.used, self.shared, self.copied = packed.others, packed.used, packed.shared, packed.copied
        self.values = packed.values
        self.keys, self.states = _names(packed.keys), _names(packed.states)
        self.numbers = _numbers(packed.numbers)
        self.units = {name: place for place, name in enumerate(_names(packed.units))}
        fields = _names(packed.pages)
        self.paths, self.digests, self.reserved = fields[::3], fields[1::3], fields[2::3]
        self._pages = [0, *accumulate(pages for pages, _ in packed.sizes)]
        self._starts = [0, *accumulate(keys for _, keys in packed.sizes)]
        if not self._fits(len(packed.sizes)):
            Notes.__init__(self)

    def _fits(self, units: int) -> bool:
        """Whether everything is as long as it must be, and every number is that of a key: a cache may hold anything."""
        numbers = [self.numbers, *self.shared.values()]
        return (
            len(self.keys) == len(self.states)
            and len(self.units) == units
            and len(self.paths) == len(self.reserved) == self._pages[-1]
            and _RESERVED.keys() >= {*self.reserved}
            and len(self.numbers) == self._starts[-1]
            and all(min(some) >= 0 and max(some) < len(self.keys) for some in numbers if some)
        )

    def keys_of(self, place: int) -> KeyRow:
        """The numbers of the keys that a unit was made of."""
        return self.numbers[self._starts[place] : self._starts[place + 1]]

    def pages_of(self, place: int) -> Iterator[tuple[str, str, bool | None]]:
        """What a unit made."""
        for at in range(self._pages[place], self._pages[place + 1]):
            yield self.paths[at], self.digests[at], _RESERVED[self.reserved[at]]

    def readers(self, keys: Set[int]) -> set[int]:
        """The units that read one of these keys."""
        if len(keys) > _FEW:
            spans = enumerate(pairwise(self._starts))
            return {place for place, (start, end) in spans if not keys.isdisjoint(self.numbers[start:end])}
        row = self.numbers.tobytes()
        return {bisect_right(self._starts, at) - 1 for key in keys for at in _places(row, key)}

    def damaged(self, tree: Output) -> set[int]:
        """The units that made something which the tree does not hold."""
        made, files = enumerate(zip(self.paths, self.digests, strict=True)), tree.files
        return {bisect_right(self._pages, at) - 1 for at, (path, was) in made if files.get(path, NONE).digest != was}


def pack(
    notes: Notes, made: Mapping[str, Noted | None], others: str, used: int, keys: Iterable[Key], states: Iterable[str],
    shared: dict[str, list[int]], copied: Copied, values: str, anew: Sequence[int] | None = None,
) -> Packed:  # fmt: skip
    """Notes to keep. Of what was ``made``, None stands for what the notes of the last time have of the unit.

    ``anew`` has the new number of every key, where they get others.
    """
    numbers, pages, sizes = array("I"), list[str](), list[tuple[int, int]]()
    for name, noted in made.items():
        place = notes.units[name] if noted is None else -1
        own = notes.keys_of(place) if noted is None else noted.keys
        numbers.extend(own if anew is None else array("I", sorted(map(anew.__getitem__, own))))
        some = notes.pages_of(place) if noted is None else noted.pages
        fields = [field for path, was, is_reserved in some for field in (path, was, _SAID[is_reserved])]
        pages += fields
        sizes.append((len(fields) // 3, len(own)))
    row = b64encode(numbers.tobytes()).decode("ascii")
    return Packed(
        others, used, _text(keys), _text(states), shared, _text(made), sizes, _text(pages), row, copied, values
    )


def _numbers(text: str) -> KeyRow:
    """The numbers in a text; none where it is broken, which then does not fit the other parts."""
    try:
        return array("I", b64decode(text, validate=True))
    except ValueError:
        return array("I")


def _names(text: str) -> list[str]:
    return text.split(_END)[:-1]


def _text(names: Iterable[str]) -> str:
    return _END.join([*names, ""])


def _places(row: bytes, key: int) -> Iterator[int]:
    """Where a number stands in a row of them."""
    sought = array("I", [key]).tobytes()
    at = row.find(sought)
    while at >= 0:
        if at % len(sought) == 0:
            yield at // len(sought)
        at = row.find(sought, at + 1)
