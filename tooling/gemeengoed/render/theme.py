"""The theme as an engine gets it: the overrides, their style sheet made one file, and the typeface beside it."""

from __future__ import annotations

import re
from pathlib import Path

from gemeengoed.folders import scan
from gemeengoed.output import Output
from gemeengoed.typeface import FACES, web_font

ASSETS = "assets/gemeengoed"
SHEET = f"{ASSETS}/site.css"
PARTS = f"{ASSETS}/styles/"
FONTS = f"{ASSETS}/fonts"

MAIN = "main.html"
_PAGE_OF_ENGINE = "base.html"
_IMPORT = re.compile(r'^@import "(styles/[\w-]+\.css)";\n', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_INDENTED = re.compile(r"\n\s*")
_STATEMENT = r"{%(?!-?\s*include\b)(?:(?!%}).)*%}|{#(?:(?!#}).)*#}"
_ONLY_STATEMENTS = re.compile(rf"(?<=\n)((?:{_STATEMENT})+)\n", re.DOTALL)
"""Lines of a template of which nothing stands on the page."""
_AS_IT_STANDS = re.compile(r"<(?:pre|textarea)\b|<script(?![^>]*\ssrc=)", re.IGNORECASE)
"""Where every blank is of matter."""


def ready_theme(written: Path, target: Path) -> Path:
    """Let ``target`` hold the overrides of ``written``, ready for an engine. Returns it."""
    ready = Output(target)
    for name, stamp in sorted(scan(written)):
        if stamp and not name.startswith(PARTS):
            content = (written / name).read_bytes()
            ready.put(name, flat(content.decode("utf-8")).encode() if name.endswith(".html") else content)
    if (written / SHEET).is_file():
        ready.put(SHEET, style_sheet(written).encode())
        for face in FACES:
            ready.put(f"{FONTS}/{face.name}.woff2", web_font(face))
    ready.prune()
    return target


def is_whole(theme: Path) -> bool:
    """Whether a theme makes its pages whole. Then no page loads anything of the engine's own theme."""
    if not (theme / MAIN).is_file():
        return False
    templates = (path.read_text("utf-8", errors="replace") for path in theme.rglob("*.html"))
    return not any(_PAGE_OF_ENGINE in text for text in templates)


def flat(template: str) -> str:
    """A template without how far its lines stand from the margin, and without lines for what is only done."""
    if _AS_IT_STANDS.search(template):
        return template
    return _ONLY_STATEMENTS.sub(r"\1", _INDENTED.sub("\n", f"\n{template}")).lstrip("\n")


def style_sheet(written: Path) -> str:
    """The style sheet with its parts in it, without what only people read."""

    def part(match: re.Match[str]) -> str:
        return (written / ASSETS / match[1]).read_text("utf-8")

    whole = _IMPORT.sub(part, (written / SHEET).read_text("utf-8"))
    return _INDENTED.sub("\n", _COMMENT.sub("", whole)).strip() + "\n"
