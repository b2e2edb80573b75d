"""Data to a declared record, keeping all that is right and saying what is not, where it stands."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gemeengoed.i18n import Message, message
from gemeengoed.kinds.declare import Choice, Loc, Record, hints, is_required
from gemeengoed.model import Defect, Place, Places
from gemeengoed.suggest import nearest

R = TypeVar("R", bound=Record)

_ROUNDS = 8


def read_record(model: type[R], data: dict[str, Any], places: Places, at: Loc = ()) -> tuple[R, tuple[Defect, ...]]:
    """The record that the data makes without its wrong parts, and a defect for each of those.

    ``at`` is where the data stands in its file.
    """
    defects: list[Defect] = []
    for _ in range(_ROUNDS):
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            data = deepcopy(data)
            for detail in error.errors(include_url=False):
                defects.append(_defect(model, detail, places, at))
                _remove(data, detail["loc"])
        else:
            defects.extend(_missing(record, places, at))
            return record, tuple(defects)
    return model.model_construct(), tuple(defects)


def _remove(data: Any, loc: Loc) -> None:
    """Take out the innermost part of the data that the error is about."""
    holder, last = None, None
    for step in loc:
        if step == "[key]" or not isinstance(data, dict | list):
            break
        holder, last = data, step
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
    if isinstance(holder, dict):
        holder.pop(last, None)
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        del holder[last]


def _missing(record: BaseModel, places: Places, at: Loc) -> list[Defect]:
    """A defect for every required field without a value, in the record and the records inside it."""
    found: list[Defect] = []
    for name in type(record).model_fields:
        value = getattr(record, name)
        if is_required(type(record), name) and value in (None, "", (), {}):
            found.append(_missing_field(name, type(record), places, at))
        for loc, inner in _inner(value, (*at, name)):
            found.extend(_missing(inner, places, loc))
    return found


def _inner(value: Any, loc: Loc) -> list[tuple[Loc, BaseModel]]:
    if isinstance(value, BaseModel):
        return [(loc, value)]
    if isinstance(value, tuple):
        return [((*loc, index), entry) for index, entry in enumerate(value) if isinstance(entry, BaseModel)]
    return []


def _missing_field(name: str, model: type[BaseModel], places: Places, at: Loc) -> Defect:
    declared = model.model_fields[name]
    place = places.key(*at, name) if (*at, name) in places.keys else places.value(*at)
    advice = Message(declared.description or declared.title or name)
    return Defect("field-missing", place, message("'{name}' is missing.", name=name), advice)


def _defect(model: type[BaseModel], detail: ErrorDetails, places: Places, at: Loc) -> Defect:
    loc: Loc = tuple(step for step in detail["loc"] if step != "[key]")
    name = str(next((step for step in reversed(loc) if isinstance(step, str)), ""))
    value, kind = detail["input"], detail["type"]
    place = places.value(*at, *loc)
    if kind == "extra_forbidden":
        return _unknown(model, loc, places.key(*at, *loc))
    if kind == "tuple_type":
        return _not_a_list(name, value, place)
    if kind == "enum":
        return _not_a_choice(model, loc, name, value, place)
    if kind == "partial_date":
        return _not_a_date(name, value, place)
    if kind.endswith("_type"):
        return _wrong_type(name, kind, value, place)
    return Defect("field-value", place, *_wrong_value(name, detail))


def _unknown(model: type[BaseModel], loc: Loc, place: Place) -> Defect:
    holder: Any = model
    for step in loc[:-1]:
        if isinstance(step, str):
            holder = _record_in(hints(holder).get(step)) or holder
    known = nearest(str(loc[-1]), holder.model_fields)
    advice = (
        message("Did you mean '{known}'?", known=known)
        if known
        else message("Remove it, or choose from: {known}.", known=", ".join(holder.model_fields))
    )
    return Defect("field-unknown", place, message("There is no field '{name}'.", name=loc[-1]), advice, known)


def _record_in(hint: Any) -> type[BaseModel] | None:
    """The record type in an annotation: of ``tuple[Source, ...]`` it is ``Source``."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return hint
    return next((found for part in get_args(hint) if (found := _record_in(part))), None)


def _choice_in(hint: Any) -> type[Choice] | None:
    if isinstance(hint, type) and issubclass(hint, Choice):
        return hint
    return next((found for part in get_args(hint) if (found := _choice_in(part))), None)


def _not_a_list(name: str, value: Any, place: Place) -> Defect:
    advice = message("Write it as a list: {name}: [{value}]", name=name, value=value)
    replacement = f"[{value}]" if isinstance(value, str) else None
    return Defect("field-list", place, message("'{name}' must be a list.", name=name), advice, replacement)


def _not_a_choice(model: type[BaseModel], loc: Loc, name: str, value: Any, place: Place) -> Defect:
    holder: Any = model
    hint: Any = None
    for step in loc:
        if isinstance(step, str):
            hint = hints(holder).get(step)
            holder = _record_in(hint) or holder
    options = [str(member) for member in _choice_in(hint) or ()]
    known = nearest(str(value), options)
    what = message(
        "'{value}' cannot be the value of '{name}'. Choose from: {options}.",
        value=value,
        name=name,
        options=", ".join(options),
    )
    advice = message("Did you mean '{known}'?", known=known) if known else None
    return Defect("field-value", place, what, advice, known)


def _not_a_date(name: str, value: Any, place: Place) -> Defect:
    return Defect(
        "field-date",
        place,
        message("'{value}' is not a date that exists.", value=value),
        message("Write '{name}' as exactly as it is known: 2017, 2017-Q1, 2022-05 or 2026-12-10.", name=name),
    )


def _wrong_type(name: str, kind: str, value: Any, place: Place) -> Defect:
    expected = {
        "string_type": message("'{name}' must be a text.", name=name),
        "dict_type": message("'{name}' must have parts of its own, each on a line as 'name: value'.", name=name),
        "model_type": message("'{name}' must have parts of its own, each on a line as 'name: value'.", name=name),
    }
    what = expected.get(kind) or message("'{name}' has a value of the wrong type.", name=name)
    found = message("Here stands a list.") if isinstance(value, list) else message("Here stand several values.")
    return Defect("field-type", place, what, None if isinstance(value, str) else found)


def _wrong_value(name: str, detail: ErrorDetails) -> tuple[Message, Message | None]:
    value, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "string_too_long":
            limit = context.get("max_length", "")
            return message("'{name}' is longer than {limit} characters.", name=name, limit=limit), None
        case "string_too_short":
            return message("'{name}' is empty.", name=name), message("Write it, or remove the line.")
        case "int_parsing" | "int_from_float" | "decimal_parsing" | "decimal_max_places":
            return message("'{value}' is not a number that '{name}' can have.", value=value, name=name), None
        case "greater_than" | "greater_than_equal":
            limit = context["gt"] + 1 if "gt" in context else context["ge"]
            what = message(
                "'{name}' must be at least {limit}; here stands {value}.", name=name, limit=limit, value=value
            )
            return what, None
        case _:
            return message("'{value}' is not a value that '{name}' can have.", value=value, name=name), None
