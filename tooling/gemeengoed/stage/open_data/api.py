"""The static interface below ``api/v1/``: an index, the kinds, and lists and single entries of everything.

An address is that of what it names and no other: ``api/v1/practices/x.json`` is the practice ``practices/x``.
Lists have at most a hundred entries a file, so none grows without bound; each names the next. The same sources give the
same bytes, so that a host's ETag changes only when the data do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from gemeengoed.kinds import KINDS, REGISTERS, Kind, Register
from gemeengoed.model import Item
from gemeengoed.provenance import reserves_mining
from gemeengoed.stage.json_text import json_text
from gemeengoed.stage.open_data.addresses import API, api_address, page_address, schema_address
from gemeengoed.stage.open_data.items import count, head_data, item_data, published
from gemeengoed.stage.open_data.openapi import described
from gemeengoed.stage.open_data.overview import index, kinds
from gemeengoed.stage.open_data.registers import entries
from gemeengoed.stage.page import StagedFile, Unit
from gemeengoed.stage.parts import Part, how_many, parts_of
from gemeengoed.stage.reservation import reserved_items
from gemeengoed.stage.shared import shared
from gemeengoed.stage.site import Site
from gemeengoed.stage.texts import edit_address

PAGE = 100
"""How many entries a file of a list has at most."""


def api_units(site: Site) -> Iterator[Unit]:
    """Every file of the interface, in units that are made again by themselves; once for all languages."""
    if not site.is_first:
        return
    yield "api", partial(_whole_api, site)
    for kind in KINDS:
        for number in range(1, how_many(count(site, kind), PAGE) + 1):
            yield f"api {kind.folder} {number}", partial(_kind_part, site, kind, number)
    for register in REGISTERS:
        yield f"api {register.plural}", partial(_register_files, site, register)
    for ref, item in site.edition.items.items():
        yield f"api item {ref}", partial(_item_file, site, item)


def _whole_api(site: Site) -> Iterator[StagedFile]:
    default = reserves_mining(site.settings.licences.default)
    yield StagedFile(f"{API}index.json", written(index(site)), default)
    yield StagedFile(f"{API}kinds.json", written(kinds(site)), default)
    yield StagedFile(f"{API}openapi.json", written(described(site)), default)


def _kind_part(site: Site, kind: Kind, number: int) -> Iterator[StagedFile]:
    """A file of the list of a kind."""
    refs = published(site).get(kind.folder, ())
    some = refs[(number - 1) * PAGE : number * PAGE]
    entries = [_listed(site, site.edition.items[ref]) for ref in some]
    part = Part(entries, number, how_many(len(refs), PAGE), len(refs))
    reserved = _reserves(site).get(kind.folder, reserves_mining(site.settings.licences.default))
    yield _list_file(site, kind.folder, f"{kind.fields.__name__}List", part, reserved)


@shared
def _reserves(site: Site) -> Mapping[str, bool]:
    """Whether the list of a kind is reserved, by its folder: when any of its items is."""
    reserved = reserved_items(site)
    return {folder: any(reserved[ref] for ref in refs) for folder, refs in published(site).items()}


def _listed(site: Site, item: Item) -> dict[str, Any]:
    """An item as a list has it: enough to choose by."""
    links = {"self": api_address(site, item.ref), "page": page_address(site, item.ref)}
    fields = {"summary": item.fields.summary or "", "themes": [*item.fields.themes]}
    return {**head_data(site, item), "title": item.title, **fields, "links": links}


def _register_files(site: Site, register: Register) -> Iterator[StagedFile]:
    found = dict(entries(site, register))
    reserved = reserves_mining(site.settings.licences.default)
    title = register.name.capitalize()
    for name, entry in found.items():
        path = f"{register.plural}/{name}"
        links = {"self": api_address(site, path), "list": api_address(site, register.plural)}
        if register.name != "role" and site.has_page(register.name, name):
            links["page"] = page_address(site, path)
        data = {"$schema": schema_address(site, f"{title}Entry"), **entry, "links": links}
        yield StagedFile(f"{API}{path}.json", written(data), reserved)
    listed = [{**entry, "links": {"self": api_address(site, entry["id"])}} for entry in found.values()]
    for part in parts_of(listed, PAGE):
        yield _list_file(site, register.plural, f"{title}List", part, reserved)


def _list_file(site: Site, name: str, schema: str, part: Part[dict[str, Any]], reserved: bool) -> StagedFile:
    """A file of a list: the first bears its name, the further ones a number that no entry can have."""
    number = part.number
    near = {"prev": number - 1, "next": number + 1}
    links = {rel: api_address(site, _name(name, at)) for rel, at in near.items() if 1 <= at <= part.numbers}
    data = {
        "$schema": schema_address(site, schema),
        "total": part.total,
        "page": number,
        "pages": part.numbers,
        "links": {"self": api_address(site, _name(name, number)), "index": api_address(site, "index"), **links},
        "entries": part.things,
    }
    return StagedFile(f"{API}{_name(name, number)}.json", written(data), reserved)


def _name(name: str, number: int) -> str:
    return name if number == 1 else f"{name}/p_{number}"


def _item_file(site: Site, item: Item) -> Iterable[StagedFile]:
    data = item_data(site, item)
    links = {
        "self": api_address(site, item.ref),
        "page": page_address(site, item.ref),
        "list": api_address(site, item.kind.folder),
    }
    if source := edit_address(site, item.text):
        links["source"] = source
    head = {name: value for name, value in data.items() if name not in ("fields", "body")}
    schema = schema_address(site, f"{item.kind.fields.__name__}Item")
    whole_item = {"$schema": schema, **head, "links": links, "fields": data["fields"], "body": data["body"]}
    return [StagedFile(f"{API}{item.ref}.json", written(whole_item), data["rights"]["reserved"])]


def written(data: Any) -> str:
    """Data as JSON, in the order that it has."""
    return json_text(data)
