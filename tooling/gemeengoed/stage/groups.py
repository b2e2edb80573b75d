"""The groups that an index is made of, by numbers, so that they can be kept; and those after an edit of some items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from datetime import date
from typing import NamedTuple

from gemeengoed.cache import digest
from gemeengoed.edition import Edition
from gemeengoed.model import Item
from gemeengoed.rules.translations import Versions

Row = list[int]


class State(NamedTuple):
    """The state of everything but the texts of items and what was done to files since they came.

    ``fronts`` is that of the front matter of items, ``rest`` that of all other.
    """

    rest: str
    fronts: str


class Groups(NamedTuple):
    """An index by numbers: those of the listed items in order of title. The names in each group are in order too."""

    listed: list[str]
    by_kind: dict[str, Row]
    backlinks: dict[str, Row]
    by_term: dict[str, dict[str, Row]]
    newest: Row
    works: str
    """The state of what the pages of one work have to do with it (``state_of_works``)."""

    of: State | None = None

    def grouped(self) -> Iterator[tuple[str, Mapping[str, Row]]]:
        """Every group with the name that its keys begin with."""
        yield "by_kind", self.by_kind
        yield "backlinks", self.backlinks
        yield from ((f"by_term {register}", group) for register, group in self.by_term.items())

    def numbers_of(self, refs: Collection[str]) -> set[int]:
        """The numbers of items."""
        return {number for number, ref in enumerate(self.listed) if ref in refs} if refs else set()


def build_groups(edition: Edition, instead: Mapping[str, str], works: str = "") -> Groups:
    """The groups of an edition that lists of each work one page. What refers to another of its pages refers to that."""
    by_kind: dict[str, Row] = defaultdict(list)
    found: dict[str, dict[str, Row]] = defaultdict(lambda: defaultdict(list))
    listed = by_title(edition.listed)
    for number, item in enumerate(listed):
        by_kind[item.kind.folder].append(number)
        for register, name in named(item, edition, instead):
            found[register][name].append(number)
    places = {item.ref: number for number, item in enumerate(listed)}
    latest = [places[item.ref] for item in newest(edition)]
    backlinks = found.pop("item", {})
    by_term = {register: _in_order(group) for register, group in sorted(found.items())}
    return Groups([*places], _in_order(by_kind), _in_order(backlinks), by_term, latest, works)


def named(item: Item, edition: Edition, instead: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The groups in which an item stands, that of its kind aside: register and name, ``item`` for backlinks."""
    party_register = edition.commons.party_register
    said = dict.fromkeys(
        (party_register(name) if register == "party" else register, name) for register, name in item.named
    )
    for register, name in said:
        if register != "item":
            yield register, name
        else:
            targets = dict.fromkeys((name, instead.get(name, name)))
            yield from (("item", target) for target in targets if target != item.ref)


def _in_order(group: Mapping[str, Row]) -> dict[str, Row]:
    return dict(sorted(group.items()))


def state_of_works(every: Versions, *instead: Mapping[str, str]) -> str:
    """The state of which pages are one work, and which of those stand instead of others in each language."""
    works = [f"{ref} {' '.join(item.ref for item in work)}" for ref, work in every.items()]
    return digest(*works, *(f"{ref}\n{other}" for shown in instead for ref, other in (*shown.items(), ("", ""))))


def fits(groups: Groups, edition: Edition, works: str) -> bool:
    """Whether groups that were kept can be those of an edition: a cache may hold anything."""
    rows = [groups.newest, *(row for _, group in groups.grouped() for row in group.values())]
    is_known = all(min(row) >= 0 and max(row) < len(groups.listed) for row in rows if row)
    return is_known and groups.works == works and sorted(groups.listed) == sorted(item.ref for item in edition.listed)


def renewed(groups: Groups, edited: Set[str], edition: Edition, instead: Mapping[str, str]) -> Groups:
    """The groups after an edit of the front matter of some items, by which neither what is listed nor works changed.

    That is a tenth of the work of building them, for which all that every item refers to is gone through.
    """
    listed = by_title(edition.listed)
    places = {item.ref: number for number, item in enumerate(listed)}
    moved, gone = [places[ref] for ref in groups.listed], groups.numbers_of(edited)

    def without(row: Row) -> Row:
        return sorted([moved[number] for number in row if number not in gone])

    kept = {name: {key: without(row) for key, row in group.items()} for name, group in groups.grouped()}
    for ref in edited & places.keys():
        item = edition.items[ref]
        kept["by_kind"][item.kind.folder].append(places[ref])
        for register, name in named(item, edition, instead):
            family = "backlinks" if register == "item" else f"by_term {register}"
            kept.setdefault(family, {}).setdefault(name, []).append(places[ref])
    full = {name: _in_order({key: sorted(row) for key, row in group.items() if row}) for name, group in kept.items()}
    by_term = {name.partition(" ")[2]: group for name, group in sorted(full.items()) if group and " " in name}
    newest = [moved[number] for number in groups.newest]
    return Groups([*places], full["by_kind"], full["backlinks"], by_term, newest, groups.works)


def by_title(items: tuple[Item, ...]) -> list[Item]:
    """The items in order of title."""
    return sorted(items, key=lambda item: (item.title.casefold(), item.ref))


def newest(edition: Edition) -> tuple[Item, ...]:
    """The listed items, last added first; those without a date last. Of one day they stand in order of name."""

    def key(item: Item) -> tuple[int, str]:
        day = day_of(edition, item)
        return (-day.toordinal() if day else 0, item.ref)

    return tuple(sorted(edition.listed, key=key))


def day_of(edition: Edition, item: Item) -> date | None:
    """When the item was added, as far as git knows."""
    return edition.history.came(item.path)
