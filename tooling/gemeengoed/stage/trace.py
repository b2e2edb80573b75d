"""Which parts of the commons a page was made of, found by watching what its making reads.

What staging reads of an edition goes through watched mappings and items (``watched``). While a unit of pages is made,
every name that is asked for is noted as a key: ``title tips/kort``, ``backlinks tips/kort``, ``contributor an``,
``today``; ``by_kind tips #`` is how many there are, ``by_kind tips ~`` which there are, in whatever order,
``contributor *`` which names. Each key has a state, the hash of what it stands for; a unit whose keys are all in the
state that they were in gives the same pages. So what an edit touches follows from the data, for rules that do not exist
yet as well.

A value that is worked out once and shared by pages is a ``cached_property`` of ``Site``, or a function of a site that
is ``shared``. Who reads it depends on it, and it on what it was made of: those keys are noted once, however many pages
there are. When one of them changed, a value of words and numbers is worked out again, and when it turns out the same,
nothing depends on the change any more; of a mapping of those every name is looked at by itself. Of other values
(those that hold items) any change of what they were made of counts.

One thing escapes: a value that is kept in a module's own cache.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from contextlib import contextmanager
from functools import wraps
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from gemeengoed.stage.plain import is_plain, state_of

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


class Drawer:
    """What shared values keep for themselves until the next run, by name. This one keeps nothing."""

    def state(self, path: str) -> str:
        """The state of the front matter of an item; empty where it is not known."""
        return ""

    def recall(self, name: str, of: TypeAdapter[Value], otherwise: Value) -> Value:
        """What was kept, of whatever run; else the other value."""
        return otherwise

    def keep(self, name: str, of: TypeAdapter[Value], value: Value) -> None:
        """Keep a value."""


FUNCTIONS: dict[str, Callable[[Any], Any]] = {}
"""The functions of a site that are ``shared``, by name."""

PLAIN: set[str] = set()
"""Those that are known to be words and numbers, so that they need not be gone through to see that."""

KEPT: dict[str, TypeAdapter[Any]] = {}
"""How those shared values are kept for the next run that many pages ask for and that take all items to work out."""


def shared(function: Callable[[Any], Value]) -> Callable[[Any], Value]:
    """The same for a function of a site, in whatever module: it is worked out once for each site."""
    name = function.__name__
    FUNCTIONS[name] = function

    @wraps(function)
    def value(site: Any) -> Value:
        found: Value = share(site, name, function)
        return found

    return value


def plain(function: Callable[[Any], Value]) -> Callable[[Any], Value]:
    """What makes a function ``shared`` whose value is words and numbers only, however many."""
    PLAIN.add(function.__name__)
    return shared(function)


def kept(form: Any) -> Callable[[Callable[[Any], Value]], Callable[[Any], Value]]:
    """What makes a function ``shared``, its value of this type kept for the next run."""

    def decorate(function: Callable[[Any], Value]) -> Callable[[Any], Value]:
        KEPT[function.__name__] = TypeAdapter(form)
        return plain(function)

    return decorate


def share(site: Any, name: str, make: Callable[[Any], Any]) -> Any:
    """A shared value, worked out the first time. Who reads it depends on it: ``site name``, or on a part of it."""
    known: dict[str, tuple[Any, tuple[Key, ...]]] = site.__dict__.setdefault(SHARED, {})
    found = known.get(name) or recall(site, name)
    if found is None:
        with watching() as made_of:
            value = make(site)
        found = known[name] = (_parts(site, name, value), tuple(made_of))
    if not isinstance(found[0], Watched):
        read(f"site {name}")
    return found[0]


SHARED = "_shared"
"""Where a site has its shared values."""

NONE: Mapping[str, Any] = {}


def recall(site: Any, name: str) -> tuple[Any, tuple[Key, ...]] | None:
    """A shared value as an earlier run kept it, where whoever keeps notes knows that it is still so."""
    found = site.recall(name) if isinstance(site, WatchedSite) else None
    if found is not None:
        give(site, name, *found)
        found = site.__dict__[SHARED][name]
    return found


def _parts(site: Any, name: str, value: Any) -> Any:
    """The value for a watched site: a mapping of words and numbers in parts that are read by themselves."""
    if not (isinstance(site, WatchedSite) and isinstance(value, Mapping)):
        return value
    is_in_parts = name in PLAIN or is_plain([*value.values()])
    return Watched(f"site {name}", value) if is_in_parts else value


def sources_of(site: Any, name: str) -> tuple[Key, ...]:
    """What a shared value is made of."""
    value_of(site, name)
    found: dict[str, tuple[Any, tuple[Key, ...]]] = site.__dict__[SHARED]
    return found[name][1]


def worked_out(site: Any, name: str) -> tuple[Any, tuple[Key, ...]]:
    """A shared value, and what it is made of, in a form that can be sent."""
    value = value_of(site, name)
    return value.inside if isinstance(value, Watched) else value, sources_of(site, name)


def give(site: Any, name: str, value: Any, made_of: tuple[Key, ...]) -> None:
    """Let a site have a shared value that was ``worked_out`` elsewhere, of the same."""
    site.__dict__.setdefault(SHARED, {})[name] = _parts(site, name, value), made_of


def state_of_shared(site: Any, key: Key) -> str:
    """The state of a shared value, or of the part of it that a key names; empty for one that has none of its own."""
    _, name, *part = key.split(" ", 2)
    value = value_of(site, name)
    if not isinstance(value, Watched):
        return state_of(value) if name in PLAIN or is_plain(value) else ""
    if part in ([], ["*"]):
        return state_of([*value.inside.items()])
    by_text = site.__dict__.setdefault("_parts", {}).setdefault(name, {})
    if not by_text:
        by_text.update((str(name), entry) for name, entry in value.inside.items())
    return state_of(by_text[part[0]]) if part[0] in by_text else ABSENT


ABSENT = "-"
"""The state of what is not there."""


def value_of(site: Any, name: str) -> Any:
    """A shared value by its name; of a mapping that is watched, what is in it. Nobody depends on it by this."""
    with unwatched():
        value = share(site, name, FUNCTIONS[name]) if name in FUNCTIONS else getattr(site, name)
    return value


class WatchedSite:
    """What makes of ``Site`` a site that notes what is asked for. ``recall`` gives shared values that were kept."""

    recall: Callable[[str], tuple[Any, tuple[Key, ...]] | None] = staticmethod(lambda name: None)
