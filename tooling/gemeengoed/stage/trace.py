"""Which parts of the commons a page was made of, found by watching what its making reads.

What staging reads of an edition goes through watched mappings and items. While a unit of pages is made, every name that
is asked for is noted as a key: ``item tips/kort``, ``backlinks tips/kort``, ``contributor an``, ``today``. Each key has
a state, the hash of what it stands for; a unit whose keys are all in the state that they were in gives the same pages.
So what an edit touches follows from the data, for rules that do not exist yet as well.

One thing escapes: a value that is worked out once and shared by pages, in a module's own cache. Such a value belongs on
``Site``, as a ``cached_property``: those are watched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cached_property
from typing import Any, TypeVar

from gemeengoed.cache import digest
from gemeengoed.edition import Edition
from gemeengoed.model import Commons, Item

Key = str
Value = TypeVar("Value")

_frames: list[set[Key] | None] = []


def read(key: Key) -> None:
    """Note that whatever is being made depends on a key."""
    if _frames and (frame := _frames[-1]) is not None:
        frame.add(key)


@contextmanager
def watching() -> Iterator[set[Key]]:
    """Gives the keys that are read meanwhile."""
    frame: set[Key] = set()
    _frames.append(frame)
    try:
        yield frame
    finally:
        _frames.pop()


@contextmanager
def unwatched() -> Iterator[None]:
    """Note nothing meanwhile."""
    _frames.append(None)
    try:
        yield
    finally:
        _frames.pop()


class Watched(Mapping[str, Value]):
    """A mapping that notes which of its names are asked for; ``name *`` when it is gone through."""

    def __init__(self, name: str, inside: Mapping[str, Value]) -> None:
        self.name = name
        self.inside = inside
        self._prefix = f"{name} "

    def __getitem__(self, key: str) -> Value:
        read(self._prefix + key)
        return self.inside[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a name, or the other one."""
        read(self._prefix + key)
        return self.inside.get(key, default)

    def __contains__(self, key: object) -> bool:
        read(f"{self._prefix}{key}")
        return key in self.inside

    def __iter__(self) -> Iterator[str]:
        read(f"{self.name} *")
        return iter(self.inside)

    def __len__(self) -> int:
        read(f"{self.name} *")
        return len(self.inside)

    def items(self) -> Any:
        """Names and values."""
        read(f"{self.name} *")
        return self.inside.items()

    def values(self) -> Any:
        """The values."""
        read(f"{self.name} *")
        return self.inside.values()


class WatchedItem(Item):
    """An item that notes when anything of it is asked for, besides its name and kind.

    ``item tips/kort`` stands for all of it; ``front tips/kort`` for its front matter and what it links to, which is all
    that a listing shows.
    """

    @classmethod
    def of(cls, item: Item) -> WatchedItem:
        """The same item, watched."""
        watched = cls.__new__(cls)
        watched.__dict__.update(ref=item.ref, kind=item.kind, _inside=item)
        watched.__dict__.update(_item=f"item {item.ref}", _front=f"front {item.ref}")
        return watched

    @property
    def inside(self) -> Item:
        """The item itself."""
        inside: Item = self.__dict__["_inside"]
        return inside

    @property
    def path(self) -> str:
        """The file of the item: it follows from its name."""
        return self.inside.path


def _through(name: str, key: str) -> property:
    def get(item: WatchedItem) -> Any:
        read(item.__dict__[key])
        return getattr(item.__dict__["_inside"], name)

    return property(get, doc=f"The item's own {name}.")


for _name in ("fields", "title", "status", "traits", "contributors", "translation_of", "media", "references"):
    setattr(WatchedItem, _name, _through(_name, "_front"))
for _name in ("text", "hash"):
    setattr(WatchedItem, _name, _through(_name, "_item"))


_PLAIN = frozenset({"today", "pages", "strays", "registers", "root"})
"""What is read of a commons as one thing."""


class WatchedCommons(Commons):
    """A commons that notes what is asked for."""

    def __getattribute__(self, name: str) -> Any:
        if name in _PLAIN:
            read(f"commons {name}")
        return super().__getattribute__(name)


class WatchedEdition(Edition):
    """An edition that notes what is asked for."""

    def __getattribute__(self, name: str) -> Any:
        if name in _AS_ONE:
            read(f"edition {name}")
        return super().__getattribute__(name)


_AS_ONE = frozenset({"listed", "outcomes", "withheld", "media", "unnamed"})
REGISTERS = ("contributors", "organisations", "themes", "skills", "roles", "regions")


def watch(edition: Edition) -> Edition:
    """The same edition, watched."""
    commons = edition.commons
    items = {ref: WatchedItem.of(item) for ref, item in commons.items.items()}
    history = replace(commons.history, revisions=Watched("revision", commons.history.revisions))
    registers = {name: Watched(name, getattr(commons, name)) for name in REGISTERS}
    changes = {"items": Watched("items", items), "history": history, **registers}
    given = {field.name: getattr(commons, field.name) for field in fields(Commons)}
    ours = {field.name: getattr(edition, field.name) for field in fields(Edition)}
    ours |= {
        "commons": WatchedCommons(**{**given, **changes}),
        "items": Watched("published", {ref: items[ref] for ref in edition.items}),
        "listed": tuple(items[item.ref] for item in edition.listed),
        "history": history,
    }
    return WatchedEdition(**ours)


class _Shared(cached_property[Any]):
    """A value on ``Site`` that pages share: who reads it depends on it, not on what it was made of."""

    def __init__(self, func: Callable[[Any], Any], name: str) -> None:
        super().__init__(func)
        self.name = name

    def __set__(self, instance: Any, value: Any) -> None:
        raise AttributeError(self.name)

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        kept = instance.__dict__.setdefault("_shared", {})
        if self.name not in kept:
            with watching() as made_of:
                kept[self.name] = (self.func(instance), made_of)
        value, made_of = kept[self.name]
        if is_plain(value):
            read(f"site {self.name}")
        else:
            for key in made_of:
                read(key)
        return value


def is_plain(value: Any) -> bool:
    """Whether a value is words and numbers only, so that it has a state of its own."""
    if isinstance(value, frozenset | set | tuple | list):
        return all(isinstance(part, str | int | float) for part in value)
    return isinstance(value, str | int | float | bool)


def state_of(value: Any) -> str:
    """The state of a plain value."""
    return digest(*(sorted(map(str, value)) if isinstance(value, frozenset | set) else map(str, value)))


def watched_class(site: type[Any]) -> type[Any]:
    """``Site``, with what its pages share watched."""
    shared = {
        name: _Shared(value.func, name)
        for above in site.__mro__
        for name, value in vars(above).items()
        if isinstance(value, cached_property)
    }
    return type(f"Watched{site.__name__}", (site,), shared)
