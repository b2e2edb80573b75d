"""Everything that is declared can be shown: labels, help, choices; and every reference is found."""

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import pytest
from gemeengoed.kinds import KIND_BY_FOLDER, KIND_BY_NAME, KINDS, REGISTERS
from gemeengoed.kinds.common import ItemFields
from gemeengoed.kinds.declare import Choice, Record, Ref, hints, is_required, references
from gemeengoed.problems import Severity
from pydantic import BaseModel

ROOTS = [*(kind.fields for kind in KINDS), *(register.fields for register in REGISTERS)]


def models(root: type[BaseModel], seen: set[type[BaseModel]] | None = None) -> set[type[BaseModel]]:
    """A record type and every record type in its fields."""
    seen = set() if seen is None else seen
    if root not in seen:
        seen.add(root)
        for hint in hints(root).values():
            for part in parts(hint):
                if isinstance(part, type) and issubclass(part, BaseModel):
                    models(part, seen)
    return seen


def parts(hint: Any) -> Iterator[Any]:
    """An annotation and everything inside it."""
    yield hint
    for part in get_args(hint):
        yield from parts(part)


MODELS = sorted({model for root in ROOTS for model in models(root)}, key=lambda model: model.__name__)
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


def choices(parent: type[Choice] = Choice) -> Iterator[type[Choice]]:
    """Every closed list of values."""
    for child in parent.__subclasses__():
        yield child
        yield from choices(child)


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_has_a_label_and_what_is_said_of_it_is_a_sentence(model, name):
    declared = model.model_fields[name]
    assert declared.title
    assert declared.title[0].isupper()
    assert "{" not in f"{declared.title}{declared.description}"
    if declared.description:
        assert declared.description[0].isupper()
        assert declared.description[-1] in ".?"
    assert declared.description or not issubclass(model, ItemFields)


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_may_be_absent_while_loading(model, name):
    assert not model.model_fields[name].is_required()


def test_the_fields_that_are_needed():
    needed = {
        kind.name: [name for name in kind.fields.model_fields if is_required(kind.fields, name)] for kind in KINDS
    }
    common = ["title", "summary", "authors", "themes"]
    assert needed == {
        "practice": common,
        "tip": common,
        "method": common,
        "question": common,
        "answer": [*common, "question", "by", "on"],
        "experience": [*common, "about", "organisation", "on", "result"],
        "network": [*common, "type"],
        "gathering": [*common, "network", "start"],
        "initiative": [*common, "network", "promotor", "motivation", "phase"],
        "collection": [*common, "parts"],
    }


def test_every_choice_has_a_label_and_values_that_are_identifiers():
    found = {choice for choice in choices() if choice.__module__.startswith("gemeengoed.")}
    assert Severity in found
    for choice in found:
        for member in choice:
            assert member.label
            assert member.value == member.value.lower()
            assert " " not in member.value
            assert str(member) == member.value


def test_kinds_and_registers_are_told_apart():
    assert len(KIND_BY_NAME) == len(KIND_BY_FOLDER) == len(KINDS) == 10
    assert len({register.plural for register in REGISTERS}) == len(REGISTERS)
    assert not set(KIND_BY_FOLDER) & {register.plural for register in REGISTERS}
    for kind in KINDS:
        assert all((kind.label, kind.plural, kind.about, kind.icon))
        assert issubclass(kind.fields, ItemFields)


def test_the_kinds_that_a_reference_asks_for_exist():
    asked = [part for model in MODELS for hint in hints(model).values() for part in parts(hint) if is_ref(part)]
    registers = {register.name for register in REGISTERS} | {"item", "party", "licence"}
    for hint in asked:
        ref = next(extra for extra in get_args(hint)[1:] if isinstance(extra, Ref))
        assert ref.register in registers
        assert set(ref.kinds) <= set(KIND_BY_NAME)
        assert not ref.kinds or ref.register == "item"


def is_ref(hint: Any) -> bool:
    return get_origin(hint) is Annotated and any(isinstance(extra, Ref) for extra in get_args(hint)[1:])


def filled(hint: Any, number: Iterator[int]) -> Any:
    """A value for an annotation in which every reference has a name of its own."""
    origin, arguments = get_origin(hint), get_args(hint)
    if is_ref(hint):
        return f"naam-{next(number)}"
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return hint.model_construct(**{name: filled(inner, number) for name, inner in hints(hint).items()})
    if origin is tuple:
        return tuple(filled(arguments[0], number) for _ in range(2))
    if origin is dict:
        return {filled(arguments[0], number): filled(arguments[1], number) for _ in range(2)}
    if origin is Annotated or (arguments and type(None) in arguments):
        return filled(arguments[0], number)
    return None


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.__name__)
def test_every_reference_of_a_record_is_found_once_where_it_stands(root):
    made = iter(range(10_000))
    record = filled(root, made)
    found = list(references(record))
    assert sorted(int(name.removeprefix("naam-")) for _, name, _ in found) == list(range(next(made)))
    for loc, name, _ in found:
        value: Any = record
        for step in loc:
            value = getattr(value, str(step)) if isinstance(value, BaseModel) else value[step]
        assert value == name or loc[-1] == name


def test_a_record_is_frozen_and_knows_its_keys():
    for model in MODELS:
        assert issubclass(model, Record)
        assert model.model_config.get("extra") == "forbid"
        assert model.model_config.get("frozen")
