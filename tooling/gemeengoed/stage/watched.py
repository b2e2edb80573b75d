"""An edition and a site that note what is asked of them (``trace``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cached_property
from typing import Any

from gemeengoed.edition import Edition
from gemeengoed.model import Commons, Item
from gemeengoed.processes import beside
from gemeengoed.revisions import History, Revision
from gemeengoed.stage.environment import compile_all
from gemeengoed.stage.shared import FUNCTIONS, NONE, SHARED, WatchedSite, give, share, value_of, worked_out
from gemeengoed.stage.trace import Key, Watched, frames, read


class WatchedItem(Item):
    """An item that notes when anything of it is asked for, besides its name and kind.

    ``item tips/kort`` stands for all of it; ``title tips/kort`` for its title; ``front tips/kort`` for the rest of its
    front matter and what it links to. ``card tips/kort`` is what its card shows: both, and when it came.
    """

    @classmethod
    def of(cls, item: Item) -> WatchedItem:
        """The same item, watched."""
        watched = cls.__new__(cls)
        watched.__dict__.update(ref=item.ref, kind=item.kind, _inside=item)
        watched.__dict__.update(_item=f"item {item.ref}", _title=f"title {item.ref}", _front=f"front {item.ref}")
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
        if (frame := frames[-1]) is not None:
            frame.add(own[key])
        return getattr(own["_inside"], name)

    return property(get, doc=f"The item's own {name}.")


for _name in ("fields", "status", "traits", "contributors", "translation_of", "media", "references", "named"):
    setattr(WatchedItem, _name, _through(_name, "_front"))
for _name in ("text", "hash"):
    setattr(WatchedItem, _name, _through(_name, "_item"))
WatchedItem.title = _through("title", "_title")  # type: ignore[method-assign, assignment]


class AsOne:
    """A field of a frozen record that is read as one thing, and notes that it is."""

    def __init__(self, name: str, key: Key) -> None:
        self.name = name
        self.key = key

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if (frame := frames[-1]) is not None:
            frame.add(self.key)
        return record.__dict__[self.name]

    def __set__(self, record: Any, value: Any) -> None:
        record.__dict__[self.name] = value  # the record is frozen: only its making comes here


class WatchedCommons(Commons):
    """A commons that notes what is asked for."""


class WatchedHistory(History):
    """A history that notes what is asked for: ``came`` is a key by itself, since it stays when the rest changes."""

    revisions: Watched[Revision]

    def came(self, path: str) -> date | None:
        """The day on which a file came."""
        read(f"came {path}")
        revision = self.revisions.inside.get(path)
        return revision.created if revision else None


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
    known = commons.history
    revisions, renamed = Watched("revision", known.revisions), Watched("renamed", known.renamed)
    history = WatchedHistory(revisions, known.notice, renamed, known.state)
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
        found = instance.__dict__.get(SHARED, NONE).get(self.name)
        if found is None:
            return share(instance, self.name, self.func)
        if (frame := frames[-1]) is not None and type(found[0]) is not Watched:
            frame.add(self.key)
        return found[0]


def watched_class(site: type[Any]) -> type[Any]:
    """``Site``, with what its pages share watched."""
    values = {
        name: _Shared(value.func, name)
        for above in site.__mro__
        for name, value in vars(above).items()
        if isinstance(value, cached_property)
    }
    return type(f"Watched{site.__name__}", (site, WatchedSite), values)


_LONGEST = ("alikeness", "likeness", "word_counts", "_balances", "_balances_of_people")
"""The shared values that take longest to work out: together two seconds for ten thousand items."""

_OF_THOSE = ("lexicon", "splitters")
"""What is made of them."""

Meanwhile = Callable[[], list[tuple[Any, tuple[Key, ...]]] | None]
"""Gives what was worked out in a copy of this process; nothing where it came to nothing."""


def begin(site: Any) -> Meanwhile:
    """Begin to work out what takes longest, in a copy of this process. Only where ``can_copy``."""
    return beside(lambda: [worked_out(site, name) for name in _LONGEST])


def work_out_all(site: Any, meanwhile: Meanwhile | None = None) -> None:
    """Work out whatever pages share, and compile templates, for processes that start as copies of this one."""
    names = [*FUNCTIONS, *(name for name, value in vars(type(site)).items() if isinstance(value, _Shared))]
    late = (*_LONGEST, *_OF_THOSE) if meanwhile else ()
    for name in names:
        if name not in late:
            value_of(site, name)
    compile_all(site.templates)
    site.words.day(site.commons.today)  # what the language knows of days is read now
    if meanwhile:
        for name, found in zip(_LONGEST, meanwhile() or (), strict=False):
            give(site, name, *found)
    for name in late:
        value_of(site, name)
