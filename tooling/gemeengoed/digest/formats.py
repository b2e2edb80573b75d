"""A newsletter in each of its formats, by a template for each."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from gemeengoed.digest.content import Digest
from gemeengoed.i18n import translations
from gemeengoed.kinds.declare import Choice

WIDTH = 72
"""How long a line of plain text may be: what every mail program shows unbroken."""


class DigestFormat(Choice):
    """How a newsletter is written."""

    MARKDOWN = "markdown", "Markdown"
    HTML = "html", "HTML mail"
    TEXT = "text", "Plain text"


FILES: Mapping[DigestFormat, str] = {
    DigestFormat.MARKDOWN: "digest.md",
    DigestFormat.HTML: "digest.html",
    DigestFormat.TEXT: "digest.txt",
}
"""The file of each format; also the name of its template."""

_ESCAPED = re.compile(r"([\\`*_{}\[\]>#!])")
_NAMED = re.compile(r"[&<|~@]|^[=:]")
_STARTS = re.compile(r"^(\d+)([.)])|^([-+])")
"""What acts in Markdown: some signs every reader of it lets one escape, others must be written by their number."""


def render(letter: Digest, format: DigestFormat) -> str:
    """The newsletter in one format, ending with a line end."""
    templates = _environment(letter.language, format is DigestFormat.HTML)
    text = templates.get_template(f"{FILES[format]}.jinja").render(letter=letter)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def literal(text: str) -> str:
    """A text in which Markdown sees no marks, also at the start of a line."""
    escaped = _ESCAPED.sub(r"\\\1", _STARTS.sub(lambda found: f"{found[1] or ''}\x00{found[2] or found[3]}", text))
    return _NAMED.sub(lambda found: f"&#{ord(found[0])};", escaped.replace("\x00", "\\"))


def wrapped(text: str, indent: int = 0) -> str:
    """A text in lines that are not too long, all but the first indented. A long word stays whole."""
    return textwrap.fill(
        text, WIDTH, initial_indent="", subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )


@cache
def _environment(language: str, is_html: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("gemeengoed.digest", "templates"),
        autoescape=is_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    filters: Mapping[str, Callable[..., str]] = {"literal": literal, "wrapped": wrapped}
    environment.filters.update(filters)
    return environment
