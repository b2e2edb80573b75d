"""What the data look like, as JSON Schema (draft 2020-12), written from the declaration of kinds and registers.

Nothing but what every record has is required: a reference that readers may not know of is left out of the data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.kinds.declare import SLUG, Record
from gemeengoed.stage.open_data.addresses import SCHEMAS
from gemeengoed.stage.open_data.registers import KEPT_BACK

_LEFT_OUT = frozenset({"required", "unit", "default", "additionalProperties"})
_NEVER = ("number", "integer")
"""What a text may also be in YAML (a bare year), and never is in the data."""

TEXT = {"type": "string"}
ADDRESS = {"type": "string", "format": "uri-reference"}
DAY = {"type": "string", "format": "date"}
FLAG = {"type": "boolean"}
COUNT = {"type": "integer", "minimum": 0}


def ref(name: str) -> dict[str, str]:
    """A reference to a schema."""
    return {"$ref": f"{SCHEMAS}{name}"}


def record(required: Mapping[str, Any], **optional: Any) -> dict[str, Any]:
    """The schema of a mapping with these keys and no other."""
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": [*required],
        "additionalProperties": False,
    }


def many(of: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a list."""
    return {"type": "array", "items": dict(of)}


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its name: the fields of each kind and register, and what stands around them."""
    found: dict[str, dict[str, Any]] = {
        "Days": record({"added": DAY, "changed": DAY}),
        "Rights": record({"licence": TEXT, "reserved": FLAG}, url=ADDRESS),
    }
    for kind in KINDS:
        found |= _declared(kind.fields)
        links = record({"self": ADDRESS, "page": ADDRESS, "list": ADDRESS}, source=ADDRESS)
        head = {
            "id": {"type": "string", "pattern": f"^{kind.folder}/"},
            "kind": {"const": kind.name},
            "language": {"type": "string", "pattern": "^[a-z]{2}$"},
            "rights": ref("Rights"),
        }
        name = kind.fields.__name__
        item = {"$schema": ADDRESS, **head, "links": links, "fields": ref(name), "body": TEXT}
        found[f"{name}Item"] = {"title": kind.label, "description": kind.about, **record(item, days=ref("Days"))}
    for register in REGISTERS:
        name = register.fields.__name__
        found |= _declared(register.fields)
        entry = {"id": {"type": "string", "pattern": f"^{register.plural}/{SLUG[1:]}"}, "fields": ref(name)}
        links = record({"self": ADDRESS, "list": ADDRESS}, page=ADDRESS)
        title = register.name.capitalize()
        found[f"{title}Entry"] = {"title": title, **record({"$schema": ADDRESS, **entry, "links": links})}
    return found


def _declared(model: type[Record]) -> dict[str, dict[str, Any]]:
    """The schema of a model and of those within it, by the name of each."""
    schema = model.model_json_schema(ref_template=f"{SCHEMAS}{{model}}")
    within = schema.pop("$defs", {})
    return {name: _of_data(part) for name, part in {model.__name__: schema, **within}.items()}


def _of_data(part: Any) -> Any:
    """A part of a schema of what is written, as one of what is told."""
    if isinstance(part, list):
        return [_of_data(entry) for entry in part]
    if not isinstance(part, Mapping):
        return part
    found = {name: _of_data(value) for name, value in part.items() if name not in _LEFT_OUT}
    if "properties" in part:
        kept = {name: _of_data(value) for name, value in part["properties"].items() if name not in KEPT_BACK}
        return {**found, "properties": kept, "additionalProperties": False}
    if "additionalProperties" in part:
        found["additionalProperties"] = _of_data(part["additionalProperties"])
    if isinstance(found.get("type"), list):
        found["type"] = next(sort for sort in found["type"] if sort not in _NEVER)
    if "anyOf" in found:
        rest = [choice for choice in found["anyOf"] if choice != {"type": "null"}]
        found = {**{name: value for name, value in found.items() if name != "anyOf"}, **_one(rest)}
    return found


def _one(choices: list[Any]) -> dict[str, Any]:
    return dict(choices[0]) if len(choices) == 1 else {"anyOf": choices}
