"""A commons in which every field of every kind has a value that stands nowhere else, and what a reader must see of it.

Everything comes from the declaration: a new field is filled, and asked for on its page, without a line changed here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from gemeengoed.kinds import KIND_BY_NAME, KINDS, Kind
from gemeengoed.kinds.dates import PartialDate, Period
from gemeengoed.kinds.declare import Choice, Range, Ref, hints, is_required, unit_of
from gemeengoed.licences import LICENCES
from gemeengoed.stage.words import Words
from pydantic import BaseModel, StringConstraints

from commons import Files

NOT_SHOWN = {"audience", "status", "aliases"}
"""Fields whose usual value says nothing to a reader, and former names, which lead on by themselves; tests of their own
look at them."""

SAID_IN_WORDS = {"hash"}
"""What a page tells in words of its own: that a translation is behind what it translates."""


@dataclass
class Filled:
    """The files being made, and for each field of an item what its page must show."""

    words: Words
    files: dict[str, str | bytes | None] = field(default_factory=dict)
    registers: dict[str, dict[str, Any]] = field(default_factory=dict)
    expected: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    number: int = 100

    def next(self) -> int:
        """A number that was not used yet."""
        self.number += 1
        return self.number


def filled_commons(language: str) -> Filled:
    """One item of every kind, all fields filled, and whatever they refer to."""
    filled = Filled(Words(language))
    for kind in KINDS:
        _item(filled, kind, "vol", everything=True)
    filled.files |= _registers(filled)
    return filled


def _item(filled: Filled, kind: Kind, slug: str, *, everything: bool) -> str:
    ref = f"{kind.folder}/{slug}"
    title = f"Titelwoord{filled.next()}"
    values: dict[str, Any] = {"title": title}
    shown = {"title": [title]}
    for name, hint in hints(kind.fields).items():
        if name in NOT_SHOWN or name == "title" or not (everything or is_required(kind.fields, name)):
            continue
        values[name], shown[name] = _value(filled, hint, unit_of(kind.fields, name))
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    filled.files[f"commons/{ref}.md"] = f"---\n{text}---\nTekstwoord{filled.next()}.\n"
    if everything:
        filled.expected[ref] = shown
    return ref


def _value(filled: Filled, hint: Any, unit: str = "") -> tuple[Any, list[str]]:
    """A value for an annotation, and what a page that shows it says; ``a|b`` is one of the two."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        ref = next((extra for extra in arguments[1:] if isinstance(extra, Ref)), None)
        return _reference(filled, ref) if ref else _constrained(filled, arguments)
    if origin in (Union, UnionType):
        return _value(filled, next(part for part in arguments if part is not type(None)), unit)
    if origin is tuple:
        entries = [_value(filled, arguments[0]) for _ in range(2)]
        return [value for value, _ in entries], [word for _, words in entries for word in words]
    if origin is dict:
        (key, key_words), (value, words) = _value(filled, arguments[0]), _value(filled, arguments[1])
        return {key: value}, key_words + words
    if isinstance(hint, type) and issubclass(hint, Range):
        low, high = filled.next(), filled.next()
        return {"min": low, "max": high}, [str(low), str(high), filled.words.say(unit)]
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        parts = {name: _value(filled, inner, unit_of(hint, name)) for name, inner in hints(hint).items()}
        return {name: value for name, (value, _) in parts.items()}, [
            word for name, (_, words) in parts.items() if name not in SAID_IN_WORDS for word in words
        ]
    return _plain(filled, hint)


def _plain(filled: Filled, hint: Any) -> tuple[Any, list[str]]:
    number = filled.next()
    if issubclass(hint, Choice):
        last = list(hint)[-1]
        return str(last), [filled.words.say(last.label)]
    if hint is PartialDate:
        date = PartialDate.parse(f"{1900 + number % 100}-0{number % 9 + 1}-1{number % 10}")
        return date.text, [filled.words.partial_date(date)]
    if hint is Period:
        period = Period.parse(f"{1800 + number % 100}-Q{number % 4 + 1}/{1950 + number % 100}")
        return str(period), [filled.words.period(period)]
    if hint is Decimal:
        return f"{number}.25", [filled.words.euro(Decimal(f"{number}.25"))]
    if hint is int:
        return number, [str(number)]
    assert hint is str, hint
    return f"Waardewoord{number}", [f"Waardewoord{number}"]


def _constrained(filled: Filled, arguments: tuple[Any, ...]) -> tuple[Any, list[str]]:
    patterns = [extra.pattern for extra in arguments[1:] if isinstance(extra, StringConstraints) and extra.pattern]
    if patterns and "https?" in str(patterns[0]):
        address = f"https://adres{filled.next()}.example/"
        return address, [address]
    return _value(filled, arguments[0])


def _reference(filled: Filled, ref: Ref) -> tuple[Any, list[str]]:
    if ref.register == "licence":
        licence = list(LICENCES.values())[filled.next() % len(LICENCES)]
        return licence.spdx, [f"{licence.badge}|{licence.spdx}"]
    if ref.register == "item":
        kind = KIND_BY_NAME[ref.kinds[0] if ref.kinds else "tip"]
        target = _item(filled, kind, f"doel-{filled.next()}", everything=False)
        title = str(filled.files[f"commons/{target}.md"]).splitlines()[1].removeprefix("title: ")
        return target, [title]
    register = "organisation" if ref.register == "party" and filled.next() % 2 else ref.register
    register = "contributor" if register == "party" else register
    number = filled.next()
    identifier, label = f"{register}-{number}", f"Naamwoord{number}"
    filled.registers.setdefault(register, {})[identifier] = label
    return identifier, [label]


def _registers(filled: Filled) -> Files:
    def of(register: str) -> dict[str, str]:
        return filled.registers.get(register, {})

    vocabulary = {
        f"{register}s": {name: {"label": {"nl": label, "en": label}} for name, label in of(register).items()}
        for register in ("theme", "skill", "role", "region")
    }
    people = {
        name: {"name": label, "consent": {"on": "2026-01-01", "scope": ["name"]}}
        for name, label in of("contributor").items()
    }
    bodies = {name: {"name": label, "type": "company"} for name, label in of("organisation").items()}
    contents = {
        "commons/vocabulary.yaml": vocabulary,
        "contributors.yaml": people,
        "commons/organisations.yaml": bodies,
    }
    return {path: yaml.safe_dump(content) for path, content in contents.items()}
