"""The page of a method: its worksheet, to fill in on paper or in the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.i18n import Message
from gemeengoed.kinds.method import Method, Worksheet, WorksheetType
from gemeengoed.model import Item
from gemeengoed.stage.of_kind.part import Part
from gemeengoed.stage.site import Site

SCALE = (Message("Not at all"), Message("A little"), Message("Partly"), Message("Mostly"), Message("Entirely"))
"""The answers on a scale, where a worksheet names none."""

EMPTY = 3
"""How many rows or columns an empty matrix starts with, where a worksheet names none."""


def values(site: Site, item: Item, here: str) -> Mapping[str, Any]:
    """What is asked, and the answers that there are."""
    fields = item.fields
    assert isinstance(fields, Method)
    sheet = fields.worksheet
    return {
        "sheet": sheet,
        "is_matrix": sheet is not None and is_matrix(sheet),
        "is_reflection": sheet is not None and is_reflection(sheet),
        "rows": (sheet and sheet.rows) or ("",) * EMPTY,
        "columns": (sheet and sheet.columns) or ("",) * EMPTY,
        "scale": (sheet and sheet.scale) or tuple(site.words.message(answer) for answer in SCALE),
        "network": next((ref for ref in fields.networks if ref in site.edition.items), ""),
    }


def is_matrix(sheet: Worksheet) -> bool:
    """Whether there is a matrix to fill in; one that is not called so still shows what it names."""
    return sheet.type is WorksheetType.MATRIX or bool(sheet.rows or sheet.columns)


def is_reflection(sheet: Worksheet) -> bool:
    """Whether there are questions or sentences to answer."""
    return bool(sheet.questions or sheet.qualities)


def scripts(item: Item) -> tuple[str, ...]:
    """What lets one fill the worksheet in in the page."""
    sheet = item.fields.worksheet if isinstance(item.fields, Method) else None
    if sheet is None:
        return ()
    return (*(["matrix.js"] if is_matrix(sheet) else []), *(["reflection.js"] if is_reflection(sheet) else []))


PART = Part(values, shows=("worksheet",), scripts=scripts)
