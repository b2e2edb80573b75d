"""The state of every key that a page may depend on (``trace``): a hash of what the key stands for now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any

from gemeengoed.cache import digest
from gemeengoed.edition import Edition, Outcome
from gemeengoed.model import Commons, Item
from gemeengoed.revisions import Revision
from gemeengoed.stage.elsewhere import Absent
from gemeengoed.stage.groups import Groups, State
from gemeengoed.stage.index import Group
from gemeengoed.stage.parts import how_many
from gemeengoed.stage.site import Site
from gemeengoed.stage.trace import Key, Watched, unwatched
from gemeengoed.stage.watched import REGISTERS

_BACKLINKS = "backlinks"

States = dict[Key, str]
Files = Mapping[str, tuple[str, str, str]]


def states(site: Site, files: Files) -> States:
    """The state of all keys, but those of what pages share. ``files`` has three hashes of every file: of all of it, of
    its front matter and links, and of these without its title."""
    with unwatched():
        return dict(_states(site, files))


def states_of_texts(commons: Commons, files: Files) -> list[tuple[Key, str]]:
    """The state of the keys that stand for all of an item."""
    with unwatched():
        items = commons.items.items()
        return [(f"item {ref}", files[item.path][0]) for ref, item in items if item.path in files]


def states_of_revisions(commons: Commons) -> list[tuple[Key, str]]:
    """The state of the keys that stand for what git knows of a file."""
    with unwatched():
        days = [(f"revision {path}", _days(revision)) for path, revision in commons.history.revisions.items()]
    return [*days, ("revision *", digest("\n".join([f"{key} {some}" for key, some in days])))]


def state_of_others(edition: Edition, files: Files, absent: Absent) -> State | None:
    """The state of everything that the other keys stand for, what pages share aside; None where it is not known."""
    commons = edition.commons
    with unwatched():
        paths = [item.path for item in commons.items.values()]
        if not commons.history.state or any(path not in files for path in paths):
            return None
        fronts = "\n".join([f"{path} {files[path][1]}" for path in paths])
        others = (*map(str, _whole(edition, files)), *sorted(map(str, absent)))
        came = "\n".join([f"{path} {known.created}" for path, known in commons.history.revisions.items()])
        rest = (came, "\n".join(commons.items), "\n".join(edition.items), *map(str, _renamed(commons)), *others)
        return State(digest(*rest), digest(fronts))


def edited_items(commons: Commons, files: Files, was: Callable[[Key], str | None]) -> frozenset[str]:
    """The items whose front matter is other than it was; one whose card nobody read is counted among them."""
    cards = {ref: was(f"card {ref}") or "" for ref in commons.items}
    return frozenset(ref for ref, item in commons.items.items() if not cards[ref].startswith(f"{files[item.path][1]} "))


def states_of_edited(site: Site, files: Files, edited: Set[str], before: Groups) -> Iterator[tuple[Key, str]]:
    """The state of the keys that an edit of the front matter of items can have changed; ``before`` are the groups then.

    Of a group in which none of them stands or stood, neither what is in it changed nor the order of that.
    """
    with unwatched():
        for ref in edited:
            yield from _of_item(site.commons, site.commons.items[ref], files)
        yield from _of_works(site)
        groups = _by_family(site)
        were, are = _touched(before, edited), _touched(site.groups, edited)
        for family, name in dict.fromkeys((*were, *are)):
            items = groups.get(family, {}).get(name, ())
            yield from _of_group(site, family, name, items, were.get((family, name), 0))
        yield from _of_names(site, groups)


def _touched(groups: Groups, edited: Set[str]) -> dict[tuple[str, str], int]:
    """The groups in which some items stand, each with how many do."""
    numbers, found = groups.numbers_of(edited), groups.grouped()
    return {(of, name): len(row) for of, group in found for name, row in group.items() if not numbers.isdisjoint(row)}


def _states(site: Site, files: Files) -> Iterator[tuple[Key, str]]:
    edition, commons = site.edition, site.commons
    for ref, item in commons.items.items():
        yield from _of_item(commons, item, files)
        yield f"items {ref}", "is there"
    yield "items *", _all(commons.items)
    for ref in edition.items:
        yield f"published {ref}", "is there"
    yield "published *", _all(edition.items)
    yield from states_of_revisions(commons)
    yield from _came(commons)
    yield from _renamed(commons)
    for name in REGISTERS:
        records = getattr(commons, name)
        kept = {key: record.model_dump_json() for key, record in records.items()}
        for key, record in kept.items():
            yield f"{name} {key}", digest(record)
        yield f"{name} *", digest(*(f"{key} {record}" for key, record in kept.items()))
    yield from _groups(site)
    yield from _whole(edition, files)


def _of_item(commons: Commons, item: Item, files: Files) -> Iterator[tuple[Key, str]]:
    ref, (whole, front, apart) = item.ref, files.get(item.path) or (repr(item),) * 3
    yield f"item {ref}", whole
    yield f"front {ref}", apart
    yield f"title {ref}", item.title
    yield f"card {ref}", f"{front} {commons.history.came(item.path)}"


def _came(commons: Commons) -> Iterator[tuple[Key, str]]:
    """When files came: none of it changes with what is done to a file later."""
    return ((f"came {path}", str(known.created)) for path, known in commons.history.revisions.items())


def _renamed(commons: Commons) -> Iterator[tuple[Key, str]]:
    renamed = commons.history.renamed
    yield from ((f"renamed {old}", new) for old, new in renamed.items())
    yield "renamed *", digest(*(f"{old}\n{new}" for old, new in renamed.items()))


def _groups(site: Site) -> Iterator[tuple[Key, str]]:
    index, groups = site.index, _by_family(site)
    for family, group in groups.items():
        for name, items in group.items():
            yield from _of_group(site, family, name, items)
    yield from _of_names(site, groups)
    yield "by_term *", digest(*index.by_term)
    for register in index.by_term:
        yield f"by_term {register}", "is there"
    yield "index newest", _refs(index.newest)
    yield from _of_works(site)
    yield from ((f"written {path}", place) for path, place in site.written.places.items())
    yield from ((f"absent {language} {address}", "is not there") for language, address in site.absent)


def _by_family(site: Site) -> dict[str, Group]:
    """Every group, by how its keys begin."""
    index = site.index
    by_term = {f"by_term {register}": group for register, group in index.by_term.items()}
    return {"by_kind": index.by_kind, _BACKLINKS: index.backlinks, **by_term}


def _of_group(site: Site, family: str, name: str, items: Sequence[Item], most: int = 0) -> Iterator[tuple[Key, str]]:
    """The state of a group: what is in it, how much, and of a listing what is in each of its parts.

    ``most`` is how much there was in it, where that was more.
    """
    key, refs = f"{family} {name}", [item.ref for item in items]
    yield key, digest("\n".join(refs)) if refs else ""
    if family != _BACKLINKS:
        yield f"{key} #", str(len(refs)) if refs else ""
        yield f"{key} ~", digest("\n".join(sorted(refs))) if refs else ""
        for number in range(1, how_many(max(most, len(refs)), site.settings.limits.listing_page) + 1):
            part = site.index.parts.get(f"{key} {number}")
            yield f"part {key} {number}", _refs(part) if part else ""


def _of_names(site: Site, groups: Mapping[str, Group]) -> Iterator[tuple[Key, str]]:
    """Which names there are in each group; for who goes through all backlinks, in which order whatever refers to it."""
    yield from ((f"{family} *", digest("\n".join(group))) for family, group in groups.items() if family != _BACKLINKS)
    yield f"{_BACKLINKS} *", digest(repr(site.groups.backlinks), *site.groups.listed)


def _of_works(site: Site) -> Iterator[tuple[Key, str]]:
    index = site.index
    yield from ((f"versions {ref}", _refs(work)) for ref, work in index.versions.items())
    for name, shown in (("instead", index.instead), *((f"instead {it.language}", it.instead) for it in site.elsewhere)):
        yield from ((f"{name} {ref}", other) for ref, other in shown.items())


def _whole(edition: Edition, files: Files) -> Iterator[tuple[Key, str]]:
    commons = edition.commons
    yield "commons today", str(commons.today)
    yield "commons root", str(commons.root)
    yield "commons pages", digest(*(f"{page.path} {files.get(page.path) or repr(page)}" for page in commons.pages))
    yield "commons strays", digest(*(f"{stray.path} {stray!r}" for stray in commons.strays))
    yield (
        "commons registers",
        digest(*(f"{path} {files.get(path) or repr(it)}" for path, it in commons.registers.items())),
    )
    yield "edition listed", _refs(edition.listed)
    yield "edition outcomes", _outcomes(edition.outcomes)
    yield "edition withheld", _outcomes(edition.withheld)
    yield "edition media", digest(*sorted(edition.media))
    yield "edition unnamed", digest(*sorted(map(str, edition.unnamed)))


def _days(revision: Revision) -> str:
    days = (revision.created, revision.changed, *revision.days)
    return " ".join([str(revision.commits), *(str(day.toordinal()) for day in days)])


def _outcomes(outcomes: tuple[Outcome, ...]) -> str:
    return digest("\n".join([f"{one.path} {one.fate} {one.ref} {one.reason or ''}" for one in outcomes]))


def _refs(items: Sequence[Item]) -> str:
    return digest("\n".join([item.ref for item in items]))


def _all(items: Mapping[str, Any]) -> str:
    return digest("\n".join(items.inside if isinstance(items, Watched) else items))
