"""Where everything stands on the site: one place that turns names into addresses, in the language of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import cached_property, lru_cache

from gemeengoed.i18n import Translate, address_word, translator
from gemeengoed.kinds import KIND_BY_FOLDER, REGISTER_BY_PLURAL, REGISTERS
from gemeengoed.settings import Settings
from gemeengoed.stage.named import BELOW

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
CHOOSE = "choose"
FEEDS = "feeds"
JOIN_IN = "join-in"
BALANCE = "balance"
CONNECTIONS = "connections"
MEMBERSHIP = "membership"
DESIGN = "design"
PRINT_CARDS = "print-cards"
EDITOR = "editor"
DATA = "data"
COLOPHON = "colophon"
CONTACT = "contact"
REFERRING = "referring"
BROWSED = tuple(register for register in REGISTERS if register.name != "role")
"""The registers whose entries have pages."""

CONTRIBUTE = "contribute"
"""The hand-written page on how to share something; every empty state leads there."""

SINGLE = frozenset(word for name, word in globals().items() if name.isupper() and isinstance(word, str) and word)
"""The first parts of addresses that the site has besides kinds and registers."""


class Addresses:
    """Addresses of pages, as paths below the site's root: ``methods/intervisie`` is ``methoden/intervisie/``."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self._pages: dict[tuple[str, int], str] = {}
        self._made_of_words: dict[str, tuple[dict[str, str], dict[str, str]]] = {}

    def folder(self, name: str) -> str:
        """The first part of an address: the word of the site's language for ``methods``, ``themes``, ``search``."""
        return address_word(name, self._translate)

    def page(self, name: str, number: int = 1) -> str:
        """The address of a page: of an item, a term, or a listing and one of its further parts.

        A part has an underscore in its name, which no item can have: ``methoden/p_2/``. What stands of one kind below
        an item or term has the word of that kind: ``networks/x/practices`` is ``netwerken/x/praktijken/``, and
        ``themes/x/regions/gent`` is ``themas/x/regios/gent/``.
        """
        found = self._pages.get((name, number))
        if found is None:
            found = self._pages[name, number] = self._page(name, number)
        return found

    def _page(self, name: str, number: int) -> str:
        if not name:
            return HOME
        folder, *rest = name.split("/")
        below = [self.folder(part) if place % 2 else part for place, part in enumerate(rest)]
        parts = [self.folder(folder), *below, *([f"p_{number}"] if number > 1 else [])]
        return "/".join(parts) + "/"

    def within(self, address: str, other: Addresses) -> str:
        """The address in the other words of what has this one: ``praktijken/x/`` is ``practices/x/``.

        Every second part is a name, which is the same in every language but for those of ``named``.
        """
        words = address.rstrip("/").split("/")
        parts = [word if at % 2 else other.folder(self._names.get(word, word)) for at, word in enumerate(words)]
        folder = self._names.get(words[0], words[0])
        if len(words) > 1:
            name = self._below(folder)[0].get(words[1], words[1])
            parts[1] = other._below(folder)[1].get(name, words[1])
        return f"{'/'.join(parts)}/" if address else ""

    def _below(self, folder: str) -> tuple[dict[str, str], dict[str, str]]:
        """What stands below a first part and is made of words: the names by their words, the words by their names."""
        if folder not in self._made_of_words:
            words = BELOW[folder](self._translate) if folder in BELOW else {}
            self._made_of_words[folder] = ({word: name for name, word in words.items()}, words)
        return self._made_of_words[folder]

    @cached_property
    def _names(self) -> dict[str, str]:
        """What each word stands for."""
        return {self.folder(name): name for name in (*KIND_BY_FOLDER, *REGISTER_BY_PLURAL, *sorted(SINGLE))}

    def relative(self, here: str) -> Callable[..., str]:
        """A function from a name to the link that leads there from the address ``here``."""
        start = _parts(here)
        return lambda name, number=1: _between(start, self.page(name, number))


def addresses_in(settings: Settings, language: str) -> Addresses:
    """The addresses of the site in a language."""
    return Addresses(translator(language, str(settings.language)))


def relative(here: str, there: str) -> str:
    """The link from one address to another, both below the site's root. Keeps a closing slash."""
    return _between(_parts(here), there)


def _between(start: tuple[str, ...], there: str) -> str:
    end = _parts(there)
    shared, most = 0, min(len(start), len(end))
    while shared < most and start[shared] == end[shared]:
        shared += 1
    link = f"{'../' * (len(start) - shared)}{'/'.join(end[shared:])}".removesuffix("/") or "."
    return f"{link}/" if there.endswith("/") or not there else link


@lru_cache(maxsize=1 << 14)
def _parts(address: str) -> tuple[str, ...]:
    """The parts of an address; those of a page are asked for with each of its links, and of what has many links."""
    return tuple(part for part in posixpath.normpath(f"/{address}").split("/") if part)


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
    address = settings.address_in(settings.language)
    return f"{address}{addresses_in(settings, settings.language).page(f'{CHECKS}/{code}')}" if address else ""
