"""What the page for an address that leads nowhere suggests from: the addresses of the site, a file for each folder.

A line is the last part of an address and its title, with its language where that is not the site's. A browser loads the
list of the folder that was asked for only. A long one has a line for each beginning of names instead, ``be*``, and
``addresses-be.txt`` has the names that begin so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from gemeengoed.kinds import KINDS, REGISTERS, Kind
from gemeengoed.stage.addresses import HOME, LETTERS, NEW, SEARCH
from gemeengoed.stage.foreign import Foreign
from gemeengoed.stage.page import StagedFile, Unit, only
from gemeengoed.stage.site import Site

FILE = "addresses.txt"
MOST, LONGEST = 1000, 12
"""How many names a list has before it is divided, and by how many of their first letters it is at most."""

Entries = list[tuple[str, str]]


def address_units(site: Site) -> Iterator[Unit]:
    """The list of folders, and that of every folder, each by itself."""
    yield "addresses", partial(only, _of_folders, site)
    for kind in KINDS:
        yield f"addresses {kind.folder}", partial(_of_kind, site, kind)
    for register in ("theme", "skill", "region"):
        yield f"addresses {register}s", partial(_of_register, site, register)


def _of_folders(site: Site) -> StagedFile:
    say, page = site.words.say, site.addresses.page
    folders = [(page(kind.folder), say(kind.plural)) for kind in KINDS]
    folders += [(page(register.plural), say(register.label)) for register in REGISTERS if register.name != "role"]
    single = [(page(LETTERS), say("A to Z")), (page(SEARCH), say("Search")), (page(NEW), say("What is new"))]
    return StagedFile(f"{HOME}{FILE}", _lines([*folders, *single]))


def _of_kind(site: Site, kind: Kind) -> Iterator[StagedFile]:
    items = site.index.by_kind.get(kind.folder, ())
    return _lists(site.addresses.page(kind.folder), [(item.ref.rpartition("/")[2], site.title(item)) for item in items])


def _of_register(site: Site, register: str) -> Iterator[StagedFile]:
    names = [name for name in site.records(register) if site.has_page(register, name)]
    return _lists(site.addresses.page(f"{register}s"), [(name, site.name_of(register, name)) for name in names])


def _lists(folder: str, entries: Entries) -> Iterator[StagedFile]:
    """The list of a folder, or that of its beginnings and theirs."""
    if len(entries) <= MOST:
        yield StagedFile(f"{folder}{FILE}", _lines(entries))
        return
    divided = dict(sorted(_divided(entries, 1)))
    yield StagedFile(f"{folder}{FILE}", "".join(f"{beginning}*\n" for beginning in divided))
    for beginning, some in divided.items():
        yield StagedFile(f"{folder}addresses-{beginning}.txt", _lines(some))


def _divided(entries: Entries, letters: int) -> Iterator[tuple[str, Entries]]:
    """The entries by the beginning of their names: as many letters as it takes to have few of each."""
    found: dict[str, Entries] = {}
    for entry in entries:
        found.setdefault(entry[0][:letters], []).append(entry)
    for beginning, some in found.items():
        is_long = len(some) > MOST and letters < LONGEST
        yield from _divided(some, letters + 1) if is_long else [(beginning, some)]


def _lines(entries: Entries) -> str:
    return "".join("\t".join(_line(address, title)) + "\n" for address, title in entries)


def _line(address: str, title: str) -> list[str]:
    return [address.rstrip("/"), " ".join(title.split()), *([title.language] if isinstance(title, Foreign) else [])]
