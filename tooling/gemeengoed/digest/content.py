"""What a newsletter says: sections of entries, each a page with its full address, ready for any format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gemeengoed.i18n import message
from gemeengoed.kinds import KINDS
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.kinds.initiative import Initiative
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.kinds.registers import ConsentScope
from gemeengoed.model import Item
from gemeengoed.rules.answers import board
from gemeengoed.rules.news import News, news, of_network, open_roles, thanked, to_come
from gemeengoed.stage.site import Site

MOST = 5
"""How many pages a section names; it says how many more there are, and where."""


@dataclass(frozen=True)
class Entry:
    """A page in the letter. Without ``href`` the settings do not say where the site stands."""

    title: str
    href: str
    facts: str = ""
    summary: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the letter: its pages, and how many more there are at ``more_href``."""

    title: str
    entries: tuple[Entry, ...]
    more: int = 0
    more_href: str = ""


@dataclass(frozen=True)
class Digest:
    """A whole letter. ``notice`` is what must be said before anything else: that all of it is made up."""

    title: str
    period: str
    language: str
    opening: str
    sections: tuple[Section, ...]
    thanks: tuple[str, ...]
    rule: str
    site_name: str
    site_href: str
    contribute_href: str
    notice: str = ""


def digest(
    site: Site, since: date, until: date, before: dict[str, str], after: dict[str, str] | None, network: str = ""
) -> Digest:
    """The letter about what came from ``since`` to ``until``, both days included.

    ``before`` are the texts that readers had when ``since`` began and ``after`` those when ``until`` ended, by
    reference; None for those of now. ``network`` is the reference of the network that it is about.
    """
    now = of_network(network, site.edition.listed) if network else site.edition.listed
    texts = {item.ref: item.text.body for item in now}
    told = news(now, before, texts if after is None else after)
    say, words = site.words.say, site.words
    name = site.settings.site_name
    about = site.edition.items[network].title if network else ""
    counted = message("New pages: {new}. Much improved: {improved}.", new=len(told.new), improved=len(told.improved))
    parties = thanked(told, now, since, until, site.records("contributor"), site.records("organisation"))
    return Digest(
        title=plain(words.message(message("News from {site}: {network}", site=name, network=about)) if about else
                    words.message(message("News from {site}", site=name))),
        period=f"{words.day(since)} – {words.day(until)}",
        language=words.language,
        opening=words.message(counted) if told.new or told.improved else say("No pages are new in this period."),
        sections=tuple(section for section in _sections(site, told, now, until) if section.entries),
        thanks=tuple(plain(_name(site, register, party)) for register, party in parties),
        rule=say(
            "A page is new when it could not be read here before, and much improved when more than a third of its "
            "words are new or gone."
        ),
        site_name=plain(name),
        site_href=site.full_address(""),
        contribute_href=site.full_address("contribute"),
        notice=say("This site is an example: its people, places, organisations and results are made up.")
               if getattr(site.settings, "example", False) else "",
    )  # fmt: skip


def plain(text: str) -> str:
    """A text on one line, without signs that act or cannot be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _sections(site: Site, told: News, now: Sequence[Item], until: date) -> Iterable[Section]:
    """The parts of the letter. What a part further down names is not named among the new or improved as well."""
    say, states = site.words.say, board(now)
    calls = (
        (say("Questions that wait for an answer"), states[QuestionState.OPEN], "questions", _asked),
        (say("Knowledge gaps: who knows an expert?"), states[QuestionState.GAP], "questions", _wanted),
        (say("Gatherings to come"), to_come(now, until), "gatherings", _when),
        (say("Who joins in? Open roles"), open_roles(now), "initiatives", _sought),
    )
    below = {item.ref for _, items, _, _ in calls for item in items[:MOST]}
    refs = {item.ref for item in told.new} - below
    newest = [item for item in site.index.newest if item.ref in refs]
    for kind in KINDS:
        title = site.words.message(message("New: {kind}", kind=say(kind.plural).lower()))
        yield _section(site, title, [item for item in newest if item.kind is kind], kind.folder, _from)
    improved = [item for item in told.improved if item.ref not in below]
    yield _section(site, say("Much improved"), improved, "", _kind)
    for title, items, listing, facts in calls:
        yield _section(site, title, items, listing, facts)


def _section(
    site: Site, title: str, items: Sequence[Item], listing: str, facts: Callable[[Site, Item], str]
) -> Section:
    entries = tuple(
        Entry(
            plain(item.title), site.full_address(item.ref), plain(facts(site, item)), plain(item.fields.summary or "")
        )
        for item in items[:MOST]
    )
    more = max(0, len(items) - MOST)
    return Section(plain(title), entries, more, site.full_address(listing) if more and listing else "")


def _from(site: Site, item: Item) -> str:
    """The networks that a page comes from, and its themes."""
    own = getattr(item.fields, "network", None)
    names = dict.fromkeys([*([own] if own else []), *item.fields.networks])
    networks = [site.edition.items[name].title for name in names if name in site.edition.items]
    return " · ".join([*networks, *(site.name_of("theme", theme) for theme in item.fields.themes)])


def _kind(site: Site, item: Item) -> str:
    return site.words.say(item.kind.label)


def _asked(site: Site, item: Item) -> str:
    on = item.fields.asked_on if isinstance(item.fields, Question) else None
    return site.words.message(message("asked on {date}", date=site.words.partial_date(on))) if on else ""


def _wanted(site: Site, item: Item) -> str:
    wanted = item.fields.expert_wanted if isinstance(item.fields, Question) else None
    return _wants(site, wanted) if wanted else ""


def _when(site: Site, item: Item) -> str:
    fields = item.fields
    if not isinstance(fields, Gathering) or fields.start is None:
        return ""
    network = site.edition.items.get(fields.network or "")
    return " · ".join(
        part for part in (site.words.partial_date(fields.start), fields.place, network and network.title) if part
    )


def _sought(site: Site, item: Item) -> str:
    roles = item.fields.open_roles if isinstance(item.fields, Initiative) else ()
    return _wants(site, "; ".join(roles))


def _wants(site: Site, whom: str) -> str:
    label = site.words.say("Wanted:")
    return f"{label} {whom}"


def _name(site: Site, register: str, party: str) -> str:
    """The name of a party; of a contributor with the organisations, where both may be shown."""
    name = site.name_of(register, party)
    contributor = site.commons.contributors.get(party) if register == "contributor" else None
    if contributor and contributor.consent and ConsentScope.ORGANISATION in contributor.consent.scope:
        known = site.records("organisation")
        bodies = [site.name_of("organisation", body) for body in contributor.organisations if body in known]
        return f"{name} ({', '.join(bodies)})" if bodies else name
    return name
