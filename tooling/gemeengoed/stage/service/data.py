"""The page for those who want the commons as data: where it is, in which forms, and what one may do with it."""

from __future__ import annotations

from gemeengoed.kinds import KINDS
from gemeengoed.provenance import reserves_mining
from gemeengoed.stage.addresses import DATA, listing_path, relative
from gemeengoed.stage.open_data.addresses import API
from gemeengoed.stage.open_data.items import count
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site


def data_page(site: Site) -> StagedPage:
    """The page."""
    here, title = site.addresses.page(DATA), site.words.say("The commons as data")
    kinds = [
        (site.words.say(kind.plural), relative(site.base + here, f"{API}{kind.folder}.json"), total)
        for kind in KINDS
        if (total := count(site, kind))
    ]
    html = site.render(
        "service/data.html.jinja",
        here,
        title=title,
        kinds=kinds,
        file=lambda path: relative(site.base + here, path),
        api=API,
        is_reserved=reserves_mining(site.settings.licences.default),
        policy=site.settings.licences.tdm_policy or "",
        has_address=bool(site.settings.site_url),
    )
    return StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})
