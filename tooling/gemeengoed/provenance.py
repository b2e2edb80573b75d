"""Which licence an item has and why, what it is made of, and what follows from that.

An adaptation (``derived-from``, a translation) needs a licence that every source allows. What is included unchanged
keeps its own licence, and its restrictions follow along. What is cited or only inspired by asks for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from gemeengoed.i18n import Message, message
from gemeengoed.kinds.common import Relation
from gemeengoed.kinds.declare import Choice, Loc
from gemeengoed.licences import allowed, common, forbids_change, forbids_commerce, is_known
from gemeengoed.model import Commons, Item


class Ground(Choice):
    """Where the licence of a page is laid down."""

    FILE = "file", "The page itself"
    FOLDER = "folder", "The folder"
    DEFAULT = "default", "The default of the commons"


@dataclass(frozen=True)
class Held:
    """The licence that holds for a page, and where that is laid down."""

    licence: str
    ground: Ground


@dataclass(frozen=True)
class Part:
    """A work that an item is made of: where the item says so, its title and its licence."""

    loc: Loc
    title: str
    licence: str


def licence_of(commons: Commons, item: Item) -> Held:
    """The licence of an item: its own, else that of its folder, else the default. It need not be a known one."""
    settings = commons.settings.licences
    if item.fields.licence:
        return Held(item.fields.licence, Ground.FILE)
    if item.kind.folder in settings.folders:
        return Held(settings.folders[item.kind.folder], Ground.FOLDER)
    return Held(settings.default, Ground.DEFAULT)


def adapted(commons: Commons, item: Item) -> tuple[Part, ...]:
    """The works that an item is an adaptation of, those with a known licence: what it derives from and translates."""
    parts = [
        Part(("sources", number, "licence"), source.title or "", source.licence)
        for number, source in enumerate(item.fields.sources)
        if source.relation is Relation.DERIVED_FROM and source.licence
    ]
    translation = item.fields.translation_of
    original = commons.whole.items.get(translation.item) if translation and translation.item else None
    if original is not None and original is not item:
        parts.append(Part(("translation_of", "item"), original.title, licence_of(commons, original).licence))
    return tuple(part for part in parts if is_known(part.licence))


def included(item: Item) -> tuple[Part, ...]:
    """The works that stand in an item unchanged, those with a known licence: what it includes, and its media."""
    sources = (
        Part(("sources", number, "licence"), source.title or "", source.licence)
        for number, source in enumerate(item.fields.sources)
        if source.relation is Relation.INCLUDES and source.licence
    )
    media = (
        Part(("media", number, "licence"), medium.file or "", medium.licence)
        for number, medium in enumerate(item.fields.media)
        if medium.licence
    )
    return tuple(part for part in (*sources, *media) if is_known(part.licence))


def restricted(item: Item) -> tuple[Part, ...]:
    """Those of the included works that may not be used commercially, or not be changed: this follows along."""
    return tuple(part for part in included(item) if forbids_commerce(part.licence) or forbids_change(part.licence))


def reserves_mining(licence: str) -> bool:
    """Whether a licence forbids commerce, so that nobody may draw the page away for it by text and data mining."""
    return is_known(licence) and forbids_commerce(licence)


def fitting(commons: Commons, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The licences of this commons that an adaptation of all the parts may have, in the order of the settings."""
    options = common(part.licence for part in parts)
    return tuple(licence for licence in commons.settings.licences.allowed if licence in options)


def why(commons: Commons, item: Item) -> tuple[Message, ...]:
    """The steps by which the licence of an item was found, the last one the one that decides."""
    held, folder = licence_of(commons, item), item.kind.folder
    if held.ground is Ground.FILE:
        return (message("The page says so itself: licence: {licence}", licence=held.licence),)
    steps = (message("The page names no licence itself."),)
    if held.ground is Ground.FOLDER:
        rule = message(
            "mkdocs.yml gives the folder {folder} the licence {licence}.", folder=folder, licence=held.licence
        )
        return (*steps, rule)
    return (
        *steps,
        message("mkdocs.yml has no rule for the folder {folder}.", folder=folder),
        message("The default of this commons holds: {licence}.", licence=held.licence),
    )


def trace(commons: Commons, item: Item) -> tuple[Message, ...]:
    """Which licence an item has, why, what each of its sources allows, and what follows along from what it includes."""
    held = licence_of(commons, item)
    first = message("{path} has the licence {licence}.", path=item.path, licence=held.licence)
    return (
        first,
        *why(commons, item),
        *(_source(part) for part in adapted(commons, item)),
        *(_restriction(part) for part in restricted(item)),
    )


def _source(part: Part) -> Message:
    options, names = allowed(part.licence), {"title": part.title, "licence": part.licence}
    if options.licences is None:
        return message("Made after '{title}' ({licence}): what is made of it may have any licence.", **names)
    if not options:
        return message("Made after '{title}' ({licence}): nobody may spread what is made of it.", **names)
    only = ", ".join(options.names())
    return message("Made after '{title}' ({licence}): what is made of it may have {only}.", **names, only=only)


def _restriction(part: Part) -> Message:
    names = {"title": part.title, "licence": part.licence}
    if not forbids_commerce(part.licence):
        return message("Includes '{title}' ({licence}): that part may not be changed.", **names)
    if not forbids_change(part.licence):
        return message("Includes '{title}' ({licence}): that part may not be used for commercial gain.", **names)
    return message(
        "Includes '{title}' ({licence}): that part may not be changed, nor used for commercial gain.", **names
    )
