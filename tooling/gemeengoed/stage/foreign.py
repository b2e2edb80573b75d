"""Texts in another language than the page that they stand on, so that whoever reads a page aloud can pronounce them.

A ``Foreign`` text is a text like any other, that notes its language in what a template makes of it. ``told`` then puts
the languages where HTML has them: as ``lang`` of the element that holds nothing else, else of a ``<span>``. So no
template has to think of it, and none can forget to. What stands in an attribute has no language of its own.
(WCAG 2.2, 3.1.2.)
"""

from __future__ import annotations

import re
from functools import cache
from types import UnionType
from typing import Annotated, Any, Self, TypeVar, Union, get_args, get_origin

from markupsafe import Markup, escape
from pydantic import BaseModel

from gemeengoed.kinds.declare import Line, Ref, Text, hints
from gemeengoed.markdown.typography import typeset_text

Fields = TypeVar("Fields", bound=BaseModel)

_ADDRESS = ("https://", "http://")

_IN_A_TAG = re.compile(r"<[a-zA-Z][^<>]*\0[^<>]*>")
_MARK = re.compile(r"\0[a-z]{2,3}\0|\0\0")
_BESIDE = re.compile(r"(\0([a-z]{2,3})\0)[^\0<]*\0\0(?:[\s,;·]+\1[^\0<]*\0\0)+")
_ALONE = re.compile(r"(<(?!br\b|input\b|img\b)[a-z][^<>]*)(>\s*)\0([a-z]{2,3})\0([^\0<]*)\0\0(?=\s*</)")
_TEXT_ONLY = re.compile(r"<(title|option|textarea)\b[^<>]*>[^<]*\0[^<]*")
_ANYWHERE = re.compile(r"\0([a-z]{2,3})\0([^\0<]*)\0\0")


class Foreign(str):
    """A text in another language than that of the site."""

    language: str

    def __new__(cls, text: str, language: str) -> Self:
        """The text, in that language."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __html__(self) -> Markup:
        """The text as a template has it, with its language around it."""
        text = escape(self.replace("\0", ""))
        return Markup(f"\0{self.language}\0{text}\0\0")

    def __eq__(self, other: object) -> bool:
        """Whether it is the same text; in another language it is not."""
        return str.__eq__(self, other) is True and self.language == getattr(other, "language", self.language)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def __repr__(self) -> str:
        return f"{super().__repr__()} ({self.language})"


class Mixed(str):
    """A text of which parts are foreign: ``mixed``."""

    html: Markup

    def __html__(self) -> Markup:
        """The text as a template has it, with the languages of its parts."""
        return self.html


def mixed(pattern: str, *parts: str, **named: str) -> str:
    """As ``str.format``; parts in another language stay so."""
    made = Mixed(pattern.format(*parts, **named))
    made.html = escape(pattern).format(*parts, **named)
    return made


def like(text: str, part: str) -> str:
    """A part of a text, in the language of the whole."""
    return Foreign(part, text.language) if isinstance(text, Foreign) else part


def texts_in(record: Fields, language: str) -> Fields:
    """The same record, each text in it (``Line`` and ``Text``) in a language. Addresses and references have none."""
    found = {name: _said(getattr(record, name), hint, language) for name, hint in _texts(type(record))}
    return record.model_copy(update={name: value for name, value in found.items() if value})


def _said(value: Any, hint: Any, language: str) -> Any:
    if isinstance(value, BaseModel):
        return texts_in(value, language)
    if isinstance(value, tuple):
        return tuple(_said(entry, hint, language) for entry in value)
    if isinstance(value, dict):
        return {key: _said(entry, hint, language) for key, entry in value.items()}
    return Foreign(value, language) if type(value) is str and not value.startswith(_ADDRESS) else value


@cache
def _texts(record: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The fields of a record that hold texts."""
    return tuple((name, hint) for name, hint in hints(record).items() if _holds_text(hint))


def _holds_text(hint: Any) -> bool:
    if hint in (Line, Text):
        return True
    origin, arguments = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return bool(_texts(hint))
    if origin is Annotated:
        return not any(isinstance(extra, Ref) for extra in arguments[1:]) and _holds_text(arguments[0])
    return origin in (Union, UnionType, tuple, dict) and any(map(_holds_text, arguments))


def told(html: str) -> str:
    """The HTML that a template made, with the languages of its texts where HTML has them."""
    if "\0" not in html:
        return html
    html = _IN_A_TAG.sub(lambda tag: _MARK.sub("", tag[0]), html)
    html = _BESIDE.sub(lambda found: f"{found[1]}{_MARK.sub('', found[0])}\0\0", html)
    html = _ALONE.sub(_on_the_element, html)
    html = _TEXT_ONLY.sub(lambda element: _MARK.sub("", element[0]), html)
    return _ANYWHERE.sub(lambda found: f'<span lang="{found[1]}">{typeset_text(found[2], found[1])}</span>', html)


def _on_the_element(found: re.Match[str]) -> str:
    tag, after, language, text = found.groups()
    return f'{tag} lang="{language}"{after}{typeset_text(text, language)}'
