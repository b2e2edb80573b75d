"""Values that pages share: worked out once, and known by what they were made of (``trace``).

A value that is worked out once and shared by pages is a ``cached_property`` of ``Site``, or a function of a site that
is ``shared``. Who reads it depends on it, and it on what it was made of: those keys are noted once, however many pages
there are. When one of them changed, a value of words and numbers is worked out again, and when it turns out the same,
nothing depends on the change any more; of a mapping of those every name is looked at by itself. Of other values
(those that hold items) any change of what they were made of counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

from pydantic import TypeAdapter

from gemeengoed.stage.plain import is_plain, state_of
from gemeengoed.stage.trace import Key, Watched, read, unwatched, watching

Value = TypeVar("Value")


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
