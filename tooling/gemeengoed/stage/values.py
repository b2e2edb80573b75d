"""The values of fields in a form that a template can show without knowing the field."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from gemeengoed.kinds.dates import PartialDate, Period
from gemeengoed.kinds.declare import Choice, Range, Ref, hints, unit_of
from gemeengoed.stage.words import Words

_SHORT = 30
"""How long a text may be, in characters, to stand among others on a line."""


class Shown(NamedTuple):
    """A value to show: a text with perhaps a link, a list of values, or named values."""

    text: str = ""
    href: str = ""
    many: tuple[Shown, ...] = ()
    named: tuple[tuple[str, Shown], ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether it is a list of words that reads well on a line."""
        return all(part.text and not part.href and len(part.text) <= _SHORT for part in self.many)

    def __bool__(self) -> bool:
        return bool(self.text or self.many or self.named)


class Values:
    """Turns the values of fields into what is shown. ``link`` gives text and address of a reference."""

    def __init__(self, words: Words, link: Any) -> None:
        self._words = words
        self._link = link

    def field(self, record: BaseModel, name: str) -> Shown:
        """One field of a record; empty when it has no value."""
        value = getattr(record, name)
        if isinstance(value, Range):
            return Shown(self._words.range(value, unit_of(type(record), name)))
        return self._show(value, hints(type(record))[name])

    def fields(self, record: BaseModel, names: list[str]) -> list[tuple[str, Shown]]:
        """The label and value of those of the fields that have one."""
        shown = ((self.label(record, name), self.field(record, name)) for name in names)
        return [(label, value) for label, value in shown if value]

    def item(self, name: str) -> Shown:
        """A reference to an item."""
        return self._reference(name, "item")

    def party(self, name: str) -> Shown:
        """A reference to a contributor or organisation."""
        return self._reference(name, "party")

    def _reference(self, name: str, register: str) -> Shown:
        shown: Shown = self._link(name, Ref(register))
        return shown

    def label(self, record: BaseModel, name: str) -> str:
        """The label of a field, in the reader's language."""
        return self._words.say(type(record).model_fields[name].title or name)

    def _show(self, value: Any, hint: Any) -> Shown:
        if value is None or value in ("", (), {}):
            return Shown()
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            ref = next((extra for extra in arguments[1:] if isinstance(extra, Ref)), None)
            return self._link(value, ref) if ref else self._show(value, arguments[0])
        if origin is tuple:
            return Shown(many=tuple(shown for entry in value if (shown := self._show(entry, arguments[0]))))
        if origin is dict:
            pairs = (
                (self._show(key, arguments[0]).text, self._show(entry, arguments[1])) for key, entry in value.items()
            )
            return Shown(named=tuple(pairs))
        if origin is Union or type(None) in arguments:
            return self._show(value, next(argument for argument in arguments if argument is not type(None)))
        if isinstance(value, BaseModel):
            return Shown(named=tuple(self.fields(value, list(type(value).model_fields))))
        return self._plain(value)

    def _plain(self, value: Any) -> Shown:
        if isinstance(value, Choice):
            return Shown(self._words.say(value.label))
        if isinstance(value, PartialDate):
            return Shown(self._words.partial_date(value))
        if isinstance(value, Period):
            return Shown(self._words.period(value))
        if isinstance(value, Decimal):
            return Shown(self._words.euro(value))
        text = value if isinstance(value, str) else str(value)
        return Shown(text, text if text.startswith(("https://", "http://")) else "")
