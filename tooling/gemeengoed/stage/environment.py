"""What templates are made into HTML with: Jinja, our templates, the icons of Material, and the words of a language.

A site has thousands of pages, and each of its templates is used a thousand times: so one is looked up and compiled
once, and calling and translating take the shortest way that gives the same.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

import jinja2
import material
from jinja2 import Environment, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from gemeengoed.cache import digest, program
from gemeengoed.i18n import translations
from gemeengoed.stage.entries import MOST_NAMED

ICONS = Path(material.__file__).parent / "templates" / ".icons"

_OURS = PackageLoader("gemeengoed.stage", "templates")
_PLAIN = (FunctionType, MethodType)
_DRAWN_ALONE = '<svg xmlns="http://www.w3.org/2000/svg" '
"""How the drawing of an icon begins; within HTML it need not say what it is."""

_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
_HREF = "\0href\0"
"""What stands where a link comes. The first of it is ours, whatever the words of a page hold after it."""


def environment(language: str, otherwise: str) -> Environment:
    """The templates with their words in a language; what its catalogue lacks is in the language ``otherwise``."""
    made = _Environment(
        loader=jinja2.ChoiceLoader([_OURS, PrefixLoader({"icon": FileSystemLoader(ICONS)})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", _Flat],
        cache_size=-1,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    words = translations(language, otherwise)
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]

    @cache
    def alone(text: str) -> Markup:
        return Markup(words.gettext(text)) % {}

    def gettext(text: str, **values: Any) -> Markup:
        """As Jinja's own, which asks the catalogue each time."""
        return Markup(words.gettext(text)) % values if values else alone(text)

    @cache
    def icon(name: str) -> Markup:
        """An icon of Material's set, which says nothing to those who cannot see it: a word always stands beside it."""
        drawing = made.get_template(f"icon/{name}.svg").render()
        return Markup(drawing.replace(_DRAWN_ALONE, "<svg ").replace("<svg ", '<svg aria-hidden="true" ', 1))

    drawn: dict[tuple[Any, ...], tuple[str, str]] = {}

    def on_each_page(draw: Macro, entry: Any, *others: Any) -> Markup:
        """What a macro draws of an entry: on each page the same, but for the link at the first place it stands in."""
        key = (draw.name, entry[1:], others)
        if key not in drawn:
            before, _, after = str(draw(entry._replace(href=_HREF), *others)).partition(_HREF)
            drawn[key] = before, after
        before, after = drawn[key]
        return Markup(f"{before}{escape(entry.href)}{after}")

    made.globals |= {"on_each_page": on_each_page, "_": gettext, "gettext": gettext, "icon": lambda name: icon(name)}
    made.globals |= {"most_named": MOST_NAMED}
    return made


def compile_all(environment: Environment) -> None:
    """Compile our templates, for processes that start as copies of this one."""
    for name in _OURS.list_templates():
        environment.get_template(name)


class _Flat(Extension):
    """Leaves out how far the lines of a template stand from the margin: that is for who reads it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template as it is compiled."""
        return _INDENTED.sub("", source)


class _Context(Context):
    """What a template reads, which calls functions that do not ask for it the short way."""

    def __init__(self, *arguments: Any, globals: Any = None) -> None:
        """No template has globals of its own, so none need be told from those of all."""
        super().__init__(*arguments)

    def call(__self, __called: Any, *args: Any, **named: Any) -> Any:
        kind = type(__called)
        if kind is Macro:
            args = (__self.eval_ctx, *args)
        elif kind not in _PLAIN or hasattr(__called, "jinja_pass_arg"):
            return Context.call(__self, __called, *args, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return __called(*args, **named)


class _Environment(Environment):
    """Jinja's environment, of which every template has the same globals, in a plain mapping."""

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: Jinja's own puts a chain of two mappings together, for each it looks in both."""
        return self.globals


class Compiled(BytecodeCache):
    """Templates that were compiled: once for all languages, and for all times that a server stages.

    As Python keeps what it compiled of a module, so here: in ``__pycache__`` of this module, for this Python only.
    Those that stand in another place for each commons are known by their names; ``by`` says what compiles them.
    """

    def __init__(self, by: str = "") -> None:
        self._by = by
        self._code: dict[str, tuple[str, Any]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is known by. Another one of that name shows by its text."""
        return digest(self._by, name) if self._by else super().get_cache_key(name, filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled of the same text."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        with suppress(OSError):
            version, code = _split(_place(bucket).read_bytes())
            if version == _made_with():
                bucket.bytecode_from_string(code)
                self._code[bucket.key] = (bucket.checksum, bucket.code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = (bucket.checksum, bucket.code)
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                file = _place(bucket)
                file.parent.mkdir(exist_ok=True)
                new = file.with_name(f"{file.name}.{os.getpid()}")
                new.write_bytes(_made_with() + bucket.bytecode_to_string())
                new.replace(file)


def _place(bucket: Bucket) -> Path:
    """The file for what was compiled of a template."""
    return Path(__file__).with_name("__pycache__") / f"template-{bucket.key}.{sys.implementation.cache_tag}.pyc"


@cache
def _made_with() -> bytes:
    """What compiled code depends on besides its text, in 32 letters: how this program compiles, and with what."""
    return digest(program(), version("jinja2")).encode()


def _split(written: bytes) -> tuple[bytes, bytes]:
    return written[:32], written[32:]


_COMPILED = Compiled()
