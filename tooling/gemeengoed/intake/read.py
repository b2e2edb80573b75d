"""Values out of answers: a date as people write it, a list with or without dashes, a choice by its label."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from gemeengoed.i18n import Message, message, spoken, translator
from gemeengoed.intake.clean import body, clean, lines, one_line
from gemeengoed.intake.names import Names, UnknownNameError, plain
from gemeengoed.intake.when import read_date, read_period
from gemeengoed.kinds.common import Relation, Source
from gemeengoed.kinds.dates import InexactDateError
from gemeengoed.kinds.declare import Record
from gemeengoed.questions.asked import BODY, Question, Sort, parts_of

EMPTY: Final = frozenset({"", "_no response_", "no response", "none", "n/a", "-"})
"""What stands for nothing, in lower case; the first two are the forge's words."""

_ADDRESS: Final = re.compile(r"https?://\S+")
_RANGE: Final = re.compile(r"\d+")
_MOST: Final = 200


@dataclass(frozen=True)
class Remark:
    """Something about an answer that somebody must look at: who wrote it when ``is_asked``, else the editors.

    ``typed`` is what was written, in full, so that nothing is lost.
    """

    question: Question
    what: Message
    typed: str = ""
    is_asked: bool = False


@dataclass
class Reading:
    """What is read so far: the values by the name of their question, and what must be said of the answers."""

    names: Names
    values: dict[str, Any] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, question: Question, what: Message, typed: str = "") -> None:
        """Note something about an answer; it is asked again where the page cannot do without."""
        self.remarks.append(Remark(question, what, clean(typed), question.is_required))


def read_answers(asked: tuple[Question, ...], answers: Mapping[str, str], names: Names) -> Reading:
    """The values of the answers. An answer that cannot be read gives a remark that quotes it, and no value."""
    reading = Reading(names)
    for question in asked:
        typed = answers.get(question.name, "")
        if is_empty(typed):
            if question.is_required:
                reading.remark(question, message("Nothing is filled in here yet."))
        elif (value := _READERS[question.sort](question, typed, reading)) not in (None, [], {}, ""):
            reading.values[question.name] = value
    return reading


def is_empty(typed: str) -> bool:
    """Whether an answer says nothing."""
    return one_line(typed).casefold() in EMPTY


def _line(question: Question, typed: str, reading: Reading) -> str | None:
    text = one_line(typed)
    if question.is_address and not _ADDRESS.fullmatch(text):
        reading.remark(question, message("'{typed}' is no web address: write it from https:// on.", typed=typed), typed)
        return None
    return _fitting(question, text, reading)


def _text(question: Question, typed: str, reading: Reading) -> str | None:
    if question.name != BODY.name:
        return _fitting(question, clean(typed), reading)
    text, was_cut = body(typed)
    if was_cut:
        reading.remarks.append(Remark(question, message("A remark that no reader sees (<!-- … -->) was left out.")))
    if not text and question.is_required:
        reading.remark(question, message("Nothing is filled in here yet."), typed)
    return _fitting(question, text, reading)


def _fitting(question: Question, text: str, reading: Reading) -> str | None:
    if len(text) <= question.longest:
        return text
    what = message(
        "This is {length} characters long; at most {limit} fit here.", length=len(text), limit=question.longest
    )
    reading.remark(question, what, text)
    return None


def _lines(question: Question, typed: str, reading: Reading) -> list[str]:
    found = [_fitting(question, line, reading) for line in _first(question, lines(typed), reading)]
    return [line for line in found if line]


def _choice(question: Question, typed: str, reading: Reading) -> str | None:
    wanted = plain(typed)
    for choice in question.choices:
        if wanted in {plain(str(choice)), *(plain(translator(language)(choice.label)) for language in spoken())}:
            return str(choice)
    say = translator(reading.names.commons.settings.language)
    options = ", ".join(say(choice.label) for choice in question.choices)
    reading.remark(question, message("'{typed}' is not one of: {options}.", typed=typed, options=options), typed)
    return None


def _dated(parse: Callable[[str, str], str]) -> Callable[[Question, str, Reading], str | None]:
    def read(question: Question, typed: str, reading: Reading) -> str | None:
        try:
            return parse(one_line(typed), reading.names.commons.settings.language)
        except InexactDateError:
            understood = message("'{typed}' is not a date here. Write 2026, 05/2026 or 10/12/2026.", typed=typed)
            reading.remark(question, understood, typed)
            return None

    return read


def _number(question: Question, typed: str, reading: Reading) -> str | None:
    bare = re.sub(r"[\s€]|euro|eur", "", one_line(typed).casefold()).replace(",", ".")
    if re.fullmatch(r"\d{1,9}(\.\d{1,2})?", bare):
        return bare
    reading.remark(question, message("'{typed}' is not a number.", typed=typed), typed)
    return None


def _range(question: Question, typed: str, reading: Reading) -> dict[str, int] | None:
    """``60 tot 90``, ``1 à 2 uur`` (where minutes are asked), ``max. 12``, ``45``."""
    text = one_line(typed).casefold()
    found = [int(number) for number in _RANGE.findall(text)[:3] if len(number) < 6]
    if not 1 <= len(found) <= 2 or (len(found) == 2 and found[0] > found[1]):
        reading.remark(question, message("'{typed}' is not a number, or two with 'to' between.", typed=typed), typed)
        return None
    if question.unit == "minutes" and re.search(r"\d\s*(?:u|uur|uren|h|hours?)\b", text):
        found = [number * 60 for number in found]
    if len(found) == 2:
        return {"min": found[0], "max": found[1]}
    if re.search(r"\b(?:max|maximaal|hoogstens|tot|at most|up to)\b", text):
        return {"max": found[0]}
    return {"min": found[0]} if re.search(r"\b(?:min|minstens|vanaf|at least|from)\b", text) else _both(found[0])


def _both(number: int) -> dict[str, int]:
    return {"min": number, "max": number}


def _reference(question: Question, typed: str, reading: Reading) -> str | None:
    assert question.ref is not None
    try:
        return reading.names.find(question.ref, one_line(typed))
    except UnknownNameError as error:
        reading.remark(question, error.why, typed)
        return None


def _references(question: Question, typed: str, reading: Reading) -> list[str]:
    """Names on lines, or between commas; a name may hold a comma itself."""
    assert question.ref is not None
    ref, found = question.ref, list[str]()
    names = [name for line in lines(typed) for name in _split(line, lambda part: reading.names.knows(ref, part))]
    for name in _first(question, names, reading):
        try:
            found.append(reading.names.find(ref, name))
        except UnknownNameError as error:
            reading.remarks.append(Remark(question, error.why, name))
    if not found and question.is_required:
        reading.remark(question, message("None of these is known here."), typed)
    return list(dict.fromkeys(found))


def _first(question: Question, entries: list[str], reading: Reading) -> list[str]:
    """As many entries as a page can have; the others are left to the editors."""
    if len(entries) > _MOST:
        what = message("Only the first {limit} were taken along.", limit=_MOST)
        reading.remarks.append(Remark(question, what, "\n".join(entries[_MOST:])))
    return entries[:_MOST]


def _split(line: str, is_known: Callable[[str], bool]) -> list[str]:
    """The parts of a line between commas; those that are only known together stay together."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    found: list[str] = []
    while parts:
        ends = range(min(len(parts), 4), 1, -1)
        count = next((end for end in ends if is_known(", ".join(parts[:end]))), 1)
        found.append(", ".join(parts[:count]))
        del parts[:count]
    return found


def _records(question: Question, typed: str, reading: Reading) -> list[dict[str, Any]]:
    """A record for each line: its parts between ``|``, each in the first field that can hold it."""
    assert question.record is not None
    records = []
    for line in _first(question, lines(typed), reading):
        record = _record(question.record, line, reading.names)
        if record:
            records.append(record)
        else:
            reading.remark(question, message("We could not make out this line: '{line}'.", line=line), line)
    return records


def _record(model: type[Record], line: str, names: Names) -> dict[str, Any]:
    """The record that a line makes; empty when a part has no place, or a part that is needed is not there."""
    written = _ADDRESS.sub(r" | \g<0> | ", line) if model is Source and "|" not in line else line
    parts = [part.strip(" ,;") for part in written.split("|")]
    record: dict[str, Any] = {}
    for part in filter(None, parts):
        for field_ in parts_of(model):
            trial = Reading(names)
            is_address = _ADDRESS.fullmatch(part) is not None
            if field_.name in record or is_address is not (field_.name == "url" and model is Source):
                continue
            value = _READERS[field_.sort](field_, part, trial)
            if value is not None and not trial.remarks:
                record[field_.name] = value
                break
        else:
            return {}
    if model is Source and record:
        record.setdefault("title", record.get("url"))
        record.setdefault("relation", str(Relation.CITES))
    needed = [part.name for part in parts_of(model) if part.is_required]
    return {name: record[name] for name in model.model_fields if name in record} if {*needed} <= {*record} else {}


def _agreements(question: Question, typed: str, reading: Reading) -> list[str]:
    """What was agreed to: boxes that are ticked (``- [x] …``), labels or values on lines."""
    ticked = []
    for line in clean(typed).split("\n"):
        box = re.match(r"^[-*]?\s*\[(?P<mark>.)\]\s*(?P<label>.*)$", line.strip())
        label = plain(box["label"] if box else line)
        if box and box["mark"] not in "xX":
            continue
        ticked += [
            str(choice)
            for choice in question.choices
            if label in {plain(str(choice)), *(plain(translator(language)(choice.label)) for language in spoken())}
        ]
    return list(dict.fromkeys(ticked))


_READERS: Final[dict[Sort, Callable[[Question, str, Reading], Any]]] = {
    Sort.LINE: _line,
    Sort.TEXT: _text,
    Sort.LINES: _lines,
    Sort.CHOICE: _choice,
    Sort.DATE: _dated(read_date),
    Sort.PERIOD: _dated(read_period),
    Sort.NUMBER: _number,
    Sort.RANGE: _range,
    Sort.REFERENCE: _reference,
    Sort.REFERENCES: _references,
    Sort.RECORDS: _records,
    Sort.AGREEMENTS: _agreements,
}
