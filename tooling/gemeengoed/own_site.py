"""What an absolute address of the commons' own site, or of its own repository, stands for."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from urllib.parse import unquote, urlsplit

from gemeengoed.i18n import address_word, translator
from gemeengoed.kinds import KIND_BY_FOLDER, REGISTER_BY_PLURAL
from gemeengoed.settings import Settings

_IN_REPOSITORY = re.compile(r"(?:^|/)(?P<path>(?:commons|docs)/[^?#]+)")


def is_own(address: str, settings: Settings) -> bool:
    """Whether an address is, by its form, that of an item or listing of the site or of a file in the repository."""
    language, below = _page(address, settings)
    is_page = bool(below) and str(below).partition("/")[0] in folders(language, str(settings.language))
    return is_page or _file(address, settings) is not None


def own_target(address: str, settings: Settings, known: Container[str]) -> str | None:
    """What the address leads to, as a link inside the commons names it: ``methods/intervisie#stappen``.

    ``known`` are the references that exist: of items, kinds and terms, and the paths of files. None when the address
    is not an own one or leads to nothing known.
    """
    anchor = f"#{urlsplit(address).fragment}" if "#" in address else ""
    path = _file(address, settings)
    if path is not None:
        name = path.removeprefix("commons/").removesuffix(".md") if path.startswith("commons/") else path
        return f"{name}{anchor}" if name in known else None
    language, rest = _page(address, settings)
    if rest is None:
        return None
    word, _, slug = rest.partition("/")
    name = f"{folders(language, str(settings.language)).get(word, word)}/{slug}".rstrip("/")
    if name in known:
        return f"{name if '/' in name else f'{name}/'}{anchor}"
    page = f"docs/{settings.folder_of(language)}{rest or 'index'}.md"
    return f"{page}{anchor}" if page in known else None


def _page(address: str, settings: Settings) -> tuple[str, str | None]:
    """The language of the site that an address leads to, and its path there; None when it is not of the site."""
    for language in (*settings.shown_in[1:], settings.shown_in[0]):
        below = _below(address, settings.address_in(language.locale))
        if below is not None:
            return str(language.locale), below
    return str(settings.language), None


@cache
def folders(language: str, otherwise: str = "") -> dict[str, str]:
    """The folder or register behind the first word of an address: ``methoden`` is ``methods``."""
    say = translator(language, otherwise)
    return {address_word(name, say): name for name in (*KIND_BY_FOLDER, *REGISTER_BY_PLURAL)}


def _below(address: str, base: str) -> str | None:
    """The path of an address below another one, without slashes around it; None when it is not below that."""
    if not base:
        return None
    own, theirs = urlsplit(base), urlsplit(address)
    root = own.path.rstrip("/") + "/"
    if own.netloc.lower() != theirs.netloc.lower() or not f"{theirs.path.rstrip('/')}/".startswith(root):
        return None
    return unquote(theirs.path)[len(root) :].strip("/").removesuffix("index.html").rstrip("/")


def _file(address: str, settings: Settings) -> str | None:
    """The file of the commons that an address in the repository shows, raw, to read or to edit."""
    below = _below(address, settings.repo_url)
    found = _IN_REPOSITORY.search(below) if below else None
    return found["path"] if found else None
