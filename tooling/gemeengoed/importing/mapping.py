"""The mapping file: what of a foreign collection becomes what in the commons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from gemeengoed.expected import ExpectedError
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.kinds.common import Language, Relation
from gemeengoed.kinds.declare import Line, WebAddress

_LARGEST = 1_000_000


class MappingError(ExpectedError):
    """The mapping cannot be used; the message says where and why."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FieldFrom(_Part):
    """How a field gets its value."""

    source: Annotated[str | None, Field(alias="from", description="The key in their front matter.")] = None
    or_from: Annotated[list[str], Field(description="Other keys, for where that one says nothing.")] = []
    shorten: Annotated[bool, Field(description="Whether a line too long is cut after a sentence; all stays above.")] = (
        False
    )
    section: Annotated[str | None, Field(description="The heading in their text whose section it is.")] = None
    split: Annotated[str | None, Field(description="What stands between the entries of a list.")] = None
    map: Annotated[dict[str, str | list[str]], Field(description="Their values, each with ours.")] = {}
    default: Annotated[str | list[str] | None, Field(description="The value where they have none.")] = None
    minutes: Annotated[bool, Field(description="Whether it says how long something takes.")] = False
    otherwise: Annotated[
        Literal["text", "name"],
        Field(description="What becomes of a value that does not fit: put above the text, or only named."),
    ] = "text"


class Origin(_Part):
    """Where the collection comes from; it is noted as a source of every item."""

    title: Line
    author: Line | None = None
    url: WebAddress | None = None
    licence: Line
    relation: Relation = Relation.INCLUDES
    site: Annotated[WebAddress | None, Field(description="The site that their addresses are on.")] = None


class Mapping(_Part):
    """What becomes of the files of a collection."""

    kind: Annotated[str, Field(description="The kind of item that a file becomes.")]
    language: Annotated[Language | None, Field(description="The language of the files.")] = None
    licence: Annotated[str | None, Field(description="The licence of the items, an SPDX identifier.")] = None
    authors: Annotated[list[str], Field(min_length=1, description="Who is credited: contributors or organisations.")]
    origin: Origin
    include: Annotated[list[str], Field(description="Which files: patterns of their paths.")] = ["**"]
    exclude: Annotated[dict[str, Line], Field(description="Which files not, each pattern with the reason.")] = {}
    add_md: Annotated[bool, Field(description="Whether files without an extension are taken in too.")] = False
    fields: Annotated[
        dict[str, FieldFrom | str], Field(description="Our fields, each with where its value comes from.")
    ]
    sections: Annotated[
        dict[str, str], Field(description="Headings in their text, each with ours; empty to leave the section out.")
    ] = {}
    put: Annotated[
        dict[str, str], Field(description="Keys that become a section of the text, each with its heading.")
    ] = {}
    drop: Annotated[dict[str, Line], Field(description="Keys that are left out, each with the reason.")] = {}
    addresses: Annotated[list[str], Field(description="Keys with old addresses, kept as redirects.")] = []
    replace: Annotated[dict[str, str], Field(description="Pieces of their text, each with what takes its place.")] = {}

    @model_validator(mode="after")
    def _is_of_this_commons(self) -> Mapping:
        kind = KIND_BY_NAME.get(self.kind)
        if kind is None:
            raise PydanticCustomError("kind", f"there is no kind '{self.kind}'; there are: {', '.join(KIND_BY_NAME)}")
        for name in self.fields:
            if name not in kind.fields.model_fields:
                raise PydanticCustomError("field", f"a {self.kind} has no field '{name}'")
        return self

    def rules(self) -> dict[str, FieldFrom]:
        """The fields, each with how it gets its value; a name alone is that of a key."""
        return {
            name: FieldFrom.model_validate({"from": rule}) if isinstance(rule, str) else rule
            for name, rule in self.fields.items()
        }

    def keys(self) -> set[str]:
        """The keys of their front matter that the mapping says something of."""
        named = {key for rule in self.rules().values() for key in (rule.source, *rule.or_from) if key}
        return {*named, *self.put, *self.drop, *self.addresses}


def read_mapping(file: Path) -> Mapping:
    """The mapping in a file. Raises MappingError."""
    try:
        if file.stat().st_size > _LARGEST:
            raise MappingError(f"{file} is larger than a mapping can be.")
        data = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
        return Mapping.model_validate(data)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, part['loc'])) or 'mapping'}: {part['msg']}" for part in error.errors())
        raise MappingError(f"{file}: {wrong}") from error
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise MappingError(f"{file} cannot be read: {error}") from error
