"""What is noted from one staging to the next: keys by number, their states, and what shared values were made of.

A key of what pages share (``site …``) is looked at only where something changed that the value was made of; then the
value is worked out, and where it has a state of its own, it may turn out to be what it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from gemeengoed.cache import digest
from gemeengoed.stage.feeds import Feed
from gemeengoed.stage.site import Site
from gemeengoed.stage.states import States
from gemeengoed.stage.trace import Key, Watched, sources_of, state_of_shared, unwatched, value_of

_SHARED, _COMPOUNDS, _LEXICON = "site", "compounds", "lexicon"
"""The words of all items (``Site.lexicon``) are hardly ever the same, and seldom of matter: ``Site.parts_of_words``."""


_WORKED_OUT = (f"{_SHARED} ", f"{_COMPOUNDS} ")
"""How the keys begin whose state is not known beforehand."""

_ROOMY = 2
"""How many times as many keys there may be as are used, before they get other numbers."""

Pages = list[tuple[str, str, bool | None]]
"""Path and hash of what is staged, and of a page whether it is reserved."""


KEPT: Mapping[str, TypeAdapter[Any]] = {
    "feeds": TypeAdapter(dict[str, Feed]),
    "word_counts": TypeAdapter(dict[str, int]),
    "pairs": TypeAdapter(dict[str, bool]),
    "likeness": TypeAdapter(dict[str, tuple[str, ...]]),
    "letter_counts": TypeAdapter(dict[str, int]),
}
"""The shared values that nearly every page asks for, and that take all items to work out."""


class Noted(NamedTuple):
    """What a unit made, and what it was made of: numbers of keys."""

    pages: Pages
    keys: list[int]


class Written(NamedTuple):
    """What is noted: keys with their states, what each unit made, and what shared values were made of."""

    keys: list[tuple[Key, str]]
    units: dict[str, Noted]
    shared: dict[str, list[int]]


class Notebook:
    """The keys of the last time, beside the state of everything now."""

    def __init__(
        self,
        site: Site,
        now: States,
        before: Sequence[tuple[Key, str]],
        shared: Mapping[str, Sequence[int]],
        values: dict[str, Any],
    ) -> None:
        self.site = site
        self._now = now
        self._keys = [key for key, _ in before]
        self._numbers = {key: number for number, key in enumerate(self._keys)}
        self._before = dict(before)
        self._shared = shared
        self._values = values
        self._touched: dict[str, bool] = {}
        self._states: dict[Key, str] = {}
        worked_out = {number: key for number, key in enumerate(self._keys) if key.startswith(_WORKED_OUT)}
        self._worked_out = worked_out
        self._changed = {number for number, (key, was) in enumerate(before) if now.get(key, "") != was}
        self._changed -= worked_out.keys()
        site.__dict__["recall"] = self._recall
        self._changed |= {number for number, key in worked_out.items() if self._differs(key)}

    def tell(self, key: Key, state: str) -> None:
        """Note the state of a key that was not known before."""
        self._now[key] = state
        number = self._numbers.get(key)
        if number is not None:
            (self._changed.discard if self._before.get(key) == state else self._changed.add)(number)

    def is_same(self, numbers: Iterable[int]) -> bool:
        """Whether all of these keys stand for what they stood for."""
        return self._changed.isdisjoint(numbers)

    def numbers(self, keys: Iterable[Key]) -> list[int]:
        """The numbers of keys, the lowest first; those that were not known get one."""
        return sorted(self.numbered(keys))

    def numbered(self, keys: Iterable[Key]) -> list[int]:
        """The number of each key."""
        found = []
        for key in keys:
            number = self._numbers.setdefault(key, len(self._keys))
            if number == len(self._keys):
                self._keys.append(key)
            found.append(number)
        return found

    def _differs(self, key: Key) -> bool:
        """Whether what a key stands for that is worked out is no longer what it was."""
        family, _, name = key.partition(" ")
        if family == _COMPOUNDS:
            return self._has_other_words() and self._has_other_parts(name)
        return self._is_touched(name.partition(" ")[0]) and self._state(key) != (self._before[key] or None)

    def _is_touched(self, name: str) -> bool:
        """Whether anything changed that a shared value was made of."""
        if name not in self._touched:
            sources = self._shared.get(name)
            self._touched[name] = sources is None or not self._are_same(sources)
        return self._touched[name]

    def _are_same(self, sources: Sequence[int]) -> bool:
        worked_out = self._worked_out.keys() & sources
        return self._changed.isdisjoint(sources) and not any(self._differs(self._keys[one]) for one in worked_out)

    def _recall(self, name: str) -> tuple[Any, frozenset[Key]] | None:
        """A shared value that was kept, and what it was made of, when nothing of that changed."""
        if name not in self._values or self._is_touched(name):
            return None
        try:
            value = KEPT[name].validate_python(self._values[name])
        except ValidationError:
            return None
        return value, frozenset(self._keys[at] for at in self._shared[name])

    def values(self) -> dict[str, Any]:
        """The shared values to keep for the next time: those that were kept, when all of them still hold."""
        if self._values.keys() == KEPT.keys() and not any(map(self._is_touched, KEPT)):
            return self._values
        return {name: KEPT[name].dump_python(self._plain(name), mode="json") for name in KEPT}

    def _plain(self, name: str) -> Any:
        value = value_of(self.site, name)
        return value.inside if isinstance(value, Watched) else value

    def _has_other_words(self) -> bool:
        key = f"{_SHARED} {_LEXICON}"
        return self._is_touched(_LEXICON) and self._state(key) != self._before.get(key)

    def _has_other_parts(self, name: str) -> bool:
        ref, was = name.split(" ")
        with unwatched():
            item = self.site.edition.items.get(ref)
            return item is None or digest(*self.site.parts_of_words(item)) != was

    def _state(self, key: Key) -> str:
        if key not in self._states:
            self._states[key] = state_of_shared(self.site, key)
        return self._states[key]

    def written(self, made: Mapping[str, Noted]) -> Written:
        """What to note of units, for the next time."""
        shared = self._sources()
        used = {self._numbers[f"{_SHARED} {_LEXICON}"]}.union(*(one.keys for one in made.values()), *shared.values())
        if len(used) * _ROOMY >= len(self._keys):
            return Written(self._with_states(), dict(made), shared)
        anew = {number: place for place, number in enumerate(sorted(used))}
        self._keys = [self._keys[number] for number in sorted(used)]
        units = {name: Noted(one.pages, [anew[number] for number in one.keys]) for name, one in made.items()}
        return Written(
            self._with_states(), units, {name: [anew[at] for at in numbers] for name, numbers in shared.items()}
        )

    def _sources(self) -> dict[str, list[int]]:
        """What every shared value that a key names was made of."""
        self.numbers([f"{_SHARED} {_LEXICON}"])
        found: dict[str, list[int]] = {}
        at = 0
        while at < len(self._keys):  # keys come along meanwhile
            family, _, name = self._keys[at].partition(" ")
            name = {_SHARED: name.partition(" ")[0], _COMPOUNDS: _LEXICON}.get(family, "")
            if name and name not in found:
                is_known = name in self._shared and not self._is_touched(name)
                found[name] = [*self._shared[name]] if is_known else self.numbers(sources_of(self.site, name))
            at += 1
        return found

    def _with_states(self) -> list[tuple[Key, str]]:
        now = self._now
        return [(key, self._state_now(key) if key.startswith("site ") else now.get(key, "")) for key in self._keys]

    def _state_now(self, key: Key) -> str:
        if key in self._before and not self._is_touched(key.split(" ", 2)[1]):
            return self._before[key]
        return self._state(key)
