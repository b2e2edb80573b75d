"""What follows from the items of an edition: who refers to whom, and what stands under each term and party."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gemeengoed.edition import Edition
from gemeengoed.kinds import KINDS
from gemeengoed.model import Item
from gemeengoed.revisions import Revision
from gemeengoed.rules.translations import Versions
from gemeengoed.stage.groups import Groups
from gemeengoed.stage.trace import Watched, WatchedGroup, read

Group = Mapping[str, Sequence[Item]]
RANK = {kind.folder: place for place, kind in enumerate(KINDS)}
"""The kinds in the order in which listings show them."""


@dataclass(frozen=True)
class Index:
    """Items by what they refer to: items, and the terms and parties of each register. Listed items only.

    ``versions`` are the pages that say the same in several languages; ``instead`` has, of those that this site does not
    list, the one in its place. ``parts`` has what stands in each part of a listing: ``by_term theme vergaderen 2``.
    """

    by_kind: Group
    backlinks: Group
    by_term: Mapping[str, Group]
    parts: Mapping[str, Sequence[Item]]
    newest: tuple[Item, ...]
    versions: Versions
    instead: Mapping[str, str]


class WatchedIndex(Index):
    """An index that notes what is asked for."""

    def __getattribute__(self, name: str) -> object:
        if name == "newest":
            read("index newest")
        return super().__getattribute__(name)


class _Numbered(Mapping[str, tuple[Item, ...]]):
    """A group whose items are looked up when somebody asks for them."""

    def __init__(self, items: Sequence[Item], numbers: Mapping[str, Sequence[int]]) -> None:
        self._items = items
        self._numbers = numbers
        self._found: dict[str, tuple[Item, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Item, ...]:
        if name not in self._found:
            self._found[name] = tuple([self._items[number] for number in self._numbers[name]])
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class Parts(Mapping[str, Sequence[Item]]):
    """What stands in each part of the listing of a kind, term or party: by kind, then in order of title.

    The name of a part is that of its group and its number: ``by_kind methods 2``, ``by_term theme vergaderen 1``.
    """

    def __init__(self, groups: Mapping[str, Group], size: int) -> None:
        self._groups = groups
        self._size = size
        self._ordered: dict[str, list[Item]] = {}

    def __getitem__(self, name: str) -> Sequence[Item]:
        group, _, number = name.rpartition(" ")
        end = int(number) * self._size
        found = self._in_order(group)[end - self._size : end]
        if not found:
            raise KeyError(name)
        return found

    def _in_order(self, name: str) -> list[Item]:
        if name not in self._ordered:
            family, _, inside = name.rpartition(" ")
            self._ordered[name] = sorted(self._groups[family][inside], key=lambda item: RANK[item.kind.folder])
        return self._ordered[name]

    def __iter__(self) -> Iterator[str]:
        for family, group in self._groups.items():
            for name, items in group.items():
                yield from (f"{family} {name} {at // self._size + 1}" for at in range(0, len(items), self._size))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def index_of(groups: Groups, edition: Edition, works: Versions, instead: Mapping[str, str], size: int) -> Index:
    """The index that groups stand for, which notes what is asked of it; a part of a listing has this ``size``."""
    items = [edition.items[ref] for ref in groups.listed]
    by_kind, by_term = _Numbered(items, groups.by_kind), groups.by_term.items()
    by_terms = {f"by_term {register}": _Numbered(items, group) for register, group in by_term}
    return WatchedIndex(
        WatchedGroup("by_kind", by_kind),
        Watched("backlinks", _Numbered(items, groups.backlinks)),  # who asks how many there are asks which as well
        Watched("by_term", {name.partition(" ")[2]: WatchedGroup(name, group) for name, group in by_terms.items()}),
        Watched("part", Parts({"by_kind": by_kind, **by_terms}, size)),
        tuple(items[number] for number in groups.newest),
        Watched("versions", works),
        Watched("instead", instead),
    )


def by_name(group: Group, name: str) -> Sequence[Item]:
    """Those of a group in order of their own names: whoever asks so does not depend on their titles."""
    return group.by_name(name) if isinstance(group, WatchedGroup) else group.get(name, ())


def revision_of(edition: Edition, item: Item) -> Revision | None:
    """What git knows of the item's file."""
    return edition.history.revisions.get(item.path)


def last_change(edition: Edition) -> date | None:
    """The day of the last commit to an item of the edition, as far as git knows."""
    revisions = (revision_of(edition, item) for item in edition.items.values())
    return max((revision.changed for revision in revisions if revision), default=None)
