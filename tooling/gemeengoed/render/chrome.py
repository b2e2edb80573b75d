"""What the theme says around every page, in the language of the commons: it reaches the theme as ``config.extra``."""

from __future__ import annotations

from pathlib import Path

from gemeengoed.i18n import Translate, translator
from gemeengoed.settings import Settings
from gemeengoed.stage.addresses import COLOPHON, CONTACT, DATA, FILES, SEARCH, Addresses
from gemeengoed.stage.policy import in_a_page


def hand_written(say: Translate) -> dict[str, str]:
    """The pages below ``docs/`` that the foot of every page leads to, where they are: name of the file, and label."""
    labels = (say("About"), say("Contribute"), say("House rules"), say("Accessibility"), say("Privacy"))
    return {label.lower().replace(" ", "-"): label for label in labels}


def chrome(root: Path, settings: Settings) -> dict[str, object]:
    """The words and addresses around every page of the commons in ``root``; what is empty is not shown."""
    say = translator(settings.language)
    addresses = Addresses(say)
    there = {name: label for name, label in hand_written(say).items() if (root / "docs" / f"{name}.md").is_file()}
    foot = [{"href": f"{name}/", "label": label} for name, label in there.items()]
    made = {CONTACT: say("Contact"), COLOPHON: say("Colophon"), DATA: say("Data"), FILES: say("All files")}
    example = say("This site is an example: its people, places, organisations and results are made up.")
    return {
        "example": example if settings.example else "",
        "foot": [*foot, *({"href": addresses.page(name), "label": label} for name, label in made.items())],
        "search": addresses.page(SEARCH),
        "policy": in_a_page(),
        "say": {
            "skip": say("Skip to content"),
            "top": say("At the top"),
            "parts": say("Parts of the site"),
            "menu": say("Menu"),
            "close": say("Close the menu"),
            "dark": say("Dark colours"),
            "light": say("Light colours"),
            "search": say("Search"),
            "about": say("Knowledge of local governments, shared by their networks."),
            "source": say("Source code"),
            "gone": say("This page does not exist (any more)"),
            "moved": say("Perhaps it got another name, or was taken away."),
            "look": say("Search for what you were looking for"),
            "home": say("Back to the beginning"),
        },
    }
