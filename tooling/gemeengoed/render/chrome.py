"""What the theme says around every page, in the language of the commons: it reaches the theme as ``config.extra``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from gemeengoed.i18n import Translate, own_name, translator
from gemeengoed.settings import Settings
from gemeengoed.stage.addresses import COLOPHON, CONTACT, DATA, FILES, LETTERS, SEARCH, addresses_in
from gemeengoed.stage.policy import in_a_page
from gemeengoed.stage.social import ABOUT, address, site_picture
from gemeengoed.stage.written import hand_written


def chrome(settings: Settings, language: str, tree: Path) -> dict[str, object]:
    """The words and addresses around every page of a tree staged in a language; what is empty is not shown."""
    say = translator(language, settings.language)
    addresses = addresses_in(settings, language)
    foot = [{"href": f"{name}/", "label": label} for name, label in _there(settings, say, tree)]
    made = {CONTACT: say("Contact"), COLOPHON: say("Colophon"), DATA: say("Data"), FILES: say("All files")}
    example = say("This site is an example: its people, places, organisations and results are made up.")
    return {
        "example": example if settings.example else "",
        "foot": [*foot, *({"href": addresses.page(name), "label": label} for name, label in made.items())],
        "search": addresses.page(SEARCH),
        "letters": addresses.page(LETTERS),
        "policy": in_a_page(),
        "social": address(settings, site_picture(settings, say(ABOUT))),
        "language": str(language),
        "languages": [*_languages(settings, language)],
        "say": {
            "skip": say("Skip to content"),
            "top": say("At the top"),
            "parts": say("Parts of the site"),
            "menu": say("Menu"),
            "close": say("Close the menu"),
            "dark": say("Dark colours"),
            "light": say("Light colours"),
            "search": say("Search"),
            "languages": say("Languages"),
            "about": say(ABOUT),
            "source": say("Source code"),
            "gone": say("This page does not exist (any more)"),
            "moved": say("Perhaps it got another name, or was taken away."),
            "look": say("Search for what you were looking for"),
            "home": say("Back to the beginning"),
            "perhaps": say("Perhaps you were looking for this"),
            "letters": say("Every page from A to Z"),
        },
    }


def _there(settings: Settings, say: Translate, tree: Path) -> Iterator[tuple[str, str]]:
    """Name and label of the hand-written pages that are there; one without a translation has the name of the first."""
    firsts = hand_written(translator(settings.language))
    for (name, label), first in zip(hand_written(say).items(), firsts, strict=True):
        if found := next((one for one in (name, first) if (tree / f"{one}.md").is_file()), None):
            yield found, label


def _languages(settings: Settings, language: str) -> Iterator[dict[str, str]]:
    """The other languages, each by its own name, with the path of its home page: for where no page says it better."""
    for other in settings.shown_in:
        if other.locale != language:
            path = urlsplit(settings.address_in(other.locale)).path or f"/{settings.folder_of(other.locale)}"
            yield {"language": str(other.locale), "name": own_name(other.locale), "href": path}
