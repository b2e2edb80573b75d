"""What follows from the items of an edition: who refers to whom, and what stands under each term and party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gemeengoed.edition import Edition
from gemeengoed.model import Item, Revision
from gemeengoed.rules.translations import Versions
from gemeengoed.stage.trace import Watched, WatchedGroup, read

Group = Mapping[str, Sequence[Item]]


@dataclass(frozen=True)
class Index:
    """Items by what they refer to: items, and the terms and parties of each register. Listed items only.

    ``versions`` are the pages that say the same in several languages; ``instead`` has, of those that this site does not
    list, the one in its place.
    """

    by_kind: Group
    backlinks: Group
    by_term: Mapping[str, Group]
    newest: tuple[Item, ...]
    versions: Versions
    instead: Mapping[str, str]


class WatchedIndex(Index):
    """An index that notes what is asked for."""

    def __getattribute__(self, name: str) -> object:
        if name == "newest":
            read("index newest")
        return super().__getattribute__(name)


def watched(index: Index) -> Index:
    """The same index, watched."""
    by_term = {register: WatchedGroup(f"by_term {register}", group) for register, group in index.by_term.items()}
    return WatchedIndex(
        WatchedGroup("by_kind", index.by_kind),
        Watched("backlinks", index.backlinks),  # who asks how many there are asks which as well
        Watched("by_term", by_term),
        index.newest,
        Watched("versions", index.versions),
        Watched("instead", index.instead),
    )


class Groups(NamedTuple):
    """An index by numbers: those of the listed items in order of title. It can be kept."""

    listed: list[str]
    by_kind: dict[str, list[int]]
    backlinks: dict[str, list[int]]
    by_term: dict[str, dict[str, list[int]]]
    newest: list[int]


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


def build_groups(edition: Edition, instead: Mapping[str, str]) -> Groups:
    """The groups of an edition that lists of each work one page. What refers to another of its pages refers to that."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    backlinks: dict[str, list[int]] = defaultdict(list)
    by_term: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    listed, party_register = by_title(edition.listed), edition.commons.party_register
    for number, item in enumerate(listed):
        by_kind[item.kind.folder].append(number)
        named = dict.fromkeys(
            (party_register(name) if register == "party" else register, name) for register, name in item.named
        )
        for register, name in named:
            if register != "item":
                by_term[register][name].append(number)
            else:
                for target in dict.fromkeys((name, instead.get(name, name))):
                    if target != item.ref:
                        backlinks[target].append(number)
    places = {item.ref: number for number, item in enumerate(listed)}
    latest = [places[item.ref] for item in newest(edition)]
    return Groups([*places], dict(by_kind), dict(backlinks), {name: dict(of) for name, of in by_term.items()}, latest)


def fits(groups: Groups, edition: Edition) -> bool:
    """Whether groups that were kept can be those of an edition: a cache may hold anything."""
    grouped = (groups.by_kind, groups.backlinks, *groups.by_term.values())
    rows = [groups.newest, *(row for group in grouped for row in group.values())]
    is_known = all(min(row) >= 0 and max(row) < len(groups.listed) for row in rows if row)
    return is_known and len(groups.listed) == len(edition.listed) and edition.items.keys() >= {*groups.listed}


def index_of(groups: Groups, edition: Edition, works: Versions, instead: Mapping[str, str]) -> Index:
    """The index that groups stand for."""
    items = [edition.items[ref] for ref in groups.listed]
    return Index(
        _Numbered(items, groups.by_kind),
        _Numbered(items, groups.backlinks),
        {register: _Numbered(items, group) for register, group in groups.by_term.items()},
        tuple(items[number] for number in groups.newest),
        works,
        instead,
    )


def by_title(items: tuple[Item, ...]) -> list[Item]:
    """The items in order of title."""
    return sorted(items, key=lambda item: (item.title.casefold(), item.ref))


def newest(edition: Edition) -> tuple[Item, ...]:
    """The listed items, last added first; those without a date last. Of one day they stand in order of name."""

    def key(item: Item) -> tuple[int, str]:
        day = day_of(edition, item)
        return (-day.toordinal() if day else 0, item.ref)

    return tuple(sorted(edition.listed, key=key))


def revision_of(edition: Edition, item: Item) -> Revision | None:
    """What git knows of the item's file."""
    return edition.history.revisions.get(item.path)


def day_of(edition: Edition, item: Item) -> date | None:
    """When the item was added, as far as git knows."""
    return edition.history.came(item.path)


def last_change(edition: Edition) -> date | None:
    """The day of the last commit to an item of the edition, as far as git knows."""
    revisions = (revision_of(edition, item) for item in edition.items.values())
    return max((revision.changed for revision in revisions if revision), default=None)
