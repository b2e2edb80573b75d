"""Data to a declared record, keeping all that is right and saying what is not, where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gemeengoed.i18n import Message, message, spoken, translator
from gemeengoed.kinds.declare import Choice, Loc, Record, hints, is_required
from gemeengoed.load.positions import UNREAD
from gemeengoed.suggest import is_sure, nearest
from gemeengoed.texts import Defect, Place, Places

R = TypeVar("R", bound=Record)
Left = dict[Loc, list[int]]
"""The numbers that the entries left in a list have in the file, by where the list stands; only of shortened lists."""

_ROUNDS = 8
_IDENTIFIERS = re.compile(r"[a-z0-9/-]+(?:[ ]*,[ ]*[a-z0-9/-]+)*")


@dataclass(frozen=True)
class Read:
    """What reading a record found: what is wrong with it, and which entries of its lists are left."""

    defects: tuple[Defect, ...]
    left: Left


@dataclass
class _Written:
    """The data as its file has it, from ``at`` on, and how to find there what is left of it.

    ``meant`` is where fields would stand whose name was mistyped: nothing is said of them but that.
    """

    data: Any
    places: Places
    at: Loc
    left: Left = field(default_factory=dict)
    meant: set[Loc] = field(default_factory=set)

    def loc(self, loc: Iterable[str | int]) -> Loc:
        """Where a part of what is left stands in the file."""
        found = self.at
        for step in loc:
            is_moved = isinstance(step, int) and found in self.left
            found = (*found, self.left[found][step] if is_moved else step)  # type: ignore[index]
        return found

    def is_filled(self, loc: Loc) -> bool:
        """Whether somebody wrote a value there, right or wrong."""
        value = self.data
        for step in self.loc(loc)[len(self.at) :]:
            value = value.get(step) if isinstance(value, dict) else value[step]
        return value is UNREAD or not _is_empty(value)


def read_record(model: type[R], data: dict[str, Any], places: Places, at: Loc = ()) -> tuple[R, Read]:
    """The record that the data makes without its wrong parts, and what was found.

    ``at`` is where the data stands in its file. A value of None is as if it were not there.
    """
    written, defects = _Written(data, places, at), list[Defect]()
    for _ in range(_ROUNDS):
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            data = deepcopy(data)
            details = error.errors(include_url=False)
            defects.extend(_defect(model, detail, written) for detail in details if not _is_told(model, detail))
            for loc in sorted({_plain(detail["loc"]) for detail in details}, key=_by_place, reverse=True):
                _remove(data, loc, written)
        else:
            defects.extend(_missing(record, written, ()))
            return record, Read(tuple(defects), written.left)
    return model.model_construct(), Read(tuple(defects), {})


def renumber(places: Places, left: Left) -> Places:
    """The places of what is left: entries of shortened lists have their new numbers."""
    if not left:
        return places
    numbers: dict[Loc, dict[str | int, int]] = {
        loc: {old: new for new, old in enumerate(kept)} for loc, kept in left.items()
    }

    def moved(loc: Loc) -> Loc | None:
        new: list[str | int] = []
        for depth, step in enumerate(loc):
            kept = numbers.get(loc[:depth])
            if kept is None:
                new.append(step)
            elif step in kept:
                new.append(kept[step])
            else:
                return None
        return tuple(new)

    values = {new: place for loc, place in places.values.items() if (new := moved(loc)) is not None}
    keys = {new: place for loc, place in places.keys.items() if (new := moved(loc)) is not None}
    return Places(values, keys, places.start)


def _is_empty(value: Any) -> bool:
    return not value.strip() if isinstance(value, str) else value is None or value in ((), [], {})


def _is_told(model: type[BaseModel], detail: ErrorDetails) -> bool:
    """Whether nothing need be said of an error: the value is absent, or another defect tells of it."""
    if detail["type"] == "string_too_short":
        *outer, name = detail["loc"]
        return isinstance(name, str) and is_required(_holder(model, outer), name)
    return detail["type"] != "extra_forbidden" and (detail["input"] is None or detail["input"] is UNREAD)


def _by_place(loc: Loc) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(step, int), step) for step in loc)


def _plain(loc: Loc) -> Loc:
    """A place in the data; pydantic adds a mark when the error is about a key."""
    return loc[:-1] if len(loc) > 1 and loc[-1] == "[key]" else loc


def _remove(data: Any, loc: Loc, written: _Written) -> None:
    """Take a part out of the data."""
    *outer, last = loc
    for step in outer:
        data = data[step]
    if isinstance(data, list):
        kept = written.left.setdefault(written.loc(outer), list(range(len(data))))
        del kept[last]  # type: ignore[arg-type]
    del data[last]


def _missing(record: BaseModel, written: _Written, loc: Loc) -> list[Defect]:
    """A defect for every required field that nobody filled in, in the record and the records inside it."""
    found: list[Defect] = []
    for name, required in _watched(type(record)):
        value = getattr(record, name)
        is_told = (*written.loc(loc), name) in written.meant
        if required and _is_empty(value) and not is_told and not written.is_filled((*loc, name)):
            found.append(_missing_field(name, type(record), written.places, written.loc(loc)))
        for inner_loc, inner in _inner(value, (*loc, name)):
            found.extend(_missing(inner, written, inner_loc))
    return found


@cache
def _watched(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields in which something can be missing: the required ones, and those that hold records."""
    fields = ((name, is_required(model, name)) for name in model.model_fields)
    return tuple((name, required) for name, required in fields if required or _record_in(hints(model).get(name)))


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


def _defect(model: type[BaseModel], detail: ErrorDetails, written: _Written) -> Defect:
    loc = _plain(detail["loc"])
    name = str(next((step for step in reversed(loc) if isinstance(step, str)), ""))
    value, kind = detail["input"], detail["type"]
    place = written.places.value(*written.loc(loc))
    if kind == "extra_forbidden":
        return _unknown(model, loc, written)
    if kind == "tuple_type":
        return _not_a_list(name, value, place)
    if kind == "enum":
        return _not_a_choice(model, loc, name, value, place)
    if kind == "partial_date":
        return _not_a_date(name, value, place)
    if kind.endswith("_type"):
        return _wrong_type(name, kind, value, place)
    return Defect("field-value", place, *_wrong_value(name, detail))


def _holder(model: type[BaseModel], loc: Iterable[str | int]) -> type[BaseModel]:
    """The record type that stands at a place."""
    for step in loc:
        if isinstance(step, str):
            model = _record_in(hints(model).get(step)) or model
    return model


def _unknown(model: type[BaseModel], loc: Loc, written: _Written) -> Defect:
    holder, name, at = _holder(model, loc[:-1]), str(loc[-1]), written.loc(loc)
    known = nearest(name, holder.model_fields)
    is_free = (*at[:-1], known) not in written.places.keys
    sure = known is not None and is_free and is_sure(name, known, holder.model_fields)
    if known is not None and sure:
        written.meant.add((*at[:-1], known))
    advice = (
        message("Did you mean '{known}'?", known=known)
        if known
        else message("Remove it, or choose from: {known}.", known=", ".join(holder.model_fields))
    )
    what = message("There is no field '{name}'.", name=name)
    return Defect("field-unknown", written.places.key(*at), what, advice, known, sure)


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
    what = message("'{name}' must be a list.", name=name)
    if not isinstance(value, str):
        return Defect("field-list", place, what, message("Here stand several values."))
    advice = message("Write it as a list: {name}: [{value}]", name=name, value=value)
    return Defect("field-list", place, what, advice, f"[{value}]", _is_list_without_brackets(value))


def _is_list_without_brackets(value: str) -> bool:
    """Whether brackets around the text make it the list that was meant: one entry, or identifiers between commas."""
    return not re.search(r"[\n\[\]{}#:\"']", value) and ("," not in value or bool(_IDENTIFIERS.fullmatch(value)))


def _not_a_choice(model: type[BaseModel], loc: Loc, name: str, value: Any, place: Place) -> Defect:
    holder: Any = model
    hint: Any = None
    for step in loc:
        if isinstance(step, str):
            hint = hints(holder).get(step)
            holder = _record_in(hint) or holder
    choices = _choice_in(hint) or ()
    options = [str(member) for member in choices]
    labelled = _by_label(str(value), choices)
    known = labelled or nearest(str(value), options)
    what = message(
        "'{value}' cannot be the value of '{name}'. Choose from: {options}.",
        value=value,
        name=name,
        options=", ".join(options),
    )
    advice = message("Did you mean '{known}'?", known=known) if known else None
    sure = known is not None and (known == labelled or is_sure(str(value), known, options))
    return Defect("field-value", place, what, advice, known, sure)


def _by_label(value: str, choices: Iterable[Choice]) -> str | None:
    """The choice whose label this is, in any language: ``bewezen`` is ``proven``."""
    said = {translator(language)(choice.label).casefold(): str(choice) for choice in choices for language in spoken()}
    return said.get(value.strip().casefold())


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
