"""Where data and pages stand: whole addresses, or from the root where the settings do not say where the site is."""

from __future__ import annotations

from gemeengoed.stage.site import Site

API = "api/v1/"
SCHEMAS = "#/components/schemas/"
"""Where the schemas stand in the description of the interface."""


def whole(site: Site, path: str) -> str:
    """The address of a file that stands once for all languages."""
    return f"{site.settings.site_url.rstrip('/')}/{path}"


def here_address(site: Site, address: str) -> str:
    """The whole address of a page of the site in its language."""
    return f"{site.url or f'/{site.base}'}{address}"


def page_address(site: Site, name: str) -> str:
    """The address of a page, in the language of the site."""
    return here_address(site, site.addresses.page(name))


def api_address(site: Site, name: str) -> str:
    """The address of the data of an item, an entry or a list; also what names it in every language (``@id``)."""
    return whole(site, f"{API}{name}.json")


def schema_address(site: Site, name: str) -> str:
    """The address of the schema of a file, within the description of the interface."""
    return f"{api_address(site, 'openapi')}{SCHEMAS}{name}"
