"""The page that shows every part of the design system live: what the styles are held to, and where one looks first."""

from __future__ import annotations

from collections.abc import Iterator

from gemeengoed.i18n import message
from gemeengoed.kinds import KINDS
from gemeengoed.stage.addresses import DESIGN, listing_path
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Card, Site

COLOURS = ("paper", "surface", "raised", "tint", "line", "quiet", "text", "link", "strong", "accent", "wrong", "deep")
"""Tokens of colour that have a swatch in ``styles/design.css``."""

SIZES = ("display", "title", "heading", "larger", "large", "body", "normal", "small")
SPACES = range(1, 8)
SAMPLE = message("What one municipality learned, another can use")


def design_page(site: Site) -> Iterator[StagedPage]:
    """The one page."""
    say = site.words.say
    here, title = site.addresses.page(DESIGN), say("How this site looks")
    cards = [
        Card("#cards", say(kind.plural), say(kind.about), say(kind.label), kind.icon, "", (), "") for kind in KINDS[:3]
    ]
    html = site.render(
        "design.html.jinja",
        here,
        title=title,
        sample=site.words.message(SAMPLE),
        colours=COLOURS,
        sizes=SIZES,
        spaces=SPACES,
        examples=cards,
        kinds=KINDS,
    )
    yield StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})
