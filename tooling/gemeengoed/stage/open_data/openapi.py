"""The description of the interface, as OpenAPI 3.1: written from the declaration, so that it cannot fall behind it."""

from __future__ import annotations

from typing import Any

from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.licences import find_licence
from gemeengoed.stage.open_data.shape import ADDRESS, COUNT, FLAG, TEXT, many, record, ref, schemas
from gemeengoed.stage.site import Site

VERSION = "1.0.0"
"""That of the interface: what is added raises the second number; what breaks a reader gets ``/api/v2/``."""

_SAID = {"type": "object", "additionalProperties": TEXT}
"""A text by language."""


def described(site: Site) -> dict[str, Any]:
    """The description for the site of a commons."""
    settings = site.settings
    licence = find_licence(settings.licences.default)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": settings.site_name,
            "summary": "Everything that is published here, as JSON files.",
            "description": "Read-only, without a key. Fields bear the names that they have in the front matter of the "
            "pages. A list has at most a hundred entries a file and names the next. Every item states its licence; "
            "where `reserved` is true, text and data mining is reserved (Directive (EU) 2019/790, article 4(3)).",
            "version": VERSION,
            **({"license": {"name": licence.name, "url": licence.url}} if licence else {}),
        },
        "servers": [{"url": settings.site_url.rstrip("/") or "/"}],
        "paths": dict(_paths()),
        "components": {"schemas": {**schemas(), **_around()}},
    }


def _paths() -> Any:
    for name in ("index", "kinds", "openapi"):
        yield f"/api/v1/{name}.json", _get(name, {"type": "object"} if name == "openapi" else ref(name.capitalize()))
    lists = [(kind.folder, kind.fields.__name__, "Item", kind.about) for kind in KINDS]
    lists += [(register.plural, register.name.capitalize(), "Entry", register.label) for register in REGISTERS]
    for folder, name, single, about in lists:
        listed = ref(f"{name}List")
        yield f"/api/v1/{folder}.json", _get(f"list_{folder}", listed, about)
        yield f"/api/v1/{folder}/p_{{page}}.json", _get(f"list_{folder}_further", listed, about, _parameter("page"))
        yield (
            f"/api/v1/{folder}/{{slug}}.json",
            _get(f"get_{folder}", ref(f"{name}{single}"), about, _parameter("slug")),
        )


def _parameter(name: str) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": 2} if name == "page" else {"type": "string", "pattern": "^[a-z0-9-]+$"}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _get(operation: str, schema: dict[str, Any], about: str = "", *parameters: dict[str, Any]) -> dict[str, Any]:
    answers = {
        "200": {"description": "What is asked for.", "content": {"application/json": {"schema": schema}}},
        "404": {"description": "There is no such thing, or its readers may not know of it."},
    }
    get: dict[str, Any] = {"operationId": operation, "responses": answers}
    if about:
        get["summary"] = about
    return {"get": {**get, "parameters": [*parameters]} if parameters else get}


def _around() -> dict[str, Any]:
    """The schemas of what is no item or entry."""
    addresses = {"type": "object", "additionalProperties": ADDRESS}
    lists = {"type": "object", "additionalProperties": record({"total": COUNT, "first": ADDRESS})}
    named = {"name": TEXT, "label": _SAID}
    choices = many(record({"value": TEXT, "label": _SAID}))
    kind = {**named, "plural": _SAID, "about": _SAID, "list": ADDRESS, "fields": many(ref("Field"))}
    index = {"name": TEXT, "description": TEXT, "language": TEXT, "edition": TEXT, "licence": TEXT, "reserved": FLAG}
    registers = many(record({**named, "list": ADDRESS}))
    found = {
        "Field": record({**named, "help": _SAID, "required": FLAG}, unit=_SAID, names=TEXT, choices=choices),
        "Index": record({"$schema": ADDRESS, **index, "links": addresses, "lists": lists}),
        "Kinds": record({"$schema": ADDRESS, "links": addresses, "kinds": many(record(kind)), "registers": registers}),
    }
    for kind_of in KINDS:
        listed = {"id": TEXT, "kind": {"const": kind_of.name}, "language": TEXT, "rights": ref("Rights"), "title": TEXT}
        listed |= {"summary": TEXT, "themes": many(TEXT), "links": record({"self": ADDRESS, "page": ADDRESS})}
        found[f"{kind_of.fields.__name__}List"] = _list_of(record(listed, days=ref("Days")))
    for register in REGISTERS:
        entry = record({"id": TEXT, "fields": ref(register.fields.__name__), "links": record({"self": ADDRESS})})
        found[f"{register.name.capitalize()}List"] = _list_of(entry)
    return found


def _list_of(entry: dict[str, Any]) -> dict[str, Any]:
    links = record({"self": ADDRESS, "index": ADDRESS}, prev=ADDRESS, next=ADDRESS)
    around = {"$schema": ADDRESS, "total": COUNT, "page": COUNT, "pages": COUNT, "links": links}
    return record({**around, "entries": many(entry)})
