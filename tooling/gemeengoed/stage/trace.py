"""Which parts of the commons a page was made of, found by watching what its making reads.

What staging reads of an edition goes through watched mappings and items. While a unit of pages is made, every name that
is asked for is noted as a key: ``item tips/kort``, ``backlinks tips/kort``, ``contributor an``, ``today``. Each key has
a state, the hash of what it stands for; a unit whose keys are all in the state that they were in gives the same pages.
So what an edit touches follows from the data, for rules that do not exist yet as well.

A value that is worked out once and shared by pages is a ``cached_property`` of ``Site``, or a function of a site that
is ``shared``. Who reads it depends on it, and it on what it was made of: those keys are noted once, however many pages
there are. When one of them changed, a value of words and numbers is worked out again, and when it turns out the same,
nothing depends on the change any more; of a mapping of those every name is looked at by itself. Of other values
(those that hold items) any change of what they were made of counts.

One thing escapes: a value that is kept in a module's own cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from gemeengoed.cache import digest
from gemeengoed.edition import Edition
from gemeengoed.model import Commons, Item

Key = str
Value = TypeVar("Value")

_frames: list[set[Key] | None] = [None]
"""What notes what is read now, and what will after that. (It is asked so often that ``read`` is written out below.)"""


def read(key: Key) -> None:
    """Note that whatever is being made depends on a key."""
    if (frame := _frames[-1]) is not None:
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


def remember(made: dict[Any, tuple[Any, set[Key]]], name: Any, make: Callable[[], Value]) -> Value:
    """What was made under a name before, or else is now. Who asks for it depends on whatever it was made of."""
    found = made.get(name)
    if found is None:
        with watching() as keys:
            value = make()
        found = made[name] = (value, keys)
    if (frame := _frames[-1]) is not None:
        frame.update(found[1])
    remembered: Value = found[0]
    return remembered


class Watched(Mapping[Any, Value]):
    """A mapping that notes which of its names are asked for; ``name *`` when it is gone through."""

    def __init__(self, name: str, inside: Mapping[Any, Value]) -> None:
        self.name = name
        self.inside = inside
        self._prefix = f"{name} "

    def __getitem__(self, key: Any) -> Value:
        if (frame := _frames[-1]) is not None:
            frame.add(f"{self._prefix}{key}")
        return self.inside[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of a name, or the other one."""
        if (frame := _frames[-1]) is not None:
            frame.add(f"{self._prefix}{key}")
        return self.inside.get(key, default)

    def __contains__(self, key: object) -> bool:
        if (frame := _frames[-1]) is not None:
            frame.add(f"{self._prefix}{key}")
        return key in self.inside

    def __iter__(self) -> Iterator[Any]:
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
        own = item.__dict__
        if (frame := _frames[-1]) is not None:
            frame.add(own[key])
        return getattr(own["_inside"], name)

    return property(get, doc=f"The item's own {name}.")


for _name in ("fields", "title", "status", "traits", "contributors", "translation_of", "media", "references", "named"):
    setattr(WatchedItem, _name, _through(_name, "_front"))
for _name in ("text", "hash"):
    setattr(WatchedItem, _name, _through(_name, "_item"))


class AsOne:
    """A field of a frozen record that is read as one thing, and notes that it is."""

    def __init__(self, name: str, key: Key) -> None:
        self.name = name
        self.key = key

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if (frame := _frames[-1]) is not None:
            frame.add(self.key)
        return record.__dict__[self.name]

    def __set__(self, record: Any, value: Any) -> None:
        record.__dict__[self.name] = value  # the record is frozen: only its making comes here


class WatchedCommons(Commons):
    """A commons that notes what is asked for."""


class WatchedEdition(Edition):
    """An edition that notes what is asked for."""


for _name in ("today", "pages", "strays", "registers", "root"):
    setattr(WatchedCommons, _name, AsOne(_name, f"commons {_name}"))
for _name in ("listed", "outcomes", "withheld", "media", "unnamed"):
    setattr(WatchedEdition, _name, AsOne(_name, f"edition {_name}"))
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
    """A value on ``Site`` that pages share."""

    def __init__(self, func: Callable[[Any], Any], name: str) -> None:
        super().__init__(func)
        self.name = name
        self.key = f"site {name}"

    def __set__(self, instance: Any, value: Any) -> None:
        raise AttributeError(self.name)

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        found = instance.__dict__.get(_KEPT, _NONE).get(self.name)
        if found is None:
            return _share(instance, self.name, self.func)
        if (frame := _frames[-1]) is not None and type(found[0]) is not Watched:
            frame.add(self.key)
        return found[0]


def shared(function: Callable[[Any], Value]) -> Callable[[Any], Value]:
    """The same for a function of a site, in whatever module: it is worked out once for each site."""
    name = function.__name__
    _FUNCTIONS[name] = function

    @wraps(function)
    def value(site: Any) -> Value:
        found: Value = _share(site, name, function)
        return found

    return value


_FUNCTIONS: dict[str, Callable[[Any], Any]] = {}


def _share(site: Any, name: str, make: Callable[[Any], Any]) -> Any:
    """A shared value, worked out the first time. Who reads it depends on it: ``site name``, or on a part of it."""
    kept: dict[str, tuple[Any, frozenset[Key]]] = site.__dict__.setdefault(_KEPT, {})
    found = kept.get(name) or recall(site, name)
    if found is None:
        with watching() as made_of:
            value = make(site)
        found = kept[name] = (_parts(site, name, value), frozenset(made_of))
    if not isinstance(found[0], Watched):
        read(f"site {name}")
    return found[0]


_KEPT = "_shared"
_NONE: Mapping[str, Any] = {}


def recall(site: Any, name: str) -> tuple[Any, frozenset[Key]] | None:
    """A shared value as an earlier run kept it, where whoever keeps notes knows that it is still so."""
    found = site.recall(name) if isinstance(site, WatchedSite) else None
    if found is not None:
        value, made_of = found
        site.__dict__[_KEPT][name] = found = (_parts(site, name, value), made_of)
    return found


def _parts(site: Any, name: str, value: Any) -> Any:
    """The value for a watched site: a mapping of words and numbers in parts that are read by themselves."""
    is_in_parts = isinstance(site, WatchedSite) and isinstance(value, Mapping) and all(map(is_plain, value.values()))
    return Watched(f"site {name}", value) if is_in_parts else value


def sources_of(site: Any, name: str) -> frozenset[Key]:
    """What a shared value is made of."""
    value_of(site, name)
    found: dict[str, tuple[Any, frozenset[Key]]] = site.__dict__[_KEPT]
    return found[name][1]


def state_of_shared(site: Any, key: Key) -> str:
    """The state of a shared value, or of the part of it that a key names; empty for one that has none of its own."""
    _, name, *part = key.split(" ", 2)
    value = value_of(site, name)
    if not isinstance(value, Watched):
        return state_of(value) if is_plain(value) else ""
    if part in ([], ["*"]):
        return digest(*(f"{name} {_said(entry)}" for name, entry in value.inside.items()))
    by_text = site.__dict__.setdefault("_parts", {}).setdefault(name, {})
    if not by_text:
        by_text.update((str(name), entry) for name, entry in value.inside.items())
    return state_of(by_text[part[0]]) if part[0] in by_text else ABSENT


def work_out_all(site: Any) -> None:
    """Work out whatever pages share, for processes that start as copies of this one."""
    for name in (*_FUNCTIONS, *(name for name, value in vars(type(site)).items() if isinstance(value, _Shared))):
        value_of(site, name)


ABSENT = "-"
"""The state of what is not there."""


def value_of(site: Any, name: str) -> Any:
    """A shared value by its name; of a mapping that is watched, what is in it. Nobody depends on it by this."""
    with unwatched():
        value = _share(site, name, _FUNCTIONS[name]) if name in _FUNCTIONS else getattr(site, name)
    return value


def is_plain(value: Any) -> bool:
    """Whether a value is words and numbers only, however they are put together, so that it has a state of its own."""
    if value is None or isinstance(value, str | int | float | date):
        return True
    if isinstance(value, frozenset | set | tuple | list):
        return all(map(is_plain, value))
    if isinstance(value, Mapping):
        return not isinstance(value, Watched) and all(map(is_plain, value)) and all(map(is_plain, value.values()))
    if is_dataclass(value) and not isinstance(value, Item | Commons | Edition | type):
        return all(is_plain(getattr(value, field.name)) for field in fields(value))
    return False


def state_of(value: Any) -> str:
    """The state of a plain value."""
    return digest(_said(value))


def _said(value: Any) -> str:
    """A plain value as text: the same for the same value in every run."""
    if isinstance(value, frozenset | set):
        return f"{{{','.join(sorted(map(_said, value)))}}}"
    if isinstance(value, tuple | list):
        return f"[{','.join(map(_said, value))}]"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{_said(key)}:{_said(entry)}' for key, entry in value.items())}}}"
    if is_dataclass(value):
        return _said([getattr(value, field.name) for field in fields(value)])
    return repr(value)


class WatchedSite:
    """What makes of ``Site`` a site that notes what is asked for. ``recall`` gives shared values that were kept."""

    recall: Callable[[str], tuple[Any, frozenset[Key]] | None] = staticmethod(lambda name: None)


def watched_class(site: type[Any]) -> type[Any]:
    """``Site``, with what its pages share watched."""
    values = {
        name: _Shared(value.func, name)
        for above in site.__mro__
        for name, value in vars(above).items()
        if isinstance(value, cached_property)
    }
    return type(f"Watched{site.__name__}", (site, WatchedSite), values)
