"""What is the same as when pages were staged the last time, and what to note for the next.

A key of what pages share (``site …``) is looked at only where something changed that the value was made of; then the
value is worked out, and where it has a state of its own, it may turn out to be what it was. Where only items were
edited, and what git knows of their files, only of what those stand in the state is worked out.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import ValidationError

from gemeengoed.cache import digest
from gemeengoed.stage.groups import Groups, State
from gemeengoed.stage.notes import Notes
from gemeengoed.stage.rows import Noted, Numbers, Rows, following
from gemeengoed.stage.shared import KEPT, sources_of, state_of_shared, value_of
from gemeengoed.stage.site import Site
from gemeengoed.stage.states import Files, States, states, states_of_edited, states_of_revisions, states_of_texts
from gemeengoed.stage.trace import STAGED, Key, Watched, unwatched
from gemeengoed.stage.write import Copied

_SHARED, _COMPOUNDS, _LEXICON = "site", "compounds", "lexicon"
"""The words of all items (``Site.lexicon``) are hardly ever the same, and seldom of matter: ``Site.parts_of_words``."""


_WORKED_OUT = (f"{_SHARED} ", f"{_COMPOUNDS} ")
"""How the keys begin whose state is not known beforehand."""

_NOT_BEFOREHAND = (*_WORKED_OUT, STAGED)
"""Those, and the key whose state is told once pages are staged (``Notebook.tell``)."""

_ROOMY = 2
"""How many times as many keys there may be as were used, before they get other numbers."""


class Now(NamedTuple):
    """The state of everything but texts now, and what was edited since the last time, if nothing else changed.

    ``edited`` are the items whose front matter was, ``groups`` those of the index before.
    """

    state: State | None = None
    is_edit: bool = False
    edited: frozenset[str] = frozenset()
    groups: Groups | None = None


class Run(NamedTuple):
    """A name for the tree that this run left, what each unit made (None where that is as in the notes), and what was
    copied."""

    name: str
    made: Mapping[str, Noted | None]
    copied: Copied


class Notebook:
    """The keys of the last time, beside the state of everything now."""

    def __init__(self, site: Site, files: Files, now: Now, notes: Notes, values: dict[str, Any]) -> None:
        self.site = site
        self._at = now
        self._files = files
        self._notes = notes
        self._rows = notes.rows
        self._keys = [*notes.rows.keys]
        self._values = values
        self._dumps: dict[str, Any] = {}
        self._touched: dict[str, bool] = {}
        self._states: dict[Key, str] = {}
        self._told: dict[Key, str] = {}
        self.changed = self._changed()
        site.__dict__["recall"] = self._recall
        for name, numbers in self._worked_out():
            self.changed |= self._differing(name, numbers)

    def _changed(self) -> set[int]:
        """The numbers of the keys that stand for something else, those that must be worked out aside."""
        if self._at.is_edit:
            numbers, were = self._numbers, self._notes.states
            self._told = {key: now for key, now in self._edited() if key not in numbers or were[numbers[key]] != now}
            return {numbers[key] for key in self._told if key in numbers}
        now = self._now
        known = zip(self._keys, self._notes.states, strict=True)
        numbered = enumerate(known)
        return {at for at, (key, was) in numbered if now.get(key, "") != was and not key.startswith(_NOT_BEFOREHAND)}

    def _edited(self) -> Iterator[tuple[Key, str]]:
        """The state of what an edit of items, or a commit of it, can have changed."""
        commons = self.site.commons
        yield from states_of_texts(commons, self._files)
        if commons.history.state != self._notes.history:
            yield from states_of_revisions(commons)
        if self._at.edited and self._at.groups:
            yield from states_of_edited(self.site, self._files, self._at.edited, self._at.groups)

    @cached_property
    def _now(self) -> States:
        """The state of every key, those that must be worked out aside."""
        return states(self.site, self._files)

    @cached_property
    def _numbers(self) -> dict[Key, int]:
        return dict(self._rows.numbering)

    def was(self, key: Key) -> str | None:
        """The state of a key the last time; None when it was not known."""
        number = self._numbers.get(key)
        return None if number is None or number >= len(self._notes.states) else self._notes.states[number]

    def _worked_out(self) -> Iterator[tuple[str, list[int]]]:
        """The numbers of the keys that must be worked out, by the shared value that they are of, where that may differ.

        There are seventy thousand such keys, so their names are not asked for one by one (``_name_in``).
        """
        known = self._rows.shared
        found: dict[str, list[int]] = {name: [] for name in known if self._is_touched(name)}
        if not found:
            return
        numbered = enumerate(self._rows.keys)
        for number, key in [(number, key) for number, key in numbered if key.startswith(_WORKED_OUT)]:
            family, name, *_ = key.split(" ", 2)
            of = _LEXICON if family == _COMPOUNDS else name
            if of in found or of not in known:
                found.setdefault(of, []).append(number)
        yield from found.items()

    def tell(self, key: Key, state: str) -> set[int]:
        """Note the state of a key that was not known before; returns the number of the key, where its state changed."""
        self._told[key] = state
        number = self._numbers.get(key)
        changed = set[int]() if number is None or self.was(key) == state else {number}
        self.changed |= changed
        return changed

    def numbers(self, keys: Iterable[Key]) -> list[int]:
        """The numbers of keys, the lowest first; those that were not known get one."""
        return sorted(self.numbered(keys))

    def numbered(self, keys: Iterable[Key]) -> list[int]:
        """The number of each key."""
        found, numbers, known = [], self._numbers, self._keys
        for key in keys:
            number = numbers.setdefault(key, len(known))
            if number == len(known):
                known.append(key)
            found.append(number)
        return found

    def _differing(self, name: str, numbers: Sequence[int]) -> set[int]:
        """Which keys of a shared value stand for something else; of what was kept, by comparing the values."""
        now, was = (self._dumped(name), self._values[name]) if name in self._values else ({}, None)
        if isinstance(now, dict) and isinstance(was, dict):
            if [*now.items()] == [*was.items()]:
                return set()
            same = {f"{_SHARED} {name} {part}" for part, value in now.items() if part in was and was[part] == value}
            numbers = [number for number in numbers if self._keys[number] not in same]
        return {number for number in numbers if self._differs(self._keys[number])}

    def _differs(self, key: Key) -> bool:
        """Whether what a key stands for that is worked out is no longer what it was."""
        family, _, name = key.partition(" ")
        if family == _COMPOUNDS:
            return self._has_other_words() and self._has_other_parts(name)
        return self._is_touched(name.partition(" ")[0]) and self._state(key) != (self.was(key) or None)

    def _is_touched(self, name: str) -> bool:
        """Whether anything changed that a shared value was made of."""
        if name not in self._touched:
            sources = self._rows.shared.get(name)
            self._touched[name] = sources is None or not self._are_same(sources)
        return self._touched[name]

    def _are_same(self, sources: Sequence[int]) -> bool:
        keys = self._keys
        worked_out = (keys[number] for number in sources if keys[number].startswith(_WORKED_OUT))
        return self.changed.isdisjoint(sources) and not any(map(self._differs, worked_out))

    def _recall(self, name: str) -> tuple[Any, tuple[Key, ...]] | None:
        """A shared value that was kept, and what it was made of, when nothing of that changed."""
        if name not in self._values or self._is_touched(name):
            return None
        try:
            value = KEPT[name].validate_python(self._values[name])
        except ValidationError:
            return None
        return value, tuple([self._keys[at] for at in self._rows.shared[name]])

    def values(self) -> dict[str, Any]:
        """The shared values to keep for the next time: those that were kept, when all of them still hold."""
        if self._values.keys() == KEPT.keys() and not any(map(self._is_touched, KEPT)):
            return self._values
        return {name: self._dumped(name) for name in KEPT}

    def _dumped(self, name: str) -> Any:
        """A shared value in the form in which it is kept."""
        if name not in self._dumps:
            value = value_of(self.site, name)
            inside = value.inside if isinstance(value, Watched) else value
            self._dumps[name] = KEPT[name].dump_python(inside, mode="json")
        return self._dumps[name]

    def _has_other_words(self) -> bool:
        key = f"{_SHARED} {_LEXICON}"
        return self._is_touched(_LEXICON) and self._state(key) != self.was(key)

    def _has_other_parts(self, name: str) -> bool:
        ref, was = name.split(" ")
        with unwatched():
            item = self.site.edition.items.get(ref)
            return item is None or digest(*self.site.parts_of_words(item)) != was

    def _state(self, key: Key) -> str:
        if key not in self._states:
            self._states[key] = state_of_shared(self.site, key)
        return self._states[key]

    def written(self, run: Run, values: str) -> Notes:
        """What to note for the next time; ``values`` is the state of ``values()``.

        Keys may have other numbers after this, so it is the last to be asked.
        """
        before = self._rows
        rows, digests = following(before, self._notes.digests, Rows(run.name, shared=self._sources()), run.made)
        rows, states, used = replace(rows, keys=self._keys), self._with_states(), self._notes.used
        if len(self._keys) > _ROOMY * used:
            read = sorted({self._numbers[f"{_SHARED} {_LEXICON}"]}.union(rows.numbers, *rows.shared.values()))
            if read[-1] >= len(self._keys):
                return Notes()  # a cache may hold anything
            rows, states, used = rows.with_keys(read), [states[number] for number in read], len(read)
        rows, history = before if rows.is_like(before) else rows, self.site.commons.history.state
        return Notes(rows, run.name, self._at.state, history, used, states, digests, run.copied, values)

    def _sources(self) -> dict[str, Numbers]:
        """What every shared value that a key names was made of."""
        self.numbers([f"{_SHARED} {_LEXICON}"])
        known = self._rows.shared
        found = {name: sources for name, sources in known.items() if not self._is_touched(name)}
        for name in known.keys() - found.keys():
            found[name] = array("I", self.numbers(sources_of(self.site, name)))
        at = len(self._rows.keys)
        while at < len(self._keys):  # keys come along meanwhile
            if (name := _name_in(self._keys[at])) and name not in found:
                found[name] = array("I", self.numbers(sources_of(self.site, name)))
            at += 1
        return found

    def _with_states(self) -> list[str]:
        """The state of every key now: that of the last time, but for those that changed or came."""
        found = [*self._notes.states]
        for number in self.changed:
            found[number] = self._state_now(self._keys[number])
        return found + [self._state_now(key) for key in self._keys[len(found) :]]

    def _state_now(self, key: Key) -> str:
        if key.startswith(f"{_SHARED} "):
            return self._state(key)
        return self._told[key] if key in self._told else self._now.get(key, "")


def _name_in(key: Key) -> str:
    """The shared value that a key is of; empty when it is of none."""
    family, _, name = key.partition(" ")
    return {_SHARED: name.partition(" ")[0], _COMPOUNDS: _LEXICON}.get(family, "")
