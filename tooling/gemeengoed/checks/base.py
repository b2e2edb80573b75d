"""What checks share: reading off what loading found, and placing a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gemeengoed.i18n import Message
from gemeengoed.kinds.common import Language
from gemeengoed.kinds.declare import Loc, Ref, references
from gemeengoed.markdown.mask import place
from gemeengoed.model import Commons
from gemeengoed.problems import Finding
from gemeengoed.texts import Places, Text


def defects(commons: Commons, code: str) -> Iterator[Finding]:
    """What loading found of one code, as findings."""
    for file in commons.files():
        for defect in file.defects:
            if defect.code == code:
                line, column = defect.place
                yield Finding(
                    file.path,
                    line,
                    column,
                    defect.message,
                    defect.advice,
                    defect.replacement,
                    is_sure=defect.is_sure,
                )


def texts(commons: Commons) -> Iterator[Text]:
    """Every Markdown text: of the items, then of the hand-written pages."""
    for item in commons.items.values():
        yield item.text
    yield from commons.pages


def texts_in(commons: Commons, language: Language) -> Iterator[Text]:
    """Every Markdown text in a language: that of the commons, where a page does not say which."""
    for item in commons.items.values():
        if (item.fields.language or commons.settings.language) is language:
            yield item.text
    yield from (page for page in commons.pages if commons.settings.language_of_page(page.path) is language)


@dataclass(frozen=True)
class Passage:
    """A piece of a file as it was written: a front matter, a body or a whole register."""

    path: str
    text: str
    first_line: int

    def finding(self, offset: int, message: Message, advice: Message | None = None) -> Finding:
        """A finding at an offset in the piece."""
        line, column = place(self.text, offset, self.first_line)
        return Finding(self.path, line, column, message, advice)


def passages(commons: Commons) -> Iterator[Passage]:
    """Everything that people wrote: of each text its front matter and its body, then the registers."""
    for text in texts(commons):
        yield Passage(text.path, text.head, text.head_line)
        yield Passage(text.path, text.body, text.body_line)
    for path, register in commons.register_files.items():
        yield Passage(path, register.text, 1)


def at_value(path: str, places: Places, loc: Loc, message: Message, advice: Message | None = None) -> Finding:
    """A finding at a value of a front matter or register."""
    line, column = places.value(*loc)
    return Finding(path, line, column, message, advice)


def in_body(text: Text, offset: int, message: Message, advice: Message | None = None) -> Finding:
    """A finding at an offset in the body of a page."""
    line, column = place(text.body, offset, text.body_line)
    return Finding(text.path, line, column, message, advice)


def mended(text: Text, finding: Finding, end: int, replacement: str, *, is_sure: bool) -> Finding:
    """A finding in the body of a page with the text that would mend it, in place of all up to the offset ``end``."""
    return replace(finding, replacement=replacement, end=place(text.body, end, text.body_line), is_sure=is_sure)


@dataclass(frozen=True)
class Reference:
    """A reference, and where it is made."""

    path: str
    places: Places
    loc: Loc
    name: str
    ref: Ref
    within: str

    def finding(
        self, message: Message, advice: Message | None = None, replacement: str | None = None, *, is_sure: bool = False
    ) -> Finding:
        """A finding at the reference. That of a key stands at the key."""
        is_key = self.loc[-1:] == (self.name,) and self.loc in self.places.keys
        line, column = self.places.key(*self.loc) if is_key else self.places.value(*self.loc)
        return Finding(self.path, line, column, message, advice, replacement, is_sure=is_sure)


def all_references(commons: Commons, *registers: str) -> Iterator[Reference]:
    """Every reference to one of the registers, from items and from registers."""
    for item in commons.items.values():
        for loc, name, ref in item.references:
            if ref.register in registers:
                yield Reference(item.path, item.text.places, loc, name, ref, item.ref)
    files = commons.register_files
    people, bodies = files.get("contributors.yaml"), files.get("commons/organisations.yaml")
    for file, records in ((people, commons.contributors), (bodies, commons.organisations)):
        if file is None:
            continue
        for identifier, record in records.items():
            for loc, name, ref in references(record):
                if ref.register in registers:
                    yield Reference(file.file.path, file.places, (identifier, *loc), name, ref, identifier)
