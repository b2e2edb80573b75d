"""The state of every key that a page may depend on (``trace``): a hash of what the key stands for now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gemeengoed.cache import digest
from gemeengoed.edition import Edition, Outcome
from gemeengoed.model import Commons, Item, Revision
from gemeengoed.stage.elsewhere import Absent
from gemeengoed.stage.site import Site
from gemeengoed.stage.trace import Key, Watched, unwatched
from gemeengoed.stage.watched import REGISTERS

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


def state_of_others(edition: Edition, files: Files, absent: Absent) -> str:
    """The state of everything that the other keys stand for, what pages share aside; empty where it is not known."""
    commons = edition.commons
    with unwatched():
        paths = [item.path for item in commons.items.values()]
        if not commons.history.state or any(path not in files for path in paths):
            return ""
        fronts = "\n".join([f"{path} {files[path][1]}" for path in paths])
        others = (*map(str, _whole(edition, files)), *sorted(map(str, absent)))
        came = "\n".join([f"{path} {known.created}" for path, known in commons.history.revisions.items()])
        return digest(fronts, came, "\n".join(edition.items), *map(str, _renamed(commons)), *others)


def _states(site: Site, files: Files) -> Iterator[tuple[Key, str]]:
    edition, commons = site.edition, site.commons
    for ref, item in commons.items.items():
        whole, front, apart = files.get(item.path) or (repr(item),) * 3
        yield f"item {ref}", whole
        yield f"front {ref}", apart
        yield f"title {ref}", item.title
        yield f"card {ref}", f"{front} {commons.history.came(item.path)}"
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


def _came(commons: Commons) -> Iterator[tuple[Key, str]]:
    """When files came: none of it changes with what is done to a file later."""
    return ((f"came {path}", str(known.created)) for path, known in commons.history.revisions.items())


def _renamed(commons: Commons) -> Iterator[tuple[Key, str]]:
    renamed = commons.history.renamed
    yield from ((f"renamed {old}", new) for old, new in renamed.items())
    yield "renamed *", digest(*(f"{old}\n{new}" for old, new in renamed.items()))


def _groups(site: Site) -> Iterator[tuple[Key, str]]:
    index = site.index
    backlinks = {ref: _refs(items) for ref, items in index.backlinks.items()}
    yield from ((f"backlinks {ref}", state) for ref, state in backlinks.items())
    yield "backlinks *", digest("\n".join([f"{ref} {state}" for ref, state in backlinks.items()]))
    groups = {"by_kind": index.by_kind} | {f"by_term {register}": group for register, group in index.by_term.items()}
    for name, group in groups.items():
        refs = {key: _refs(items) for key, items in group.items()}
        yield from ((f"{name} {key}", state) for key, state in refs.items())
        yield from ((f"{name} {key} #", str(len(items))) for key, items in group.items())
        yield f"{name} *", digest("\n".join(refs))
    yield "by_term *", digest(*index.by_term)
    for register in index.by_term:
        yield f"by_term {register}", "is there"
    yield "index newest", _refs(index.newest)
    for ref, work in index.versions.items():
        yield f"versions {ref}", _refs(work)
    for name, shown in (("instead", index.instead), *((f"instead {it.language}", it.instead) for it in site.elsewhere)):
        yield from ((f"{name} {ref}", other) for ref, other in shown.items())
    yield from ((f"written {path}", place) for path, place in site.written.places.items())
    yield from ((f"absent {language} {address}", "is not there") for language, address in site.absent)


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
