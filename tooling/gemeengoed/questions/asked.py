"""What a form asks: a question for each field of a kind that can be answered in words, out of the one declaration.

Every form (on the site, on the forge, in an editor) is made from these questions, and every answer is read by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from gemeengoed.kinds import Kind
from gemeengoed.kinds.common import ItemFields, Source
from gemeengoed.kinds.dates import PartialDate, Period
from gemeengoed.kinds.declare import Choice, Loc, Range, Record, Ref, WebAddress, hints, is_required, unit_of
from gemeengoed.kinds.practice import Context


class Sort(Enum):
    """In what way a question is answered."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"
    DATE = "date"
    PERIOD = "period"
    NUMBER = "number"
    RANGE = "range"
    REFERENCE = "reference"
    REFERENCES = "references"
    RECORDS = "records"
    AGREEMENTS = "agreements"


@dataclass(frozen=True)
class Question:
    """Something that a form asks. ``name`` is that of the answer: a field (``context.period``), or a word of its own.

    ``label`` and ``help`` are message ids. ``ref`` is what an answer must name, ``choices`` what it must be one of,
    ``record`` what each of its lines makes. Few people answer an ``is_extra`` one: a short form leaves it out. What
    ``is_address`` is one of the web.
    """

    name: str
    sort: Sort
    label: str
    help: str = ""
    is_required: bool = False
    is_extra: bool = False
    longest: int = 300
    example: str = ""
    unit: str = ""
    ref: Ref | None = None
    choices: tuple[Choice, ...] = ()
    record: type[Record] | None = None
    is_address: bool = False

    @property
    def loc(self) -> Loc:
        """Where the answer goes in the front matter."""
        return tuple(self.name.split("."))


BODY = Question(
    "body",
    Sort.TEXT,
    "The text",
    "Tell it as you would tell a colleague. Blank lines make paragraphs, and lines that start with ## are headings.",
    is_required=True,
    longest=200_000,
)

_OF_EDITORS = """
authors credits skills keywords language licence audience status media related supersedes aliases translation_of
steward review_by reviews state accepted_answer closed_by next
"""
EDITORIAL = frozenset(_OF_EDITORS.split())
"""Fields that nobody is asked for: the program fills them in, or the editors do."""

FILLED = {"question": ("asked_by", "asked_on"), "answer": ("by", "on")}
"""Fields of a kind that say who contributes it, and when: filled in, and so not asked."""

OWN_WHEN_EMPTY = {"initiative": ("promotor",)}
"""Fields that stand for who contributes it when nothing is said."""

LATE = frozenset({"organisations", "networks", "themes", "regions", "sources"})
"""What every kind has, and what is asked after the text."""

OPENED = frozenset({Context})
"""Records whose fields a short form asks too."""

LINE_PARTS: dict[type[Record], tuple[str, ...]] = {
    Source: ("title", "author", "url", "licence", "relation", "date", "publication"),
}
"""The order in which people write the parts of a line, where that is not the declared one."""


@cache
def questions(kind: Kind) -> tuple[Question, ...]:
    """What is asked of somebody who shares an item of a kind: what it is called, the kind's own, the text, the rest."""
    passed = {*EDITORIAL, *FILLED.get(kind.name, ()), *_said_already(kind)}
    may_be_empty = OWN_WHEN_EMPTY.get(kind.name, ())
    asked = [
        replace(question, is_required=question.is_required and question.name not in may_be_empty)
        for question in _of_record(kind.fields, ())
        if question.loc[0] not in passed
    ]
    common, own = ItemFields.model_fields, kind.fields.model_fields
    first = [question for question in asked if question.loc[0] in common and question.name not in LATE]
    needed = [question for question in asked if question.loc[0] not in common and question.is_required]
    other = [question for question in asked if question.loc[0] not in common and not question.is_required]
    last = sorted(
        (question for question in asked if question.name in LATE),
        key=lambda question: (not question.is_required, [*own].index(question.name)),
    )
    return (*first, *needed, BODY, *other, *last)


def _said_already(kind: Kind) -> Iterator[str]:
    """What every kind has, and what this kind asks with a question of its own."""
    names = {question.loc[-1] for question in _of_record(kind.fields, ())}
    yield from ("organisations",) if "organisation" in names else ()
    yield from ("networks",) if "network" in names or kind.name == "network" else ()


def short(asked: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions that everybody is asked."""
    return tuple(question for question in asked if not question.is_extra)


def _of_record(model: type[Record], outer: tuple[str, ...]) -> Iterator[Question]:
    for name, declared in model.model_fields.items():
        yield from _of_field(model, name, declared, outer)


def _of_field(model: type[Record], name: str, declared: FieldInfo, outer: tuple[str, ...]) -> Iterator[Question]:
    hint = bare(hints(model)[name])
    if is_record(hint) and hint is not Range and not outer:
        for inner in _of_record(hint, (name,)):
            yield replace(inner, is_extra=hint not in OPENED, is_required=False)
        return
    form = form_of(hint)
    if form is None:
        return
    example = declared.examples[0] if declared.examples else ""
    yield replace(
        form,
        name=".".join((*outer, name)),
        label=declared.title or name,
        help=declared.description or "",
        is_required=is_required(model, name),
        example=example if isinstance(example, str) else "",
        unit=unit_of(model, name),
    )


def form_of(hint: Any) -> Question | None:
    """A question without a name for an annotation; None where words cannot answer it."""
    if get_origin(hint) is tuple:
        return _many(bare(get_args(hint)[0]))
    if ref := _ref(hint):
        return Question("", Sort.REFERENCE, "", ref=ref)
    if isinstance(hint, type) and issubclass(hint, Choice):
        return Question("", Sort.CHOICE, "", choices=tuple(hint))
    plain = {PartialDate: Sort.DATE, Period: Sort.PERIOD, Range: Sort.RANGE, int: Sort.NUMBER, Decimal: Sort.NUMBER}
    for known, sort in plain.items():
        if hint is known or (get_origin(hint) is Annotated and get_args(hint)[0] is known):
            return Question("", sort, "")
    limit = _longest(hint)
    if limit is None:
        return None
    sort = Sort.LINE if limit <= 300 or _has_pattern(hint) else Sort.TEXT
    return Question("", sort, "", longest=limit, is_address=hint == WebAddress)


def _many(hint: Any) -> Question | None:
    if ref := _ref(hint):
        return Question("", Sort.REFERENCES, "", ref=ref)
    if is_record(hint):
        return Question("", Sort.RECORDS, "", record=hint)
    return None if _longest(hint) is None else Question("", Sort.LINES, "")


def parts_of(record: type[Record]) -> tuple[Question, ...]:
    """The parts of a line that makes a record, in the order in which one writes them."""
    asked = {question.name: question for question in _of_record(record, ("",))}
    named = {name.removeprefix("."): replace(question, name=name[1:]) for name, question in asked.items()}
    return tuple(named[name] for name in LINE_PARTS.get(record, tuple(named)) if name in named)


def bare(hint: Any) -> Any:
    """An annotation without ``| None``."""
    if get_origin(hint) in (Union, UnionType):
        return bare(next(part for part in get_args(hint) if part is not type(None)))
    return hint


def is_record(hint: Any) -> bool:
    """Whether an annotation is a mapping with known keys."""
    return isinstance(hint, type) and issubclass(hint, Record)


def _ref(hint: Any) -> Ref | None:
    extras = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((extra for extra in extras if isinstance(extra, Ref)), None)


def _constraints(hint: Any) -> list[StringConstraints]:
    extras = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return [extra for extra in extras if isinstance(extra, StringConstraints)]


def _longest(hint: Any) -> int | None:
    """How long a text may be; None where the annotation is no text."""
    limits = [constraint.max_length for constraint in _constraints(hint)]
    return next((limit for limit in limits if limit), 300) if limits else 300 if hint is str else None


def _has_pattern(hint: Any) -> bool:
    return any(constraint.pattern for constraint in _constraints(hint))
