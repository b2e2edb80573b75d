"""Opening a document with care: is it what its name says, and how large does it get?"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from html import unescape
from pathlib import Path
from typing import Final

from gemeengoed.i18n import Message, message

LARGEST: Final = 50_000_000
"""Bytes of a document, at most."""

UNPACKED: Final = 300_000_000
ENTRIES: Final = 5_000
_RATIO: Final = 200
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


class DocumentError(Exception):
    """A document cannot be read; ``why`` says why and what to do."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.say(str))
        self.why = why


class Sort(Enum):
    """What can be read: how its name ends, and how pandoc calls it."""

    WORD = "docx"
    OPEN = "odt"
    HTML = "html"
    TEXT = "plain"
    MAIL = "mail"


_ENDINGS: Final = {
    ".docx": Sort.WORD,
    ".docm": Sort.WORD,
    ".odt": Sort.OPEN,
    ".html": Sort.HTML,
    ".htm": Sort.HTML,
    ".txt": Sort.TEXT,
    ".md": Sort.TEXT,
    ".eml": Sort.MAIL,
}
_HEART: Final = {Sort.WORD: "word/document.xml", Sort.OPEN: "content.xml"}

_SAYS: Final = re.compile(rb"<w:(?:t|comment|drawing|pict|object)[ >]|<a:t>|<c:chart")
_FRAME: Final = 20_000
_HREF: Final = re.compile(r'<draw:image[^<>]*?xlink:href="([^"<>]+)"')
_DESCRIBED: Final = re.compile(r"<svg:(?:desc|title)>([^<]+)</svg:(?:desc|title)>")

_LOST: Final = {
    "vbaproject.bin": message("Macros were left out."),
    "basic/": message("Macros were left out."),
    "comments.xml": message("Remarks in the margin were left out."),
    "word/header": message("What stands at the top of every sheet was left out."),
    "word/footer": message("What stands at the foot of every sheet was left out."),
    "word/charts/": message("Charts were left out: put them in as pictures."),
    "word/diagrams/": message("Diagrams (SmartArt) were left out: put them in as pictures."),
    "embeddings/": message("Files inside the document were left out."),
}


@dataclass(frozen=True)
class Opened:
    """A document that is what it says: its sort, its bytes, the pictures in it by name, and what is lost already."""

    sort: Sort
    content: bytes
    pictures: dict[str, bytes] = field(default_factory=dict)
    lost: tuple[Message, ...] = ()
    alts: dict[str, str] = field(default_factory=dict)


def open_document(file: Path) -> Opened:
    """The document in a file. Raises DocumentError."""
    ending = file.suffix.lower()
    if ending not in _ENDINGS:
        raise DocumentError(message("'{name}' cannot be read. Save it as .docx, .odt, .html or .txt.", name=file.name))
    if not file.is_file():
        raise DocumentError(message("There is no file '{name}'.", name=file.name))
    if file.stat().st_size > LARGEST:
        size, limit = file.stat().st_size // 1_000_000, LARGEST // 1_000_000
        what = message("The document is {size} MB; at most {limit} MB is read. Make its pictures smaller.",
                       size=size, limit=limit)  # fmt: skip
        raise DocumentError(what)
    sort, content = _ENDINGS[ending], file.read_bytes()
    if sort not in _HEART:
        return Opened(sort, content)
    return _open_zip(file, sort, content)


def _open_zip(file: Path, sort: Sort, content: bytes) -> Opened:
    if content.startswith(_OLD_OFFICE):
        raise DocumentError(message("'{name}' has a password or is of an old Word. Save it as .docx.", name=file.name))
    try:
        with zipfile.ZipFile(file) as archive:
            _require_small(archive)
            names = [info.filename for info in archive.infolist()]
            if _HEART[sort] not in names:
                raise DocumentError(_no_document(file))
            pictures = {name: archive.read(name) for name in names if _is_picture(name)}
            lost = list(_lost(archive, names))
            alts = _alts(archive.read("content.xml").decode("utf-8", "replace")) if sort is Sort.OPEN else {}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise DocumentError(_no_document(file)) from error
    return Opened(sort, content, pictures, tuple(dict.fromkeys(lost)), alts)


def _lost(archive: zipfile.ZipFile, names: list[str]) -> Iterator[Message]:
    """What of a document pandoc passes over; a part for remarks, or for the top of a sheet, may be empty."""
    for part, said in _LOST.items():
        for name in names:
            if part in name.lower() and (not name.endswith(".xml") or _SAYS.search(archive.read(name))):
                yield said
    if "content.xml" in names and b"<office:annotation" in archive.read("content.xml"):
        yield _LOST["comments.xml"]


def _alts(content: str) -> dict[str, str]:
    """The alternative texts of pictures in an OpenDocument, which pandoc drops, by the name of the picture."""
    found: dict[str, str] = {}
    for piece in content.split("<draw:frame")[1:]:
        frame = piece.partition("</draw:frame>")[0][:_FRAME]
        picture, said = _HREF.search(frame), _DESCRIBED.search(frame)
        if picture and said:
            found[unescape(picture[1])] = unescape(said[1]).strip()
    return found


def _no_document(file: Path) -> Message:
    return message("'{name}' is no document of a word processor, whatever its name says.", name=file.name)


def _require_small(archive: zipfile.ZipFile) -> None:
    """Refuse a bomb by what its directory says; reading more than it says is an error of the library."""
    entries = archive.infolist()
    unpacked, packed = sum(info.file_size for info in entries), sum(info.compress_size for info in entries)
    if len(entries) > ENTRIES or unpacked > UNPACKED or (unpacked > 10_000_000 and unpacked > _RATIO * max(1, packed)):
        raise DocumentError(message("The document unpacks to far more than it should, so it was not opened."))


def _is_picture(name: str) -> bool:
    return name.startswith(("word/media/", "Pictures/", "media/")) and not name.endswith("/")
