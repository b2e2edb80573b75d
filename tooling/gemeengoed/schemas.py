"""JSON Schemas of the kinds and registers, written from the declaration, and of the problems that ``check`` tells.

JSON Schema draft 2020-12. Titles and descriptions are in the language of the commons, since contributors read them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping as AnyMapping
from pathlib import Path
from typing import Any

from gemeengoed.i18n import Translate, translator
from gemeengoed.importing.mapping import Mapping
from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.kinds.declare import SLUG, Record
from gemeengoed.kinds.registers import Contributor
from gemeengoed.report.json import SCHEMA as PROBLEMS

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas(language: str = "nl") -> dict[str, str]:
    """The text of every schema by its file name: ``practice.schema.json``, ``vocabulary.schema.json``."""
    say = translator(language)
    found: dict[str, dict[str, Any]] = {
        kind.name: _top(_record(kind.fields, say), say(kind.label), say(kind.about)) for kind in KINDS
    }
    for file in dict.fromkeys(register.file for register in REGISTERS):
        found[Path(file).stem] = _register(file, say)
    found["problems"] = PROBLEMS
    found["mapping"] = {"$schema": DRAFT, **_mapping()}
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in found.items()
    }


def _mapping() -> dict[str, Any]:
    """That of the file for ``gemeengoed import``; for maintainers, so in English."""
    schema = Mapping.model_json_schema()
    schema["title"], schema["description"] = "Mapping", "What becomes of the files of a collection: gemeengoed import."
    return schema


def _top(schema: dict[str, Any], title: str, about: str) -> dict[str, Any]:
    return {"$schema": DRAFT, **schema, "title": title, "description": about}


def _record(model: type[Record], say: Translate) -> dict[str, Any]:
    schema = model.model_json_schema()
    for definition in (schema, *schema.get("$defs", {}).values()):
        definition.pop("description", None)  # the docstring of the class: for programmers
        definition.pop("title", None)
    said: dict[str, Any] = _said(schema, say)
    return said


def _register(file: str, say: Translate) -> dict[str, Any]:
    """A register is a mapping from identifier to record, or several of those under their own keys."""
    definitions: dict[str, Any] = {}
    sections: dict[str, Any] = {}
    for register in REGISTERS:
        if register.file != file:
            continue
        record = _record(register.fields, say)
        definitions |= record.pop("$defs", {})
        if register.fields is Contributor:  # of somebody who withdrew nothing is asked any more
            needed = {"required": record.pop("required")}
            record |= {"if": {"not": {"required": ["withdrawn_on"]}}, "then": needed}
        definitions[register.fields.__name__] = record
        sections[register.key] = {
            "type": "object",
            "title": say(register.label),
            "propertyNames": {"pattern": SLUG},
            "additionalProperties": {"$ref": f"#/$defs/{register.fields.__name__}"},
        }
    if list(sections) == [""]:
        return {"$schema": DRAFT, "$defs": definitions, **sections[""]}
    return {
        "$schema": DRAFT,
        "$defs": definitions,
        "type": "object",
        "properties": sections,
        "additionalProperties": False,
    }


def _said(part: Any, say: Translate) -> Any:
    """A part of a schema with its words in the reader's language, and the fields it requires as the standard has it."""
    if isinstance(part, list):
        return [_said(entry, say) for entry in part]
    if not isinstance(part, AnyMapping):
        return part
    said = {name: _said(value, say) for name, value in part.items() if name not in ("required", "unit", "default")}
    for name in ("title", "description"):
        if isinstance(said.get(name), str):
            said[name] = say(said[name]) if said[name] else ""
    if not said.get("description", "filled"):
        del said["description"]
    properties = part.get("properties")
    if isinstance(properties, AnyMapping):
        needed = [name for name, schema in properties.items() if schema.get("required") is True]
        if needed:
            said["required"] = needed
    return said


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8")
        written.append(folder / name)
    return written
