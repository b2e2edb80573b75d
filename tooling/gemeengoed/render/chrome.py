"""What the theme says around every page, in the language of the commons: it reaches the theme as ``config.extra``."""

from __future__ import annotations

from gemeengoed.i18n import translator
from gemeengoed.settings import Settings


def chrome(settings: Settings) -> dict[str, object]:
    """The words around every page; the empty text where there is nothing to say."""
    say = translator(settings.language)
    example = say("This site is an example: its people, places, organisations and results are made up.")
    return {"example": example if settings.example else ""}
