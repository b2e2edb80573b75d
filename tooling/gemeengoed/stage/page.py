"""A staged page: Markdown with front matter, in a form that every engine reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic_core import to_json

from gemeengoed.personal.addresses import disguised

_NOT_IN_YAML = {sign: f"\\u{sign:04x}" for sign in (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)}
"""What JSON may hold as it is, while YAML (1.1, section 5.1) refuses it or takes it for the end of a line."""

_SIGNS = tuple(map(chr, _NOT_IN_YAML))


@dataclass(frozen=True)
class StagedPage:
    """One page of the site as the engine gets it.

    ``parts`` are finished HTML (``header``, ``aside``, ``footer``, ``head``); ``facts`` are what the theme asks about.
    ``of`` is what it is the page of: the reference of an item, the path of a hand-written text, or nothing.
    ``language`` is that of its text, where it is not that of the site.
    """

    path: str
    title: str
    description: str
    body: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    of: str = ""
    language: str = ""

    def without_addresses(self) -> StagedPage:
        """The page with every e-mail address in it disguised."""
        title, description, body = map(disguised, (self.title, self.description, self.body))
        parts = {name: disguised(html) for name, html in self.parts.items()}
        return replace(self, title=title, description=description, body=body, parts=parts)

    @property
    def reserved(self) -> bool:
        """Whether nobody may draw the page away by text and data mining."""
        return bool(self.facts["reserved"])

    def text(self) -> str:
        """The file: a YAML line for each field, its value written as JSON (which is YAML 1.2), and the body."""
        fields = {
            "title": self.title,
            "description": self.description,
            "hide": ["navigation", "toc"],
            "search": {"exclude": True},
            **({"lang": self.language} if self.language else {}),
            "gemeengoed": {**self.facts, **self.parts},
        }
        lines = [f"{name}: {_flow(value)}" for name, value in fields.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])


@dataclass(frozen=True)
class StagedFile:
    """A file of the site that is no page, as it is; ``reserved`` as of a page, where it is said of it."""

    path: str
    content: str
    reserved: bool | None = None

    def without_addresses(self) -> StagedFile:
        """The file with every e-mail address in it disguised."""
        return replace(self, content=disguised(self.content))

    def text(self) -> str:
        """The file."""
        return self.content


Staged = StagedPage | StagedFile

Unit = tuple[str, Callable[[], Iterable[Staged]]]
"""A name, and what makes some pages or files: none is made again without the others of its unit."""


def only(make: Callable[..., Staged], *arguments: Any) -> Iterator[Staged]:
    """The one page that a function makes."""
    yield make(*arguments)


def _flow(value: Any) -> str:
    text = to_json(value).decode()
    return text.translate(_NOT_IN_YAML) if any(map(text.__contains__, _SIGNS)) else text
