"""The site map (sitemaps.org, protocol 0.9), with the day on which each page last changed, as git knows it.

The engine's own has the day of the build on every page, which tells a search engine nothing. Of an item or hand-written
page it is the day of its last commit; of a listing that of the last of its items. Of what is not known nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from urllib.parse import quote

from gemeengoed.kinds import KINDS
from gemeengoed.model import Item
from gemeengoed.stage.addresses import BROWSED, HOME, NEW, address_of
from gemeengoed.stage.index import by_name
from gemeengoed.stage.open_data.addresses import here_address
from gemeengoed.stage.site import Site

MOST = 20_000
"""How many pages a file has; the protocol takes 50,000 and 50 MB."""

NAME = "sitemap.xml"
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def site_maps(site: Site, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The site map; where there are many pages in files, which it then names."""
    days = _days(site)
    pages = sorted(address_of(path) for path in paths if path.endswith(".md"))
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
    if len(parts) <= 1:
        yield NAME, _pages(site, pages, days)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    entries = "".join(f" <sitemap><loc>{_address(site, name)}</loc></sitemap>\n" for name in names)
    yield NAME, f"{_OPEN}<sitemapindex {_SPACE}>\n{entries}</sitemapindex>\n"
    yield from ((name, _pages(site, part, days)) for name, part in zip(names, parts, strict=True))


def _pages(site: Site, pages: Iterable[str], days: Mapping[str, date]) -> str:
    others = _others(site)
    entries = "".join([_entry(site, page, days.get(page), others.get(page)) for page in pages])
    return f"{_OPEN}<urlset {_SPACE}>\n{entries}</urlset>\n"


def _entry(site: Site, page: str, day: date | None, others: Mapping[str, str] | None) -> str:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    links = _links({site.language: here_address(site, page), **others}) if others else ""
    return f" <url><loc>{_address(site, page)}</loc>{changed}{links}</url>\n"


def _links(others: Mapping[str, str]) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(quote(address, safe="/:"))}"/>'
        for language, address in sorted(others.items())
    )


def _others(site: Site) -> dict[str, dict[str, str]]:
    """Of the pages of items the addresses in the other languages of the site, by address and language."""
    found: dict[str, dict[str, str]] = {}
    for ref in site.edition.items if site.elsewhere else ():
        if ref not in site.index.instead:
            there = ((other, other.addresses.page(other.instead.get(ref, ref))) for other in site.elsewhere)
            found[site.addresses.page(ref)] = {other.language: f"{other.url}{page}" for other, page in there}
    return found


def _address(site: Site, path: str) -> str:
    return escape(here_address(site, quote(path)))


def _days(site: Site) -> dict[str, date]:
    """The day on which each page last changed, by address, where it is known. All that git knows is read as one."""
    page, index = site.addresses.page, site.index
    known = {path: revision.changed for path, revision in site.edition.history.revisions.items()}
    changed = {ref: known[item.path] for ref, item in site.edition.items.items() if item.path in known}
    days = {page(ref): day for ref, day in changed.items()}
    groups: dict[str, Iterable[Item]] = {kind.folder: by_name(index.by_kind, kind.folder) for kind in KINDS}
    for register in BROWSED:
        under = index.by_term.get(register.name, {})
        groups |= {f"{register.plural}/{name}": by_name(under, name) for name in under}
    for name in (HOME, NEW):
        groups[name] = site.edition.listed
    for name, items in groups.items():
        if known_days := [changed[item.ref] for item in items if item.ref in changed]:
            days[page(name)] = max(known_days)
    for text in site.commons.pages:
        if text.path in known and text.path != "docs/index.md":
            days[address_of(text.path.removeprefix("docs/"))] = known[text.path]
    return days
