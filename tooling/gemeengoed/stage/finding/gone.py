"""What the page for an address that leads nowhere suggests from: the addresses of the site, a file for each folder.

A line is the last part of an address and its title, with its language where that is not the site's. A browser loads the
list of the folder that was asked for only.
"""

from __future__ import annotations

from collections.abc import Iterator

from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.stage.addresses import HOME, LETTERS, NEW, SEARCH
from gemeengoed.stage.foreign import Foreign
from gemeengoed.stage.site import Site

FILE = "addresses.txt"


def address_files(site: Site) -> Iterator[tuple[str, str]]:
    """The list of every folder, and that of the folders."""
    say, page = site.words.say, site.addresses.page
    folders = [(page(kind.folder), say(kind.plural)) for kind in KINDS]
    folders += [(page(register.plural), say(register.label)) for register in REGISTERS if register.name != "role"]
    single = [(page(LETTERS), say("A to Z")), (page(SEARCH), say("Search")), (page(NEW), say("What is new"))]
    yield f"{HOME}{FILE}", _lines([*folders, *single])
    for kind in KINDS:
        items = site.index.by_kind.get(kind.folder, ())
        yield f"{page(kind.folder)}{FILE}", _lines([(item.ref.rpartition("/")[2], site.title(item)) for item in items])
    for register in ("theme", "skill", "region"):
        names = [name for name in site.records(register) if site.has_page(register, name)]
        yield f"{page(f'{register}s')}{FILE}", _lines([(name, site.name_of(register, name)) for name in names])


def _lines(entries: list[tuple[str, str]]) -> str:
    return "".join("\t".join(_line(address, title)) + "\n" for address, title in entries)


def _line(address: str, title: str) -> list[str]:
    return [address.rstrip("/"), " ".join(title.split()), *([title.language] if isinstance(title, Foreign) else [])]
