"""The options that several commands share."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from gemeengoed.i18n import COMPLETE, Translate, translator
from gemeengoed.kinds.common import Language
from gemeengoed.settings import Settings

Root = Annotated[
    Path,
    typer.Option(
        "--root",
        metavar="DIR",
        help="The folder of the commons, where mkdocs.yml is.",
        file_okay=False,
        resolve_path=True,
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option(
        "--lang", help="The language of the messages; by default that of your system, else that of the commons."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", metavar="N", help="How many processes share the work; by default one a processor.", min=1),
]
HERE = Path()
"""The folder that one stands in; Typer makes it absolute."""


def speaker(lang: Language | None, settings: Settings) -> Translate:
    """What says a message: in ``lang``, else in the language of the system, else in that of the commons."""
    return translator(lang or language_of_system() or settings.language)


def language_of_system() -> Language | None:
    """The language that the locale names (POSIX: LC_ALL goes before LC_MESSAGES, that before LANG), if we speak it."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    code = re.split(r"[_.@-]", named, maxsplit=1)[0].lower()
    return next((language for language in Language if language == code and code in COMPLETE), None)
