"""An item as data: its fields under their own names, its rights, its days, and its text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from gemeengoed.kinds import Kind
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.declare import Ref
from gemeengoed.licences import find_licence
from gemeengoed.markdown.links import Link, resolve, rewrite_links
from gemeengoed.model import Item
from gemeengoed.provenance import licence_of, reserves_mining
from gemeengoed.rules.consent import may_be_named
from gemeengoed.stage.addresses import address_of
from gemeengoed.stage.index import revision_of
from gemeengoed.stage.open_data.addresses import here_address
from gemeengoed.stage.open_data.plain import plain
from gemeengoed.stage.shared import shared
from gemeengoed.stage.site import Site
from gemeengoed.stage.texts import staged_target, without_withheld


def may_know(site: Site, name: str, ref: Ref) -> bool:
    """Whether readers of this edition may know of what a reference names; of a person only with their consent."""
    commons, register = site.commons, ref.register
    if register == "item":
        return name in site.edition.items
    if register == "licence":
        return True
    if register in ("party", "contributor", "organisation"):
        register = commons.party_register(name)
        return may_be_named(commons, name) and (register, name) not in site.edition.unnamed
    return name in commons.terms[register] and (register, name) not in site.edition.unnamed


@shared
def published(site: Site) -> Mapping[str, tuple[str, ...]]:
    """References to the items that are published, in order, by the folder of their kind.

    Translations stand beside what they translate.
    """
    found: dict[str, list[str]] = {}
    for ref, item in site.edition.items.items():
        if item.status is Status.PUBLISHED:
            found.setdefault(item.kind.folder, []).append(ref)
    return {folder: tuple(refs) for folder, refs in found.items()}


def count(site: Site, kind: Kind) -> int:
    """How many items of a kind are published."""
    return len(published(site).get(kind.folder, ()))


def item_data(site: Site, item: Item) -> dict[str, Any]:
    """Everything about an item that readers of this edition may know, empty fields left out."""
    return {**head_data(site, item), "fields": fields_of(site, item), "body": body_of(site, item)}


def head_data(site: Site, item: Item) -> dict[str, Any]:
    """What is known of every item, whatever its kind: how it is named, its rights, and its days."""
    licence_id = licence_of(site.commons, item).licence
    licence, revision = find_licence(licence_id), revision_of(site.edition, item)
    rights: dict[str, Any] = {"licence": licence_id, "reserved": reserves_mining(licence_id)}
    head: dict[str, Any] = {
        "id": item.ref,
        "kind": item.kind.name,
        "language": site.language_of(item),
        "rights": {**rights, "url": licence.url} if licence else rights,
    }
    if revision:
        head["days"] = {"added": revision.created.isoformat(), "changed": revision.changed.isoformat()}
    return head


def fields_of(site: Site, item: Item) -> dict[str, Any]:
    """The front matter as its declaration has it, with the title in any case."""
    return {"title": item.title, **plain(item.fields, partial(may_know, site))}


def body_of(site: Site, item: Item) -> str:
    """The text in Markdown, its links as whole addresses; what a link says stays where it may lead nowhere."""
    return without_withheld(site, item.text, rewrite_links(item.text.body, partial(_address, site, item))).strip()


def _address(site: Site, item: Item, link: Link) -> str | None:
    if link.is_external or not link.target or link.target.startswith("#"):
        return link.target
    name, anchor = resolve(link.target, item.path)
    target = staged_target(site, name)
    if target is None:
        return None
    address = here_address(site, address_of(target))
    return f"{address}#{anchor}" if anchor else address
