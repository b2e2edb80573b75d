"""The fields of the editor, out of the declaration: which widget, label, help, and what an answer must look like."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from gemeengoed.i18n import Message, message
from gemeengoed.kinds import Kind
from gemeengoed.kinds.dates import PartialDate, Period
from gemeengoed.kinds.declare import Record, hints, is_required, unit_of
from gemeengoed.questions.asked import BODY, EDITORIAL, Question, Sort, bare, form_of, is_record
from gemeengoed.stage.words import Words

NAMES: Final = "gemeengoed-names"
"""Our own widget: names of a register or pages, one or several, and none is lost that it does not know."""

_DATE: Final = Message("Write a date as exactly as it is known: 2026, 2026-05 or 2026-12-10.")
_PERIOD: Final = Message("Write a period as 2026, 2026-05 or 2019/2020.")
_NUMBER: Final = Message("Write a number.")
_ADDRESS: Final = Message("A web address, from https:// on.")
_ITEM: Final = Message("Type words of the title and choose, or write folder and name: methods/intervisie.")

Field = dict[str, Any]


def fields_of(record: type[Record], words: Words) -> list[Field]:
    """The fields of a record that can be answered: what editors alone fill in comes last."""
    found = [
        field for name, declared in record.model_fields.items() if (field := _field(record, name, declared, words))
    ]
    return sorted(found, key=lambda field: field["name"] in EDITORIAL - {"authors"})


def item_fields(kind: Kind, words: Words) -> list[Field]:
    """The fields of an item: what every page needs, its text, and the rest."""
    fields = fields_of(kind.fields, words)
    needed = [field for field in fields if field["required"]]
    return [*needed, _body(words), *(field for field in fields if not field["required"])]


def _body(words: Words) -> Field:
    """The text of a page. As it is written first: rich text writes tables anew, which nobody asked for."""
    return {
        "name": BODY.name,
        "label": words.say(BODY.label),
        "hint": words.say(BODY.help),
        "widget": "markdown",
        "modes": ["raw", "rich_text"],
    }


def _field(record: type[Record], name: str, declared: FieldInfo, words: Words) -> Field | None:
    widget = _widget(bare(hints(record)[name]), words)
    if widget is None:
        return None  # a mapping of roles: kept as it is, and written in the file itself
    how = widget.pop("how", "")
    help_text = words.say(declared.description) if declared.description else ""
    label, unit = words.say(declared.title or name), unit_of(record, name)
    hint = " ".join(filter(None, (help_text, how)))
    return {
        "name": name,
        "label": f"{label} ({words.say(unit)})" if unit else label,
        **({"hint": hint} if hint else {}),
        "required": is_required(record, name),
        **widget,
    }


def _widget(hint: Any, words: Words) -> Field | None:
    """The widget for an annotation; None where there is none."""
    if get_origin(hint) is tuple:
        return _several(bare(get_args(hint)[0]), words)
    if is_record(hint):
        # What it needs is asked only once something stands in it, which Decap cannot say: the checks do.
        parts = [{**part, "required": False} for part in fields_of(hint, words)]
        return {"widget": "object", "collapsed": True, "fields": parts}
    question = form_of(hint)
    return _single(question, hint, words) if question else None


def _several(hint: Any, words: Words) -> Field | None:
    if is_record(hint):
        return {"widget": "list", "collapsed": True, "allow_add": True, "fields": fields_of(hint, words)}
    question = form_of(hint)
    if question is None:
        return None
    if question.ref:
        return {**_names(question, words), "multiple": True}
    inner = _single(question, hint, words)
    inner.pop("how", "")
    return {"widget": "list", "collapsed": False, "field": {"name": "line", "label": words.say("Line"), **inner}}


def _single(question: Question, hint: Any, words: Words) -> Field:
    """The widget for one value. Everything stays text, as the files have it, so that nothing becomes more exact."""
    match question.sort:
        case Sort.REFERENCE:
            return _names(question, words)
        case Sort.CHOICE:
            options = [{"label": words.say(choice.label), "value": str(choice)} for choice in question.choices]
            return {"widget": "select", "options": options}
        case Sort.DATE:
            return _pattern(f"^(?:{_inner(PartialDate.json_pattern)})$", words.message(_DATE))
        case Sort.PERIOD:
            return _pattern(f"^(?:{_inner(Period.json_pattern)})$", words.message(_PERIOD))
        case Sort.NUMBER:
            pattern = r"^\d+(\.\d{1,2})?$" if Decimal in (hint, *get_args(hint)) else r"^\d+$"
            return _pattern(pattern, words.message(_NUMBER))
        case Sort.LINE if question.is_address:
            return _pattern(r"^https?://\S+$", words.message(_ADDRESS))
    limit = words.message(message("At most {limit} characters.", limit=question.longest))
    widget = "text" if question.sort is Sort.TEXT else "string"
    return {"widget": widget, "pattern": [rf"^[\s\S]{{0,{question.longest}}}$", limit]}


def _inner(pattern: str) -> str:
    return pattern.removeprefix("^").removesuffix("$")


def _pattern(pattern: str, how: str) -> Field:
    return {"widget": "string", "pattern": [pattern, how], "how": how}


def _names(question: Question, words: Words) -> Field:
    assert question.ref is not None
    field: Field = {"widget": NAMES, "register": question.ref.register, "kinds": list(question.ref.kinds)}
    return {**field, "how": words.message(_ITEM)} if question.ref.register == "item" else field
