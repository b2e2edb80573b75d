"""What follows from the items of an edition: who refers to whom, and what stands under each term and party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeengoed.edition import Edition
from gemeengoed.model import Item, Revision
from gemeengoed.rules.translations import Versions
from gemeengoed.stage.trace import Watched, read

Group = Mapping[str, tuple[Item, ...]]


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
    by_term = {register: Watched(f"by_term {register}", group) for register, group in index.by_term.items()}
    return WatchedIndex(
        Watched("by_kind", index.by_kind),
        Watched("backlinks", index.backlinks),
        Watched("by_term", by_term),
        index.newest,
        Watched("versions", index.versions),
        Watched("instead", index.instead),
    )


def build_index(edition: Edition, works: Versions, instead: Mapping[str, str]) -> Index:
    """The index of an edition that lists of each work one page. What refers to another of its pages refers to that."""
    by_kind: dict[str, list[Item]] = defaultdict(list)
    backlinks: dict[str, list[Item]] = defaultdict(list)
    by_term: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item in by_title(edition.listed):
        by_kind[item.kind.folder].append(item)
        named = dict.fromkeys((_register(register, name, edition), name) for register, name in item.named)
        for register, name in named:
            if register != "item":
                by_term[register][name].append(item)
            else:
                for target in dict.fromkeys((name, instead.get(name, name))):
                    if target != item.ref:
                        backlinks[target].append(item)
    return Index(
        _frozen(by_kind),
        _frozen(backlinks),
        {name: _frozen(group) for name, group in by_term.items()},
        newest(edition),
        works,
        instead,
    )


def _register(register: str, name: str, edition: Edition) -> str:
    """A party is a contributor or an organisation."""
    if register != "party":
        return register
    return "contributor" if name in edition.commons.contributors else "organisation"


def _frozen(groups: dict[str, list[Item]]) -> Group:
    return {name: tuple(items) for name, items in groups.items()}


def by_title(items: tuple[Item, ...]) -> list[Item]:
    """The items in order of title."""
    return sorted(items, key=lambda item: (item.title.casefold(), item.ref))


def newest(edition: Edition) -> tuple[Item, ...]:
    """The listed items, last added first; those without a date last."""

    def key(item: Item) -> tuple[int, str, str]:
        revision = revision_of(edition, item)
        return (-revision.created.toordinal() if revision else 0, item.title.casefold(), item.ref)

    return tuple(sorted(edition.listed, key=key))


def revision_of(edition: Edition, item: Item) -> Revision | None:
    """What git knows of the item's file."""
    return edition.history.revisions.get(item.path)


def day_of(edition: Edition, item: Item) -> date | None:
    """When the item was added, as far as git knows."""
    revision = revision_of(edition, item)
    return revision.created if revision else None


def last_change(edition: Edition) -> date | None:
    """The day of the last commit to an item of the edition, as far as git knows."""
    revisions = (revision_of(edition, item) for item in edition.items.values())
    return max((revision.changed for revision in revisions if revision), default=None)
