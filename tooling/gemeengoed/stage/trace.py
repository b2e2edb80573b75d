"""Which parts of the commons a page was made of, found by watching what its making reads.

What staging reads of an edition goes through watched mappings and items (``watched``). While a unit of pages is made,
every name that is asked for is noted as a key: ``title tips/kort``, ``backlinks tips/kort``, ``contributor an``,
``today``; ``by_kind tips #`` is how many there are, ``by_kind tips ~`` which there are, in whatever order,
``contributor *`` which names. Each key has a state, the hash of what it stands for; a unit whose keys are all in the
state that they were in gives the same pages. So what an edit touches follows from the data, for rules that do not exist
yet as well.

What pages share is worked out once, and noted with what it was made of (``shared``). One thing escapes: a value that is
kept in a module's own cache.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

Key = str
Value = TypeVar("Value")

frames: list[set[Key] | None] = [None]
"""What notes what is read now, and what will after that. (It is asked so often that ``read`` is written out below.)"""


STAGED: Key = "staged *"
"""Which staged pages there are and are reserved."""


def read(key: Key) -> None:
    """Note that whatever is being made depends on a key."""
    if (frame := frames[-1]) is not None:
        frame.add(key)


@contextmanager
def watching() -> Iterator[set[Key]]:
    """Gives the keys that are read meanwhile."""
    frame: set[Key] = set()
    frames.append(frame)
    try:
        yield frame
    finally:
        frames.pop()


@contextmanager
def unwatched() -> Iterator[None]:
    """Note nothing meanwhile."""
    frames.append(None)
    try:
        yield
    finally:
        frames.pop()


def remember(made: dict[Any, tuple[Any, tuple[Key, ...]]], name: Any, make: Callable[[], Value]) -> Value:
    """What was made under a name before, or else is now. Who asks for it depends on whatever it was made of."""
    found = made.get(name)
    if found is None:
        with watching() as keys:
            value = make()
        found = made[name] = (value, tuple(keys))  # a set takes several times as much
    if (frame := frames[-1]) is not None:
        frame.update(found[1])
    remembered: Value = found[0]
    return remembered


class _Keys(dict[Any, Key]):
    """The key of every name that was asked for, made once: pages ask for the same ones."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self._prefix = f"{family} "

    def __missing__(self, name: Any) -> Key:
        key = self[name] = f"{self._prefix}{name}"
        return key


class Watched(Mapping[Any, Value]):
    """A mapping that notes which of its names are asked for; ``name *`` when it is gone through."""

    def __init__(self, name: str, inside: Mapping[Any, Value]) -> None:
        self.name = name
        self.inside = inside
        self._keys = _Keys(name)

    def __getitem__(self, key: Any) -> Value:
        if (frame := frames[-1]) is not None:
            frame.add(self._keys[key])
        return self.inside[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of a name, or the other one."""
        if (frame := frames[-1]) is not None:
            frame.add(self._keys[key])
        return self.inside.get(key, default)

    def __contains__(self, key: object) -> bool:
        if (frame := frames[-1]) is not None:
            frame.add(self._keys[key])
        return key in self.inside

    def __iter__(self) -> Iterator[Any]:
        read(f"{self.name} *")
        return iter(self.inside)

    def __len__(self) -> int:
        read(f"{self.name} *")
        return len(self.inside)

    def keys(self) -> Any:
        """The names; what compares them with others has looked at all of them, and notes that once."""
        read(f"{self.name} *")
        return self.inside.keys()

    def items(self) -> Any:
        """Names and values."""
        read(f"{self.name} *")
        return self.inside.items()

    def values(self) -> Any:
        """The values."""
        read(f"{self.name} *")
        return self.inside.values()


class Named(Generic[Value], Sequence[Value]):
    """Some of a group, in an order: notes whether only their number is asked for (``name #``), or which they are."""

    __slots__ = ("_inside", "_key")

    def __init__(self, key: Key, inside: Sequence[Value]) -> None:
        self._key = key
        self._inside = inside

    def __len__(self) -> int:
        read(f"{self._key} #")
        return len(self._inside)

    def __iter__(self) -> Iterator[Value]:
        read(self._key)
        return iter(self._inside)

    def __contains__(self, one: object) -> bool:
        read(self._key)
        return one in self._inside

    def __getitem__(self, at: Any) -> Any:
        read(self._key)
        return self._inside[at]


class WatchedGroup(Watched[Sequence[Value]]):
    """A mapping of groups. ``name *`` is which there are; of each one may ask how many it has without asking which."""

    def by_name(self, key: Any) -> Sequence[Value]:
        """Those of a name in order of their own names, which stays when one of them gets another title."""
        read(f"{self._keys[key]} ~")
        return sorted(self.inside.get(key, ()), key=_ref)

    def __getitem__(self, key: Any) -> Sequence[Value]:
        read(f"{self._keys[key]} #")
        return Named(self._keys[key], self.inside[key])

    def get(self, key: Any, default: Any = None) -> Any:
        """Those of a name, or the other ones."""
        read(f"{self._keys[key]} #")
        found = self.inside.get(key)
        return default if found is None else Named(self._keys[key], found)

    def __contains__(self, key: object) -> bool:
        read(f"{self._keys[key]} #")
        return key in self.inside

    def items(self) -> ItemsView[Any, Sequence[Value]]:
        """Names and groups."""
        return ItemsView(self)

    def values(self) -> ValuesView[Sequence[Value]]:
        """The groups."""
        return ValuesView(self)


def _ref(one: Any) -> str:
    ref: str = one.ref
    return ref
