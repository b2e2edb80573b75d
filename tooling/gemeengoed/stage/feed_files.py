"""The files of the feeds, as Atom and as JSON Feed, and the page that lists them.

Written with the standard library: both formats are small, and the libraries for it stamp the moment of writing into
them or get no upkeep (feedgen: last release in 2023), while equal sources must give equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.licences import find_licence
from gemeengoed.stage.addresses import FEEDS, listing_path
from gemeengoed.stage.entries import MOST_NAMED
from gemeengoed.stage.feeds import FORMATS, QUESTIONS, Entry, Feed, FeedLink, entries, feeds, follow
from gemeengoed.stage.json_text import json_text
from gemeengoed.stage.page import StagedFile, StagedPage, Unit
from gemeengoed.stage.site import Site

ATOM = "http://www.w3.org/2005/Atom"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2) refuses, or advises against."""


def feed_units(site: Site) -> Iterator[Unit]:
    """The files of every feed, each by itself."""
    for name in feeds(site):
        yield f"feed {name}", partial(_files, site, name)


def _files(site: Site, name: str) -> Iterator[StagedFile]:
    feed = feeds(site)[name]
    told = entries(site, feed)
    yield StagedFile(feed.path("xml"), atom(site, feed, told))
    yield StagedFile(feed.path("json"), json_feed(site, feed, told))


def feeds_page(site: Site) -> Iterator[StagedPage]:
    """The page that says which feeds there are, and what one does with them."""
    here, title = site.addresses.page(FEEDS), site.words.say("Follow what is new")
    link, made = site.addresses.relative(here), feeds(site)
    groups = [
        (site.words.say("Everything"), "", ("", QUESTIONS)),
        (site.words.say("By kind"), "", tuple(KIND_BY_FOLDER)),
        (site.words.say("By network"), "networks", tuple(name for name in made if name.startswith("networks/"))),
        (site.words.say("By theme"), "themes", tuple(name for name in made if name.startswith("themes/"))),
    ]
    html = site.render(
        "feeds.html.jinja",
        here,
        title=title,
        groups=[
            (label, link(all), max(len(names) - MOST_NAMED, 0) if all else 0, listed)
            for label, all, names in groups
            if (listed := [_listed(site, made[name], here) for name in _first(site, names) if name in made])
        ],
        has_address=bool(site.settings.site_url),
    )
    return iter([StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})])


def _first(site: Site, names: Sequence[str]) -> Sequence[str]:
    """As many feeds as the page has room for, in their order: those in which something came last."""
    made = feeds(site)
    last = sorted((name for name in names if name in made), key=lambda name: site.age[made[name].items[0]])[:MOST_NAMED]
    return [name for name in names if name in last]


def _listed(site: Site, feed: Feed, here: str) -> tuple[str, int, list[FeedLink]]:
    """The title of a feed without the name of the site, how many pages it tells of, and its files."""
    title = feed.title.removeprefix(f"{site.settings.site_name}: ")
    return title, len(feed.items), follow(site, feed.name, here)


def atom(site: Site, feed: Feed, told: Sequence[Entry]) -> str:
    """A feed as Atom (RFC 4287). Its identifiers are the addresses of the pages; licences are linked (RFC 4946)."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": site.language})
    own, page = _whole(site, feed.path("xml")), _whole(site, feed.page)
    _text(root, "id", own)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max(entry.changed for entry in told)))
    SubElement(root, "link", {"rel": "self", "type": FORMATS[0][1], "href": own})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _text(SubElement(root, "author"), "name", site.settings.site_name)
    _text(root, "rights", _rights(site))
    _text(root, "generator", "Gemeengoed")
    for entry in told:
        _atom_entry(root, entry)
    indent(root, " ")
    return tostring(root, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="utf-8"?>\n', "\n")
    )


def _atom_entry(root: Element, entry: Entry) -> None:
    element = SubElement(root, "entry", {"xml:lang": entry.language})
    _text(element, "id", entry.address)
    _text(element, "title", entry.title)
    _text(element, "published", _moment(entry.created))
    _text(element, "updated", _moment(entry.changed))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
    for name, address in entry.authors:
        author = SubElement(element, "author")
        _text(author, "name", name)
        if address:
            _text(author, "uri", address)
    SubElement(element, "category", {"term": _legal(entry.kind)})
    for term, label in entry.themes:
        SubElement(element, "category", {"term": _legal(term), "label": _legal(label)})
    _text(element, "rights", entry.licence)
    if entry.licence_url:
        SubElement(element, "link", {"rel": "license", "href": entry.licence_url})
    _text(element, "summary", entry.summary)


def json_feed(site: Site, feed: Feed, told: Sequence[Entry]) -> str:
    """A feed as JSON Feed 1.1 (jsonfeed.org); the licence of each page in an extension, ``_gemeengoed``."""
    described: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": _whole(site, feed.page),
        "feed_url": _whole(site, feed.path("json")),
        "language": site.language,
        "authors": [{"name": site.settings.site_name, "url": _whole(site, "")}],
        "_gemeengoed": {"about": _whole(site, site.addresses.page(FEEDS)), "rights": _rights(site)},
        "items": [_json_item(entry) for entry in told],
    }
    return json_text(described)


def _json_item(entry: Entry) -> dict[str, Any]:
    authors = [{"name": name, **({"url": address} if address else {})} for name, address in entry.authors]
    return {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.summary,
        "summary": entry.summary,
        "date_published": _moment(entry.created),
        "date_modified": _moment(entry.changed),
        **({"authors": authors} if authors else {}),
        "tags": [entry.kind, *(label for _, label in entry.themes)],
        "language": entry.language,
        "_gemeengoed": {"rights": entry.licence, "licence": entry.licence_url},
    }


def _rights(site: Site) -> str:
    """Under which licence the pages are, where a page does not say another."""
    licence = find_licence(site.settings.licences.default)
    badge = licence.badge if licence else site.settings.licences.default
    return site.words.say("{licence}, unless a page says otherwise").format(licence=badge)


def _whole(site: Site, address: str) -> str:
    return f"{site.url}{address}"


def _moment(day: date) -> str:
    """The start of a day in UTC (RFC 3339): git's day is all that is known."""
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _legal(text)


def _legal(text: str) -> str:
    return _NOT_IN_XML.sub(" ", text)
