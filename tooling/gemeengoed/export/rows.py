"""Data as rows: one for each item or entry, a column for each field; what is a list or mapping within it as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gemeengoed.kinds import Kind, Register
from gemeengoed.kinds.declare import hints
from gemeengoed.stage.open_data.choices import named_by
from gemeengoed.stage.open_data.registers import KEPT_BACK

Row = dict[str, Any]

OF_ITEM = ("id", "kind", "page", "text_language", "licence_in_force", "reserved", "added_on", "changed_on")
"""The columns before the fields of an item; none of these is the name of a field."""


def columns(of: Kind | Register) -> list[str]:
    """The names of the columns, in order."""
    fields = [name for name in of.fields.model_fields if name not in KEPT_BACK]
    return [*OF_ITEM, *fields, "body"] if isinstance(of, Kind) else ["id", *fields]


def item_row(item: Mapping[str, Any]) -> Row:
    """The row of an item."""
    days = item.get("days", {})
    about = (
        item["id"], item["kind"], item["page"], item["language"], item["rights"]["licence"], item["rights"]["reserved"],
        days.get("added"), days.get("changed"),
    )  # fmt: skip
    return {**dict(zip(OF_ITEM, about, strict=True)), **_flat(item["fields"]), "body": item["body"]}


def entry_row(entry: Mapping[str, Any]) -> Row:
    """The row of an entry of a register."""
    return {"id": entry["id"], **_flat(entry["fields"])}


def _flat(fields: Mapping[str, Any]) -> Row:
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
        for name, value in fields.items()
    }


def relations(of: Kind | Register, records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, str, str]]:
    """Every reference: what makes it, in which field, and the identifier of what it names, in order.

    A party may be a contributor or an organisation; the register that it stands in is for the reader to look up.
    """
    for record in records:
        for name, hint in hints(of.fields).items():
            ref = named_by(hint)
            if ref is not None and name in record["fields"] and ref.register != "licence":
                for target in _names(record["fields"][name]):
                    yield record["id"], name, ref.register, target


def _names(value: Any) -> Iterator[str]:
    """The identifiers in the value of a field that is a reference, or a list of those; nested records aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, str))
