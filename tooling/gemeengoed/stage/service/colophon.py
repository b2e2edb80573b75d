"""The colophon: who makes the site, with what, and under which licences everything is that a reader gets."""

from __future__ import annotations

from gemeengoed.licences import find_licence
from gemeengoed.shipped import DRAWN_FROM, SHIPPED
from gemeengoed.stage.addresses import COLOPHON, listing_path
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site


def colophon_page(site: Site) -> StagedPage:
    """The page; the licences of what is installed are those of the versions that this site was built with."""
    here, title = site.addresses.page(COLOPHON), site.words.say("Colophon")
    default = site.settings.licences.default
    html = site.render(
        "service/colophon.html.jinja",
        here,
        title=title,
        shipped=SHIPPED,
        drawn_from=DRAWN_FROM,
        licence=find_licence(default),
        licence_id=default,
    )
    return StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})
