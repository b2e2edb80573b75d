"""What a page shows where somebody shares its address (Open Graph): which picture, and what must stand on it.

The picture's name is a hash of what stands on it: equal texts have one picture, another text has another address.
Drawn after rendering (``social_pictures``), and only where the setting ``social_cards`` says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from gemeengoed.cache import digest
from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Ref
from gemeengoed.markdown.typography import typeset
from gemeengoed.model import Item
from gemeengoed.settings import Settings
from gemeengoed.stage.site import Site

ABOUT = message("Knowledge of local governments, shared by their networks.").text
FOLDER = "social/"
SPECIFIED = ".social/pictures.json"
"""The staged file that says what must be drawn; hidden, so that engines leave it out of the site."""


class Picture(NamedTuple):
    """What stands on a picture: a word above the title, the title, who it is from, and the name of the commons."""

    kicker: str
    title: str
    by: str
    site: str

    @property
    def path(self) -> str:
        """Where it stands on the site."""
        return f"{FOLDER}{digest(*self)[:16]}.png"


def site_picture(settings: Settings, about: str) -> Picture:
    """The picture of every page that has none of its own."""
    return Picture("", typeset(about), "", settings.site_name)


def item_picture(site: Site, item: Item) -> Picture:
    """The picture of an item: its network's name, else that of its first organisation."""
    fields, say = item.fields, site.words.say
    network = (
        site.reference(fields.networks[0], Ref("item"), site.addresses.relative("")).text if fields.networks else ""
    )
    organisation = site.name_of("organisation", fields.organisations[0]) if fields.organisations else ""
    return Picture(say(item.kind.label), typeset(item.title), network or organisation, site.settings.site_name)


def address(settings: Settings, picture: Picture) -> str:
    """The whole address of a picture; empty where there are none, or nobody knows where the site stands."""
    if not (settings.social_cards and settings.site_url):
        return ""
    return f"{settings.site_url.rstrip('/')}/{picture.path}"


def social_file(site: Site) -> Iterator[tuple[str, str]]:
    """The file that says what must be drawn."""
    if not (site.settings.social_cards and site.settings.site_url):
        return
    whole = site_picture(site.settings, site.words.say(ABOUT))
    pictures = {whole, *(item_picture(site, item) for item in site.edition.items.values())}
    yield SPECIFIED, json.dumps(sorted(pictures), ensure_ascii=False, indent=0)
