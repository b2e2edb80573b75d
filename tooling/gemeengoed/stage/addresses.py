"""Where everything stands on the site: one place that turns names into addresses, in the language of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from gemeengoed.i18n import Translate, address_word, translator
from gemeengoed.kinds import REGISTERS
from gemeengoed.settings import Settings

HOME = ""
SEARCH = "search"
LETTERS = "a-to-z"
NEW = "new"
FILES = "files"
CHECKS = "checks"
CALENDAR = "calendar"
DECISIONS = "decisions"
FIGURES = "figures"
MAP = "map"
USED = "used"
FEEDS = "feeds"
JOIN_IN = "join-in"
BALANCE = "balance"
CONNECTIONS = "connections"
MEMBERSHIP = "membership"
EDITOR = "editor"
DATA = "data"
COLOPHON = "colophon"
CONTACT = "contact"
BROWSED = tuple(register for register in REGISTERS if register.name != "role")
"""The registers whose entries have pages."""

CONTRIBUTE = "contribute"
"""The hand-written page on how to share something; every empty state leads there."""


class Addresses:
    """Addresses of pages, as paths below the site's root: ``methods/intervisie`` is ``methoden/intervisie/``."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def folder(self, name: str) -> str:
        """The first part of an address: the word of the site's language for ``methods``, ``themes``, ``search``."""
        return address_word(name, self._translate)

    def page(self, name: str, number: int = 1) -> str:
        """The address of a page: of an item, a term, or a listing and one of its further parts.

        A part has an underscore in its name, which no item can have: ``methoden/p_2/``. What stands of one kind below
        an item or term has the word of that kind: ``networks/x/practices`` is ``netwerken/x/praktijken/``, and
        ``themes/x/regions/gent`` is ``themas/x/regios/gent/``.
        """
        if not name:
            return HOME
        folder, *rest = name.split("/")
        below = [self.folder(part) if place % 2 else part for place, part in enumerate(rest)]
        parts = [self.folder(folder), *below, *([f"p_{number}"] if number > 1 else [])]
        return "/".join(parts) + "/"

    def relative(self, here: str) -> Callable[..., str]:
        """A function from a name to the link that leads there from the address ``here``."""
        return lambda name, number=1: relative(here, self.page(name, number))


def relative(here: str, there: str) -> str:
    """The link from one address to another, both below the site's root. Keeps a closing slash."""
    link = posixpath.relpath("/" + there, "/" + here)
    if there.endswith("/") or not there:
        return "./" if link == "." else link + "/"
    return link


def staged_path(address: str) -> str:
    """The staged file of an address: ``methoden/intervisie/`` is ``methoden/intervisie.md``.

    An item with the name ``index`` gets a folder, or it would be the listing.
    """
    if address.endswith("/index/"):
        return f"{address}index.md"
    return f"{address.rstrip('/')}.md" if address else "index.md"


def listing_path(address: str) -> str:
    """The staged file of a listing's address: ``methoden/`` is ``methoden/index.md``."""
    return f"{address}index.md"


def address_of(path: str) -> str:
    """The address of a staged page: ``methoden/index.md`` is ``methoden/``, ``over.md`` is ``over/``.

    That of a file that is no page is its path.
    """
    if not path.endswith(".md"):
        return path
    name = path.removesuffix(".md")
    return name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"


def check_address(settings: Settings, code: str) -> str:
    """The full address of the page that explains a check; empty where the settings name no site."""
    if not settings.site_url:
        return ""
    return f"{settings.site_url.rstrip('/')}/{Addresses(translator(settings.language)).page(f'{CHECKS}/{code}')}"
