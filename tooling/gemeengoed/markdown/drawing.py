"""What in an SVG could act or fetch, with its place.

Read with expat, which fetches nothing; a document that declares entities is left at that point, so nothing can grow.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

from gemeengoed.markdown.unsafe import address_scheme

_ELEMENTS = frozenset({
    "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "handler", "listener", "html",
    "body", "form", "input", "link", "meta", "base", "applet",
})  # fmt: skip
_LINKS = frozenset({"href", "src", "from", "to", "values", "by"})
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)
_STYLE = re.compile(
    r"url\(\s*[\"']?(?!\s*[#\"']|\s*data:image/(?:png|jpe?g|gif|webp);)|@import|expression\s*\(|javascript:", re.I
)


@dataclass(frozen=True)
class Active:
    """Something that could act: ``element``, ``handler``, ``address`` or ``entity``; or why it is ``broken``."""

    what: str
    quote: str
    line: int
    column: int


class _Stop(Exception):
    """No need to read on."""


def find_active(raw: bytes) -> list[Active]:
    """Everything in the drawing that could act or fetch, in order of place."""
    found: list[Active] = []
    parser = expat.ParserCreate()
    inside: list[str] = []

    def tell(what: str, quote: str) -> None:
        found.append(Active(what, quote, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def start(name: str, attributes: dict[str, str]) -> None:
        element = _local(name)
        inside.append(element)
        if element in _ELEMENTS:
            tell("element", name)
        for attribute, value in attributes.items():
            _look(element, _local(attribute), value, tell)

    def text(data: str) -> None:
        if inside and inside[-1] == "style" and (match := _STYLE.search(data)):
            tell("address", data[match.start() :])

    def entity(name: str, *_: object) -> None:
        tell("entity", name)
        raise _Stop

    def instruction(target: str, data: str) -> None:
        if target.lower() == "xml-stylesheet":
            tell("address", data)

    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.EndElementHandler = lambda _: inside.pop()
    parser.EntityDeclHandler, parser.ProcessingInstructionHandler = entity, instruction
    try:
        parser.Parse(raw, True)
    except _Stop:
        pass
    except (expat.ExpatError, ValueError, LookupError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "offset", 0)
        found.append(Active("broken", expat.ErrorString(getattr(error, "code", 0)) or str(error), line, column + 1))
    return found


def _local(name: str) -> str:
    """A name without its namespace prefix; what a browser makes of capitals depends, so none count."""
    return name.rpartition(":")[2].lower()


def _look(element: str, name: str, value: str, tell: Callable[[str, str], None]) -> None:
    if name.startswith("on"):
        tell("handler", name)
    elif name in _LINKS and _leads_out(element, name, value.strip()):
        tell("address", value)
    elif name == "attributename" and (_local(value) in ("href", "src") or value.lower().startswith("on")):
        tell("handler", f"{element} {value}")
    elif "(" in value and _STYLE.search(value):
        tell("address", value)


def _leads_out(element: str, name: str, value: str) -> bool:
    scheme = address_scheme(value)
    if name not in ("href", "src"):
        return scheme in ("javascript", "data", "vbscript")
    if element == "a":
        return scheme not in ("", "http", "https", "mailto")
    return bool(value) and not value.startswith("#") and not _PICTURE.match(value)
