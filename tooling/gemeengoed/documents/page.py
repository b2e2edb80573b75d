"""A document as the draft of a page: what is known is filled in, the rest is marked, and people in it are found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gemeengoed.documents.convert import Converted
from gemeengoed.i18n import Message, Translate, message
from gemeengoed.intake.front_matter import item_text
from gemeengoed.intake.names import Names
from gemeengoed.intake.place import New
from gemeengoed.intake.read import Remark, read_answers
from gemeengoed.kinds import Kind
from gemeengoed.kinds.common import Status
from gemeengoed.kinds.declare import is_required
from gemeengoed.load import COMMONS
from gemeengoed.model import Commons
from gemeengoed.personal.addresses import find_email_addresses
from gemeengoed.personal.bank_accounts import find_bank_accounts
from gemeengoed.personal.found import Found
from gemeengoed.personal.national_numbers import find_national_numbers
from gemeengoed.personal.phone_numbers import find_phone_numbers
from gemeengoed.questions.asked import BODY, questions
from gemeengoed.slug import slug_of

_FINDERS: Final[tuple[tuple[Message, Callable[[str], Iterable[Found]]], ...]] = (
    (message("an e-mail address"), find_email_addresses),
    (message("a telephone number"), find_phone_numbers),
    (message("a national register number"), find_national_numbers),
    (message("a bank account"), find_bank_accounts),
)


@dataclass(frozen=True)
class Personal:
    """Something about a person in a text: its offset, its words, and what it is."""

    offset: int
    text: str
    what: Message


def personal_data(text: str) -> tuple[Personal, ...]:
    """What a text says about people that nobody should read, in order; of two that overlap the first."""
    found = (Personal(one.offset, one.text, what) for what, find in _FINDERS for one in find(text))
    kept: list[Personal] = []
    for one in sorted(found, key=lambda one: (one.offset, -len(one.text))):
        if not kept or one.offset >= kept[-1].offset + len(kept[-1].text):
            kept.append(one)
    return tuple(kept)


def without(text: str, personal: Iterable[Personal], instead: str) -> str:
    """The text with other words in the place of some about people."""
    for one in sorted(personal, key=lambda one: -one.offset):
        text = text[: one.offset] + instead + text[one.offset + len(one.text) :]
    return text


@dataclass(frozen=True)
class DocumentPage:
    """The draft of a page: its path, the files to write, and the fields that somebody must still fill in."""

    path: str
    files: Mapping[str, New]
    to_complete: tuple[str, ...]
    remarks: tuple[Remark, ...]


def page_of(
    commons: Commons, kind: Kind, converted: Converted, answers: Mapping[str, str], fallback: str, say: Translate
) -> DocumentPage:
    """The draft that a document makes, with the answers given besides; ``fallback`` is a name for the file."""
    told = {"title": converted.title} | dict(answers)
    asked = tuple(question for question in questions(kind) if question is not BODY)
    reading = read_answers(asked, told, Names(commons))
    fields: dict[str, Any] = {}
    for name, value in reading.values.items():
        outer, _, inner = name.partition(".")
        if inner:
            fields.setdefault(outer, {})[inner] = value
        else:
            fields[outer] = value
    fields["status"] = str(Status.DRAFT)
    missing = [name for name in kind.fields.model_fields if is_required(kind.fields, name) and not fields.get(name)]
    slug = _free(commons, kind, slug_of(fields.get("title", "")) or slug_of(fallback) or "document")
    text, files = with_pictures(commons, kind, converted, slug)
    path = f"{COMMONS}/{kind.folder}/{slug}.md"
    notes = tuple(_note(kind, name, say) for name in missing)
    files[path] = New(item_text(kind, fields, text, notes).encode())
    remarks = tuple(remark for remark in reading.remarks if remark.typed)
    return DocumentPage(path, files, tuple(missing), remarks)


def with_pictures(commons: Commons, kind: Kind, converted: Converted, slug: str) -> tuple[str, dict[str, New]]:
    """The text of a document with its pictures named after its page, and those pictures by path."""
    files: dict[str, New] = {}
    text = converted.text
    for name, content in converted.pictures.items():
        own = _own_name(commons, kind, slug, name)
        text = text.replace(f"]({name})", f"]({own})")
        files[f"{COMMONS}/{kind.folder}/{own}"] = New(content)
    return text, files


def _note(kind: Kind, name: str, say: Translate) -> str:
    declared = kind.fields.model_fields[name]
    label = say("To be completed")
    return f"{label}: {name}. {say(declared.description) if declared.description else ''}"


def _free(commons: Commons, kind: Kind, base: str) -> str:
    used = {item.slug for item in commons.of_kind(kind.name)}
    numbers = (base if number == 1 else f"{base[:76]}-{number}" for number in range(1, len(used) + 2))
    return next(slug for slug in numbers if slug not in used)


def _own_name(commons: Commons, kind: Kind, slug: str, name: str) -> str:
    """A name for a picture after that of its page, which nothing has yet."""
    number = re.search(r"-(\d+)(\.[a-z]+)$", name)
    start, end = (number[1], number[2]) if number else ("1", "")
    used = {stray.path for stray in commons.strays}
    candidates = (f"{slug[:60].strip('-')}-{start}{'-x' * again}{end}" for again in range(len(used) + 1))
    return next(own for own in candidates if f"{COMMONS}/{kind.folder}/{own}" not in used)
