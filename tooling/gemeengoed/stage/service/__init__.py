"""Pages that say how the site is made and whom to ask: the colophon, the contact page, and the data for programs."""

from __future__ import annotations

from collections.abc import Iterator

from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.service.colophon import colophon_page
from gemeengoed.stage.service.contact import contact_page
from gemeengoed.stage.service.data import data_page
from gemeengoed.stage.site import Site


def service_pages(site: Site) -> Iterator[StagedPage]:
    """Each of those pages."""
    yield colophon_page(site)
    yield contact_page(site)
    yield data_page(site)
