"""The text of a page as the staged tree has it: its links lead to staged files, and none out of the edition."""

from __future__ import annotations

import posixpath
import re

from gemeengoed.forge import forge_of
from gemeengoed.kinds import KIND_BY_FOLDER, REGISTER_BY_PLURAL
from gemeengoed.markdown.links import Link, resolve, rewrite_links
from gemeengoed.model import MEDIA
from gemeengoed.stage.addresses import BROWSED, listing_path, staged_path
from gemeengoed.stage.site import Site
from gemeengoed.texts import Text

_REFERENCE = re.compile(
    rf"(?:(?:\.\./|\./|commons/)*\b(?P<folder>{'|'.join(KIND_BY_FOLDER)})/|(?<![\w/-])(?=[a-z0-9-]+\.md\b))"
    r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md\b)?"
)
"""Whatever may name an item: ``methods/intervisie``, ``../methods/intervisie.md``, ``intervisie.md``."""


def edit_address(site: Site, text: Text) -> str:
    """Where the forge lets a reader change a file; empty where the settings name no forge."""
    forge = forge_of(site.settings)
    return forge.edit(text.path) if forge else ""


def staged_body(site: Site, text: Text, path: str) -> str:
    """The body of a page with its links as the staged tree has them. A link out of the edition keeps only its words."""

    def change(link: Link) -> str | None:
        return _staged_link(site, text, path, link)

    return without_withheld(site, text, rewrite_links(text.body, change))


def without_withheld(site: Site, text: Text, body: str) -> str:
    """The body without any reference to what its readers may not know of, also where it is not a link as we know them.

    A link to such a page is gone by now; this is for what only the engine takes for a link, and for plain words.
    """

    def change(match: re.Match[str]) -> str:
        folder = match["folder"] or text.path.split("/")[-2]
        return "#" if f"{folder}/{match['slug']}" in site.withheld else match.group()

    return _REFERENCE.sub(change, body) if site.withheld else body


def _staged_link(site: Site, text: Text, path: str, link: Link) -> str | None:
    if link.is_external or not link.target or link.target.startswith("#"):
        return link.target
    name, anchor = resolve(link.target, text.path)
    target = staged_target(site, name, bool(anchor))
    if target is None:
        return None
    relative = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return f"{relative}#{anchor}" if anchor else relative


def staged_target(site: Site, name: str, has_anchor: bool = False) -> str | None:
    """The staged file that a resolved link leads to; None when this edition has none.

    A link to an item leads to its translation, unless it names a place in the text.
    """
    if name in site.edition.items:
        shown = name if has_anchor else site.index.instead.get(name, name)
        return staged_path(site.addresses.page(shown))
    if name in site.commons.items:
        return None
    if posixpath.splitext(name)[1].lower() in MEDIA and name.startswith("commons/"):
        return media_path(site, name) if name in site.edition.media else None
    if name.startswith("docs/"):
        return site.written.places.get(name, name.removeprefix("docs/"))
    return _staged_listing(site, name)


def _staged_listing(site: Site, name: str) -> str | None:
    """The staged file of a listing: of a kind, or of a term; of all terms where nothing stands under this one."""
    folder, _, term = name.partition("/")
    register = REGISTER_BY_PLURAL.get(folder)
    if folder not in KIND_BY_FOLDER and register not in BROWSED:
        return None
    has_own = register is not None and site.has_page(register.name, term)
    return listing_path(site.addresses.page(name if has_own else folder))


def media_path(site: Site, path: str) -> str:
    """The staged path of a file beside an item: ``commons/tips/x.png`` is ``tips/x.png``."""
    _, folder, name = path.split("/", 2)
    return f"{site.addresses.folder(folder)}/{name}"
