"""An item made of a file of a collection: its fields by the mapping, its text with their links and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from gemeengoed.i18n import Message, message
from gemeengoed.importing.mapping import FieldFrom, Mapping
from gemeengoed.importing.source import Source, noted
from gemeengoed.importing.text import Rewritten, levelled, plain_markdown, rename_heading, take_section, with_links
from gemeengoed.intake.clean import clean, one_line
from gemeengoed.intake.clean import lines as lines_of
from gemeengoed.intake.front_matter import item_text
from gemeengoed.intake.names import Names
from gemeengoed.intake.read import Reading, read_answers
from gemeengoed.kinds import Kind
from gemeengoed.load import COMMONS
from gemeengoed.model import Commons
from gemeengoed.questions.asked import Question, Sort, questions


@dataclass(frozen=True)
class Line:
    """A line of the table: a file, what becomes of it (a path, empty where nothing does), why, and what to look at."""

    file: str
    path: str = ""
    why: Message | None = None
    remarks: tuple[Message, ...] = ()
    addresses: tuple[str, ...] = ()


def item_of(
    commons: Commons,
    kind: Kind,
    mapping: Mapping,
    source: Source,
    known: dict[str, str],
    media: dict[str, str],
    shown: dict[str, str],
) -> tuple[Line, str]:
    """The line of the table and the text of an item. ``known`` has the references of the others, ``media`` the names of
    pictures; those that the item shows are added to ``shown``.
    """
    made = plain_markdown(clean(source.body), mapping.replace)
    made.text = levelled(made.text)
    values, above = _values(commons, kind, mapping, source, made)
    _put_in_order(mapping, source, made)
    made.text = "\n\n".join([*above, made.text])
    with_links(made, source.file, known, mapping.origin.site or mapping.origin.url or "", media)
    shown.update(made.pictures)
    said = mapping.keys()
    made.remarks += [message("key left out: {key}", key=one_line(key)[:60]) for key in source.head if key not in said]
    fields = _fields(mapping, commons, values, source)
    line = Line(source.file, f"{COMMONS}/{kind.folder}/{source.slug}.md", None, tuple(made.remarks), source.addresses)
    return line, item_text(kind, fields, made.text)


def _values(
    commons: Commons, kind: Kind, mapping: Mapping, source: Source, made: Rewritten
) -> tuple[dict[str, Any], list[str]]:
    """The values of the fields, and what stands above the text since it is no value. What is left out is remarked."""
    above: list[str] = []
    values: dict[str, Any] = {}
    for name, rule in mapping.rules().items():
        typed = _typed(source.head, rule)
        if rule.section:
            made.text, section = take_section(made.text, rule.section)
            typed = section or typed
        value, why = _value(commons, kind, name, rule, typed)
        if value is None and rule.shorten and (value := _shortened(typed)):
            above.append(one_line(typed))
            made.remarks.append(message("{name}: shortened, all of it stands above the text", name=name))
        if value not in (None, "", [], {}):
            values[name] = value
        elif typed:
            made.remarks.append(why)
            if rule.otherwise == "text":
                above.append(f"**{rule.source or rule.section}:** {one_line(typed)}")
    return values, above


def _put_in_order(mapping: Mapping, source: Source, made: Rewritten) -> None:
    """Rename sections and leave some out, and put what stood in keys below headings of its own."""
    for heading, ours in mapping.sections.items():
        if ours:
            made.text = rename_heading(made.text, heading, ours)
        else:
            made.text, section = take_section(made.text, heading)
            made.remarks += [message("section left out: {heading}", heading=heading)] if section else []
    for key, heading in mapping.put.items():
        if text := _typed(source.head, FieldFrom.model_validate({"from": key})):
            made.text += f"\n\n## {heading}\n\n{clean(text)}"


def _typed(head: dict[str, Any], rule: FieldFrom) -> str:
    """Their value as somebody would have typed it: the entries of a list on lines."""
    value = next((head[key] for key in (rule.source, *rule.or_from) if key and head.get(key)), None)
    entries = [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else [value]
    texts = [entry for entry in entries if isinstance(entry, str)]
    if rule.split:
        texts = [part for text in texts for part in text.split(rule.split)]
    ours: list[str] = []
    for text in texts:
        meant = rule.map.get(text.strip(), text)
        ours += [meant] if isinstance(meant, str) else meant
    if not any(text.strip() for text in ours) and rule.default:
        ours = [rule.default] if isinstance(rule.default, str) else [*rule.default]
    return "\n".join(ours).strip()


def _value(commons: Commons, kind: Kind, name: str, rule: FieldFrom, typed: str) -> tuple[Any, Message]:
    """The value of a field out of what they have there, and what is said where there is none."""
    short = one_line(typed)[:60]
    unfit = message("{name}: '{typed}' does not fit", name=name, typed=short)
    if not typed:
        return None, unfit
    if rule.minutes:
        return _minutes(typed), message("{name}: '{typed}' is not in minutes or hours", name=name, typed=short)
    asked = next((question for question in questions(kind) if question.name == name), None)
    if asked is None:
        declared = kind.fields.model_fields[name]
        if declared.default == ():
            return lines_of(typed), unfit
        asked = Question(name, Sort.LINE, declared.title or name)
    reading: Reading = read_answers((replace(asked, is_required=False),), {name: typed}, Names(commons))
    return reading.values.get(name), reading.remarks[0].what if reading.remarks else unfit


def _shortened(typed: str) -> str:
    """The first sentences of a text that fit on a line; empty where the first is too long."""
    text, limit = one_line(typed), 300
    end = max((match.end() for match in re.finditer(r"[.!?](?=\s)", text[: limit + 1])), default=0)
    if end:
        return text[:end]
    comma = max((match.start() for match in re.finditer(r"[,;:](?=\s)", text[:limit])), default=0)
    return f"{text[:comma]}." if comma else ""


def _minutes(typed: str) -> dict[str, int] | None:
    """``1–2 hours per user`` as minutes; None where it counts days, or depends."""
    text = re.sub(r"\bone\b|\ban?\b(?= hour)", "1", typed.casefold())
    found = re.match(
        r"\D{0,12}?(\d+)\s*(m\w*|h\w*|u\w*)?(?:\s*(?:-|–|to|tot)\s*(\d+))?\s*(min\w*|hours?|hrs?|uur|uren)\b", text
    )
    if not found or re.search(r"\b(?:day|week|dag|we[e]?k)", text):
        return None
    unit = 60 if found[4][0] in "hu" else 1
    first_unit = unit if not found[2] else 60 if found[2][0] in "hu" else 1
    low = int(found[1]) * first_unit
    high = int(found[3]) * unit if found[3] else low
    if re.match(r"\s*(?:less than|at most|max|minder dan)", text):
        return {"max": high}
    return {"min": low, "max": high} if 0 < low <= high else None


def _fields(mapping: Mapping, commons: Commons, values: dict[str, Any], source: Source) -> dict[str, Any]:
    origin = mapping.origin
    address = origin.url
    if origin.site and source.addresses and source.addresses[0].startswith("/"):
        address = origin.site.rstrip("/") + source.addresses[0]
    entry: dict[str, Any] = {"title": noted(source, mapping)}
    entry |= {"relation": str(origin.relation)} | ({"url": address} if address else {})
    entry |= ({"author": origin.author} if origin.author else {}) | {"licence": origin.licence}
    fields = dict(values)
    fields["authors"] = values.get("authors") or mapping.authors
    fields["sources"] = [*values.get("sources", []), entry]
    if mapping.language and mapping.language != commons.settings.language:
        fields["language"] = str(mapping.language)
    if mapping.licence:
        fields["licence"] = mapping.licence
    return fields
