"""Words in the reader's language, from gettext catalogues.

Message ids are English sentences. A catalogue is ``locale/<language>/LC_MESSAGES/messages.po``; English needs none.
What a catalogue lacks is said in the language named beside it (on a site: the first of the commons), else in English.
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

COMPLETE = ("en", "nl")
"""The languages in which every message is said (a test holds it): what a command speaks and a commons begins in."""

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
    """The languages in which messages can be said, be it in part: English, and those of the catalogues."""
    return ("en", *sorted(catalogue.name for catalogue in LOCALE.iterdir() if catalogue.is_dir()))


@cache
def translations(language: str, otherwise: str = "") -> NullTranslations:
    """The catalogue of a language, an empty one where there is none; what it lacks is in the language ``otherwise``."""
    catalogue = LOCALE / language / "LC_MESSAGES" / "messages.po"
    if not catalogue.is_file():
        return NullTranslations()
    found = GNUTranslations(io.BytesIO(_compiled(catalogue, language)))
    if otherwise and otherwise != language:
        found.add_fallback(translations(otherwise))
    return found


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
        messages = read_po(source, locale=language)
    for entry in messages:
        if not all(entry.string or ()):  # of a plural too, where the writer would take an empty one for a translation
            entry.string = ""
    write_mo(compiled, messages)
    with suppress(OSError):  # where the package cannot be written to, it is compiled each time
        new = kept.with_suffix(f".{os.getpid()}.mo")
        new.write_bytes(compiled.getvalue())
        os.utime(new, ns=(time, time))
        new.replace(kept)
    return compiled.getvalue()


def translator(language: str, otherwise: str = "") -> Translate:
    """The function that says a message id in a language, or in the one named beside it."""
    return translations(language, otherwise).gettext


def address_word(name: str, translate: Translate) -> str:
    """The word that stands for a folder in the addresses of the site: ``methoden`` for ``methods`` on a Dutch one."""
    key = f"address:{name}"
    word = translate(key)
    return name if word == key else word


@cache
def own_name(language: str) -> str:
    """What a language calls itself: ``Nederlands``."""
    from babel import Locale

    name = Locale.parse(language).get_display_name() or language
    return name[:1].upper() + name[1:]
