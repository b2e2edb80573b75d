"""Words in the reader's language, from gettext catalogues.

Message ids are English sentences. A catalogue is ``locale/<language>/LC_MESSAGES/messages.po``; English needs none.
A message without a translation shows in English rather than not at all.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"

Translate = Callable[[str], str]


@dataclass(frozen=True, order=True)
class Message:
    """A sentence that can still be said in any language: its English text and the values it quotes."""

    text: str
    values: tuple[tuple[str, str], ...] = ()

    def say(self, translate: Translate) -> str:
        """The sentence in the language of ``translate``."""
        return translate(self.text).format(**dict(self.values))


def message(text: str, **values: object) -> Message:
    """A message whose ``{names}`` are filled with ``values`` when it is said. Long values are cut."""
    return Message(text, tuple((name, _quoted(value)) for name, value in values.items()))


def _quoted(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 120 else f"{text[:117]}…"


@cache
def spoken() -> tuple[str, ...]:
    """The languages in which messages can be said: English, and those of the catalogues."""
    return ("en", *sorted(catalogue.name for catalogue in LOCALE.iterdir() if catalogue.is_dir()))


@cache
def translations(language: str) -> NullTranslations:
    """The catalogue of a language; an empty one where there is none."""
    catalogue = LOCALE / language / "LC_MESSAGES" / "messages.po"
    if not catalogue.is_file():
        return NullTranslations()
    return GNUTranslations(io.BytesIO(_compiled(catalogue, language)))


def _compiled(catalogue: Path, language: str) -> bytes:
    """The catalogue in the form that gettext reads: kept beside it, with its time, until it changes."""
    kept, time = catalogue.with_suffix(".mo"), catalogue.stat().st_mtime_ns
    with suppress(OSError):
        if kept.stat().st_mtime_ns == time:
            return kept.read_bytes()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with catalogue.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    with suppress(OSError):  # where the package cannot be written to, it is compiled each time
        new = kept.with_suffix(f".{os.getpid()}.mo")
        new.write_bytes(compiled.getvalue())
        os.utime(new, ns=(time, time))
        new.replace(kept)
    return compiled.getvalue()


def translator(language: str) -> Translate:
    """The function that says a message id in a language."""
    return translations(language).gettext


def address_word(name: str, translate: Translate) -> str:
    """The word that stands for a folder in the addresses of the site: ``methoden`` for ``methods`` on a Dutch one."""
    key = f"address:{name}"
    word = translate(key)
    return name if word == key else word
