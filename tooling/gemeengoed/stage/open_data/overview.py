"""What the interface starts with: what there is and where, and the declaration with its labels in every language."""

from __future__ import annotations

from typing import Any

from gemeengoed.i18n import spoken, translator
from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.kinds.declare import Record, hints, is_required, unit_of
from gemeengoed.provenance import reserves_mining
from gemeengoed.stage.open_data.addresses import api_address, schema_address, whole
from gemeengoed.stage.open_data.choices import choices_of, named_by
from gemeengoed.stage.open_data.items import count
from gemeengoed.stage.open_data.registers import entries
from gemeengoed.stage.site import Site


def index(site: Site) -> dict[str, Any]:
    """What there is, and where."""
    counts = {kind.folder: count(site, kind) for kind in KINDS}
    counts |= {register.plural: sum(1 for _ in entries(site, register)) for register in REGISTERS}
    settings = site.settings
    return {
        "$schema": schema_address(site, "Index"),
        "name": settings.site_name,
        "description": settings.site_description,
        "language": str(settings.language),
        "edition": str(site.edition.name),
        "licence": settings.licences.default,
        "reserved": reserves_mining(settings.licences.default),
        "links": {
            "self": api_address(site, "index"),
            "home": whole(site, ""),
            "openapi": api_address(site, "openapi"),
            "kinds": api_address(site, "kinds"),
        },
        "lists": {name: {"total": total, "first": api_address(site, name)} for name, total in counts.items()},
    }


def kinds(site: Site) -> dict[str, Any]:
    """The declaration: every kind and register with its fields, and all labels in every language that is spoken."""

    return {
        "$schema": schema_address(site, "Kinds"),
        "links": {"self": api_address(site, "kinds"), "index": api_address(site, "index")},
        "kinds": [
            {
                "name": kind.name,
                "label": _said(kind.label),
                "plural": _said(kind.plural),
                "about": _said(kind.about),
                "list": api_address(site, kind.folder),
                "fields": [_field(kind.fields, name) for name in kind.fields.model_fields],
            }
            for kind in KINDS
        ],
        "registers": [
            {"name": register.name, "label": _said(register.label), "list": api_address(site, register.plural)}
            for register in REGISTERS
        ],
    }


def _field(model: type[Record], name: str) -> dict[str, Any]:
    declared, hint = model.model_fields[name], hints(model)[name]
    unit, choices, ref = unit_of(model, name), choices_of(hint), named_by(hint)
    field: dict[str, Any] = {
        "name": name,
        "label": _said(declared.title or name),
        "help": _said(declared.description or ""),
        "required": is_required(model, name),
    }
    if unit:
        field["unit"] = _said(unit)
    if ref:
        field["names"] = ref.register
    if choices:
        field["choices"] = [{"value": str(choice), "label": _said(choice.label)} for choice in choices]
    return field


def _said(text: str) -> dict[str, str]:
    return {language: translator(language)(text) for language in sorted(spoken()) if text}
