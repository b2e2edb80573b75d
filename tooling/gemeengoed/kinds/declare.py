"""The words in which kinds and registers are declared: fields, choices, references.

Everything said here about a field (its type, label, help, example, whether it is needed, what it refers to) is said
once; the loader, the checks, the JSON Schemas, the forms and the pages all read it. Labels and help are English
message ids; the catalogues in ``locale/`` give them in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Self, TypeAlias, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt, StringConstraints, WithJsonSchema
from pydantic.config import JsonDict

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""The form of an identifier: lower-case letters, digits, and single hyphens between them."""

Loc: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a front matter: keys and list indexes from the outside in."""


class Choice(StrEnum):
    """A closed list of values, each with its label: ``IDEA = "idea", "Idea"``."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """A member with its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


@dataclass(frozen=True)
class Ref:
    """Says that a text names something: an item (of some kinds), a party, or a term of a register."""

    register: str
    kinds: tuple[str, ...] = ()


Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, pattern=r"^[^\r\n]*$"),
    # A line that is a number (a year among the keywords) is one to other readers of YAML, and text to us.
    WithJsonSchema({"type": ["string", "number"], "minLength": 1, "maxLength": 300}),
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=2000)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]

ContributorRef = Annotated[str, Ref("contributor")]
OrganisationRef = Annotated[str, Ref("organisation")]
PartyRef = Annotated[str, Ref("party")]
ThemeRef = Annotated[str, Ref("theme")]
SkillRef = Annotated[str, Ref("skill")]
RegionRef = Annotated[str, Ref("region")]
RoleRef = Annotated[str, Ref("role")]
LicenceRef = Annotated[str, Ref("licence")]
ItemRef = Annotated[str, Ref("item")]
NetworkRef = Annotated[str, Ref("item", ("network",))]
FormerRef = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
"""A name that an item had, which names nothing any more: ``practices/burenbabbel``."""


class Record(BaseModel):
    """A mapping with known keys. Frozen; an unknown key is an error and never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Range(Record):
    """At least, at most. One of the two is enough."""

    min: NonNegativeInt | None = Field(default=None, title="At least")
    max: PositiveInt | None = Field(default=None, title="At most")


def field(
    label: str,
    help: str = "",
    *,
    required: bool = False,
    default: Any = None,
    example: Any = None,
    unit: str = "",
) -> Any:
    """Declare one field. A required one may still be absent while loading; a check then asks for it.

    So one missing field never hides what else is wrong with a file. ``unit`` is what a number counts.
    """
    extra: JsonDict = {"required": required, "unit": unit}
    examples = None if example is None else [example]
    return Field(default=default, title=label, description=help, examples=examples, json_schema_extra=extra)


def is_required(model: type[BaseModel], name: str) -> bool:
    """Whether the declaration asks for the field."""
    extra = model.model_fields[name].json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("required"))


def unit_of(model: type[BaseModel], name: str) -> str:
    """What the number in a field counts; empty where it is said elsewhere or is no number."""
    extra = model.model_fields[name].json_schema_extra
    return str(extra.get("unit") or "") if isinstance(extra, dict) else ""


@cache
def hints(model: type[BaseModel]) -> dict[str, Any]:
    """The annotations of a model's fields, with what is annotated to them."""
    return get_type_hints(model, include_extras=True)


Found = tuple[Loc, str, Ref]
_Finder = Callable[[Loc, Any], Iterable[Found]]


def references(record: BaseModel) -> Iterator[Found]:
    """Every reference that a record makes: where it stands, what it names, what that must be."""
    return iter(_in_record((), record))


def _in_record(loc: Loc, record: BaseModel) -> Iterable[Found]:
    found: list[Found] = []
    for name, find in _finders(type(record)):
        if value := getattr(record, name, None):
            found += find((*loc, name), value)
    return found


@cache
def _finders(model: type[BaseModel]) -> tuple[tuple[str, _Finder], ...]:
    """The fields that may hold a reference, each with what finds those in its value."""
    found = ((name, _finder(hint)) for name, hint in hints(model).items())
    return tuple((name, find) for name, find in found if find)


def _finder(hint: Any) -> _Finder | None:
    """What finds the references in a value with this annotation; None where there can be none."""
    origin, arguments = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _in_record if _finders(hint) else None
    if origin is Annotated:
        ref = next((extra for extra in arguments[1:] if isinstance(extra, Ref)), None)
        return _finder(arguments[0]) if ref is None else lambda loc, value: ((loc, value, ref),)
    if origin in (Union, UnionType):
        return _finder(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return _in_tuple(_finder(arguments[0]))
    return _in_dict(_finder(arguments[0]), _finder(arguments[1])) if origin is dict else None


def _in_tuple(find: _Finder | None) -> _Finder | None:
    if find is None:
        return None
    return lambda loc, value: [ref for index, entry in enumerate(value) for ref in find((*loc, index), entry)]


def _in_dict(find_key: _Finder | None, find: _Finder | None) -> _Finder | None:
    def found(loc: Loc, value: dict[str, Any]) -> Iterator[Found]:
        for key, entry in value.items():
            yield from find_key((*loc, key), key) if find_key else ()
            yield from find((*loc, key), entry) if find else ()

    return found if find_key or find else None
