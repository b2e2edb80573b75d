"""Feeds: what is new, for programs that follow it. Of everything, each kind, theme and network, and of open questions.

The newest pages first, by the day on which git says that they came; a page that git does not know yet comes in with its
first commit, so that equal sources give equal bytes. Needs ``site_url``: a feed is read elsewhere, and names its pages
by their whole address. Here is which feeds there are; ``atom`` and ``json_feed`` write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from gemeengoed.kinds import KINDS
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.licences import find_licence
from gemeengoed.model import Item
from gemeengoed.provenance import licence_of, reserves_mining
from gemeengoed.rules.consent import may_be_named
from gemeengoed.rules.networks import networks_of
from gemeengoed.stage.addresses import NEW, address_of, relative
from gemeengoed.stage.groups import day_of
from gemeengoed.stage.index import revision_of
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.shared import kept, plain
from gemeengoed.stage.site import Site

MOST = 50
"""How many pages a feed tells of."""

QUESTIONS = "questions/open"
"""The name of the feed of open questions; the others have the name of the listing that they belong to."""

WAITING = frozenset({QuestionState.OPEN, QuestionState.GAP})
"""The states of a question in which somebody waits."""

FORMATS = (("xml", "application/atom+xml", "Atom"), ("json", "application/feed+json", "JSON Feed"))
"""How the file of each format ends, its type, and its name."""


@dataclass(frozen=True)
class Entry:
    """A page in a feed."""

    address: str
    title: str
    summary: str
    created: date
    changed: date
    language: str
    authors: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, str], ...]
    kind: str
    licence: str
    licence_url: str
    reserved: bool


@dataclass(frozen=True)
class Feed:
    """A feed: its name, its title, where its page and files stand below the root of the site, and the items in it."""

    name: str
    title: str
    page: str
    stem: str
    items: tuple[str, ...]

    def path(self, ending: str) -> str:
        """The path of one of its files."""
        return f"{self.page}{self.stem}.{ending}"


@dataclass(frozen=True)
class FeedLink:
    """A link from a page to a file of a feed."""

    href: str
    type: str
    label: str
    title: str


@kept(dict[str, Feed])
def feeds(site: Site) -> Mapping[str, Feed]:
    """Every feed that tells of something, by name; none where the settings do not say where the site stands."""
    if not site.settings.site_url:
        return {}
    made: dict[str, Feed] = {}
    for name, title, items in _followed(site):
        told = tuple(islice((item.ref for item in items if day_of(site.edition, item)), MOST))
        if told:
            listing, stem = ("questions", "open") if name == QUESTIONS else (name or NEW, "feed")
            made[name] = Feed(name, title, site.addresses.page(listing), stem, told)
    return made


def follow(site: Site, name: str, here: str) -> list[FeedLink]:
    """The links to the files of a feed from the page ``here``; none when there is no such feed."""
    feed = _links(site).get(name)
    if feed is None:
        return []
    title, page, stem = feed
    return [FeedLink(relative(here, f"{page}{stem}.{ending}"), kind, label, title) for ending, kind, label in FORMATS]


@plain
def _links(site: Site) -> Mapping[str, tuple[str, str, str]]:
    """Of each feed what links to it need: title, page, and the name of its files."""
    return {name: (feed.title, feed.page, feed.stem) for name, feed in feeds(site).items()}


def followed(site: Site, page: StagedPage) -> StagedPage:
    """A page that tells programs which feeds belong to it: that of everything, and its own."""
    here = address_of(page.path)
    names = dict.fromkeys(("", *_of_page(site).get(here, ())))
    links = [link for name in names for link in follow(site, name, here)]
    if not links:
        return page
    told = [{"href": link.href, "type": link.type, "title": f"{link.title} ({link.label})"} for link in links]
    return replace(page, facts={**page.facts, "feeds": told})


@plain
def _of_page(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The names of the feeds of each page that has any of its own."""
    found: dict[str, tuple[str, ...]] = {}
    for feed in feeds(site).values():
        found[feed.page] = (*found.get(feed.page, ()), feed.name)
    return found


def _followed(site: Site) -> Iterator[tuple[str, str, Iterable[Item]]]:
    """The name, title and items of every feed that there may be."""
    say, named, newest = site.words.say, site.settings.site_name, site.index.newest
    everything, waiting_for_answer = say("What is new"), say("Open questions")
    yield "", f"{named}: {everything}", newest
    for kind in KINDS:
        yield kind.folder, f"{named}: {say(kind.plural)}", (item for item in newest if item.kind is kind)
    waiting = (item for item in newest if isinstance(item.fields, Question) and item.fields.state in WAITING)
    yield QUESTIONS, f"{named}: {waiting_for_answer}", waiting
    themes, networks = _by_theme_and_network(newest)
    for theme in sorted(themes):
        if site.has_page("theme", theme):
            yield f"themes/{theme}", f"{named}: {site.name_of('theme', theme)}", themes[theme]
    for network in sorted(networks):
        if network in site.edition.items:
            yield network, f"{named}: {site.edition.items[network].title}", networks[network]


def _by_theme_and_network(items: Iterable[Item]) -> tuple[dict[str, list[Item]], dict[str, list[Item]]]:
    themes: dict[str, list[Item]] = {}
    networks: dict[str, list[Item]] = {}
    for item in items:
        for theme in dict.fromkeys(item.fields.themes):
            themes.setdefault(theme, []).append(item)
        for network in sorted(networks_of(item)):
            networks.setdefault(network, []).append(item)
    return themes, networks


def entries(site: Site, feed: Feed) -> list[Entry]:
    """What a feed tells of its items."""
    items = (site.edition.items[ref] for ref in feed.items)
    return [entry for item in items if (entry := _entry(site, item))]


def _entry(site: Site, item: Item) -> Entry | None:
    revision, fields = revision_of(site.edition, item), item.fields
    if revision is None:
        return None
    identifier = licence_of(site.commons, item).licence
    licence = find_licence(identifier)
    return Entry(
        address=site.full_address(item.ref),
        title=item.title,
        summary=fields.summary or "",
        created=revision.created,
        changed=revision.changed,
        language=site.language_of(item),
        authors=tuple(_author(site, name) for name in fields.authors if may_be_named(site.commons, name)),
        themes=tuple((theme, site.name_of("theme", theme)) for theme in fields.themes),
        kind=site.words.say(item.kind.label),
        licence=licence.badge if licence else identifier,
        licence_url=licence.url if licence else "",
        reserved=reserves_mining(identifier),
    )


def _author(site: Site, name: str) -> tuple[str, str]:
    """The name of a party, and the address of its page where it has one."""
    register = site.commons.party_register(name)
    page = f"{register}s/{name}"
    return site.name_of(register, name), site.full_address(page) if site.has_page(register, name) else ""
