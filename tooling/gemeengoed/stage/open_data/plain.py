"""A record as plain data, by its declaration: text, numbers, lists and mappings, and nothing that is empty."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from gemeengoed.kinds.dates import PartialDate, Period
from gemeengoed.kinds.declare import Choice, Ref, hints, is_required

Keeps = Callable[[str, Ref], bool]
"""Whether those who get the data may know of what a reference names."""

_Writer = Callable[[Any, Keeps], Any]


def plain(record: BaseModel, keeps: Keeps) -> dict[str, Any]:
    """The fields of a record that have a value, under their own names; references that ``keeps`` refuses are left out.

    An entry of a list of which nothing is left without such a reference goes with it: an engagement without its party.
    """
    found = ((name, write(getattr(record, name), keeps)) for name, write, _, _ in _writers(type(record)))
    return {name: value for name, value in found if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}


@cache
def _writers(model: type[BaseModel]) -> tuple[tuple[str, _Writer, bool, bool], ...]:
    """The fields of a model: name, what writes its value, whether it is one reference, and whether it is needed."""
    known = hints(model)
    return tuple(
        (name, _writer(known[name]), _is_reference(known[name]), is_required(model, name))
        for name in model.model_fields
    )


def _is_reference(hint: Any) -> bool:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return any(isinstance(extra, Ref) for extra in arguments[1:])
    return origin in (Union, UnionType) and any(map(_is_reference, arguments))


def _writer(hint: Any) -> _Writer:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        ref = next((extra for extra in arguments[1:] if isinstance(extra, Ref)), None)
        return _writer(arguments[0]) if ref is None else lambda value, keeps: value if keeps(value, ref) else None
    if origin in (Union, UnionType):
        write = _writer(next(argument for argument in arguments if argument is not type(None)))
        return lambda value, keeps: None if value is None else write(value, keeps)
    if origin is tuple:
        return _list_writer(_writer(arguments[0]))
    if origin is dict:
        return _mapping_writer(_writer(arguments[0]), _writer(arguments[1]))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _nested
    return _simple


def _list_writer(write: _Writer) -> _Writer:
    def written(value: Any, keeps: Keeps) -> list[Any]:
        return [entry for part in value if not _is_empty(entry := write(part, keeps))]

    return written


def _mapping_writer(write_key: _Writer, write: _Writer) -> _Writer:
    def written(value: Any, keeps: Keeps) -> dict[str, Any]:
        pairs = ((write_key(key, keeps), write(entry, keeps)) for key, entry in value.items())
        return {key: entry for key, entry in pairs if not (_is_empty(key) or _is_empty(entry))}

    return written


def _nested(record: BaseModel, keeps: Keeps) -> dict[str, Any] | None:
    data, fields = plain(record, keeps), _writers(type(record))
    refused = {name for name, _, is_one, _ in fields if is_one and getattr(record, name) and name not in data}
    needed = {name for name, _, _, is_needed in fields if is_needed}
    return None if refused & needed or (refused and not needed & data.keys()) else data


def _simple(value: Any, keeps: Keeps) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value) if isinstance(value, Choice | PartialDate | Period) else value
