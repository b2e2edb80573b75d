"""A file is what its name says.

Why: a program hidden behind the name of a picture, or a Word document behind that of a page, does not open for readers,
and may do something that nobody expects.

Bad: a web page named ``foto.png``; a Word document renamed to ``verslag.md``.
Good: a PNG picture named ``foto.png``.
"""

import re
from collections.abc import Iterator

from gemeengoed.checks.base import texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.load.media import media_files, read_head
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.texts import Text

SEVERITY = Severity.ERROR
REACH = Reach.FILE

_HEAD = 4_096
_TYPES: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG", (".png",)),
    (b"\xff\xd8\xff", "JPEG", (".jpg", ".jpeg")),
    (b"GIF87a", "GIF", (".gif",)),
    (b"GIF89a", "GIF", (".gif",)),
    (b"%PDF-", "PDF", (".pdf",)),
    (b"PK\x03\x04", "ZIP or Office", ()),
    (b"\xd0\xcf\x11\xe0", "Office", ()),
    (b"\x7fELF", "program", ()),
    (b"MZ", "program", ()),
    (b"#!", "program", ()),
)
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script)\b", re.IGNORECASE | re.DOTALL)
_SVG = re.compile(
    r"\s*(?:<\?xml.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>\s*|<\?.*?\?>\s*)*<(?:\w+:)?svg\b", re.DOTALL
)


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every picture, document and page that starts as another type of file does."""
    for file in media_files(commons):
        kind, suffixes = type_of(read_head(commons.root, file.path, _HEAD))
        if file.suffix not in suffixes:
            advice = message(
                "Save it again as {type} with the program that made it, or remove it.", type=file.suffix[1:]
            )
            yield Finding(file.path, 1, 1, _words(kind, file.suffix), advice)
    for text in texts(commons):
        kind = _type_of_page(commons, text)
        if kind:
            advice = message("Copy the text alone into a new page, or send the document to the editors.")
            yield Finding(text.path, 1, 1, _words(kind, ".md"), advice)


def _words(kind: str, suffix: str) -> Message:
    if kind:
        return message("The name ends in '{suffix}', but this is {type}.", suffix=suffix, type=kind)
    return message("The name ends in '{suffix}', but this is another type of file.", suffix=suffix)


def _type_of_page(commons: Commons, text: Text) -> str:
    if not text.front_matter and text.body.lstrip()[:1] == "<" and _HTML.match(text.body[:_HEAD]):
        return "HTML"
    if any(defect.code == "file-encoding" for defect in text.defects):
        return type_of(read_head(commons.root, text.path, _HEAD))[0]
    return ""


def type_of(head: bytes) -> tuple[str, tuple[str, ...]]:
    """What the first bytes of a file make it, and how its name may end; nothing for what is not known."""
    for start, name, suffixes in _TYPES:
        if head.startswith(start):
            return name, suffixes
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP", (".webp",)
    if head[4:8] == b"ftyp" and head[8:12] in (b"avif", b"avis", b"mif1"):
        return "AVIF", (".avif",)
    text = _decode(head)
    if _SVG.match(text):
        return "SVG", (".svg",)
    return ("HTML", ()) if _HTML.match(text) else ("", ())


def _decode(head: bytes) -> str:
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if is_wide else "utf-8-sig", "replace")
