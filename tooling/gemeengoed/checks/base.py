"""What checks share: reading off what loading found, and placing a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gemeengoed.i18n import Message
from gemeengoed.kinds.declare import Loc, Ref, references
from gemeengoed.markdown.mask import place
from gemeengoed.model import Commons, Places, Text
from gemeengoed.problems import Finding


def defects(commons: Commons, code: str) -> Iterator[Finding]:
    """What loading found of one code, as findings."""
    for file in commons.files():
        for defect in file.defects:
            if defect.code == code:
                line, column = defect.place
                yield Finding(file.path, line, column, defect.message, defect.advice, defect.replacement)


def texts(commons: Commons) -> Iterator[Text]:
    """Every Markdown text: of the items, then of the hand-written pages."""
    for item in commons.items.values():
        yield item.text
    yield from commons.pages


def at_value(path: str, places: Places, loc: Loc, message: Message, advice: Message | None = None) -> Finding:
    """A finding at a value of a front matter or register."""
    line, column = places.value(*loc)
    return Finding(path, line, column, message, advice)


def in_body(text: Text, offset: int, message: Message, advice: Message | None = None) -> Finding:
    """A finding at an offset in the body of a page."""
    line, column = place(text.body, offset, text.body_line)
    return Finding(text.path, line, column, message, advice)


@dataclass(frozen=True)
class Reference:
    """A reference, and where it is made."""

    path: str
    places: Places
    loc: Loc
    name: str
    ref: Ref
    within: str

    def finding(self, message: Message, advice: Message | None = None, replacement: str | None = None) -> Finding:
        """A finding at the reference. That of a key stands at the key."""
        is_key = self.loc[-1:] == (self.name,) and self.loc in self.places.keys
        line, column = self.places.key(*self.loc) if is_key else self.places.value(*self.loc)
        return Finding(self.path, line, column, message, advice, replacement)


def all_references(commons: Commons, *registers: str) -> Iterator[Reference]:
    """Every reference to one of the registers, from items and from registers."""
    for item in commons.items.values():
        for loc, name, ref in references(item.fields):
            if ref.register in registers:
                yield Reference(item.path, item.text.places, loc, name, ref, item.ref)
    people, bodies = commons.registers.get("contributors.yaml"), commons.registers.get("commons/organisations.yaml")
    for file, records in ((people, commons.contributors), (bodies, commons.organisations)):
        if file is None:
            continue
        for identifier, record in records.items():
            for loc, name, ref in references(record):
                if ref.register in registers:
                    yield Reference(file.file.path, file.places, (identifier, *loc), name, ref, identifier)
