"""Calendars to subscribe to (iCalendar, RFC 5545, with RFC 7986): of the commons, of a network, of a theme; and a file
for each gathering.

Everything in them comes from the sources, so the same sources give the same bytes. A gathering keeps its UID while its
file keeps its name and the site its address. SEQUENCE is how often its file was changed since it came, DTSTAMP and
LAST-MODIFIED are noon of the day of its last change (the history has days, not hours). One that is past for longer
than ``KEPT`` has left the calendars, not the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.model import Item
from gemeengoed.rules.gatherings import is_in_calendar, last_day
from gemeengoed.stage.addresses import CALENDAR
from gemeengoed.stage.calendar.brussels import ZONE, brussels, in_calendar
from gemeengoed.stage.index import revision_of
from gemeengoed.stage.site import Site

if TYPE_CHECKING:  # importing it takes 20 ms, and most builds make no calendar
    from icalendar import Event

KEPT = timedelta(days=366)
"""How long a gathering that has been stays in a calendar that one subscribes to."""

_END = b"END:VCALENDAR"

UNKNOWN = date(1970, 1, 1)
"""The day of change of a gathering of which git knows nothing: any fixed one keeps the bytes the same."""


def calendar_address(site: Site, name: str) -> str:
    """The address, below the site's root, of the calendar of ``networks/x``, ``themes/x`` or ``calendar`` (all)."""
    return f"{site.addresses.page(name)}{site.addresses.folder(CALENDAR)}.ics"


def gathering_address(site: Site, item: Item) -> str:
    """The address of the calendar file of one gathering; empty where its day is not known."""
    return f"{site.addresses.page(item.ref)}{item.slug}.ics" if is_in_calendar(item) else ""


def calendar_files(site: Site) -> Iterator[tuple[str, str]]:
    """The path and text of every calendar of the edition."""
    every = [item for item in (*site.programme.to_come, *site.programme.been) if is_in_calendar(item)]
    every.sort(key=lambda item: item.ref)
    events = {item.ref: event(site, item).to_ical() for item in every}
    for item in every:
        yield gathering_address(site, item), _file(site, item.ref, item.title, [events[item.ref]])
    kept = [item for item in every if last_day(item) >= site.commons.today - KEPT]

    def calendar(name: str, title: str, items: Iterable[Item]) -> tuple[str, str]:
        return calendar_address(site, name), _file(site, name, title, [events[item.ref] for item in items])

    yield calendar(CALENDAR, site.settings.site_name, kept)
    by_network, by_theme = _by_network(kept), _by_theme(kept)
    for network in site.index.by_kind.get("networks", ()):
        yield calendar(network.ref, f"{network.title} - {site.settings.site_name}", by_network.get(network.ref, ()))
    for theme in sorted(site.index.by_term.get("theme", {})):
        title = f"{site.name_of('theme', theme)} - {site.settings.site_name}"
        yield calendar(f"themes/{theme}", title, by_theme.get(theme, ()))


def event(site: Site, item: Item) -> Event:
    """A gathering as an event of a calendar."""
    from icalendar import Event, vText

    fields, revision = item.fields, revision_of(site.edition, item)
    assert isinstance(fields, Gathering)
    changed = datetime.combine(revision.changed if revision else UNKNOWN, time(12), UTC)
    made = Event()
    made.add("uid", uid(site, item.ref))
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    if revision:
        made.add("created", datetime.combine(revision.created, time(12), UTC))
    made.add("sequence", revision.commits - 1 if revision else 0)
    _add_times(made, fields)
    made.add("summary", item.title)
    made.add("status", "CANCELLED" if fields.cancelled else "CONFIRMED")
    made.add("description", "\n\n".join(_description(site, item, fields)))
    if fields.place:
        made.add("location", fields.place)
    made.add("categories", [*_categories(site, fields)])
    if address := site.full_address(item.ref):
        made.add("url", address)
    for other in site.programme.series.get(item.ref, ()):
        if other.ref != item.ref:
            made.add("related-to", vText(uid(site, other.ref)), parameters={"RELTYPE": "SIBLING"})
    return made


def uid(site: Site, ref: str) -> str:
    """What a calendar knows a gathering by: a UUID (RFC 9562, version 5) of the site and the name of its file."""
    return str(uuid5(NAMESPACE_URL, f"{site.settings.site_url.rstrip('/')}/{ref}"))


def _file(site: Site, name: str, title: str, events: Iterable[bytes]) -> str:
    """A calendar with events that are written already: each stands in several, and writing takes most of the time."""
    from icalendar import Calendar

    host = urlsplit(site.settings.site_url).hostname or "localhost"
    made = Calendar()
    made.add("prodid", f"-//{host}//Gemeengoed//{site.words.language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("name", title)
    made.add("x-wr-calname", title)
    made.add("x-wr-timezone", ZONE)
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    if address := site.full_address(name):
        made.add("url", address)
    head, end, rest = made.to_ical().rpartition(_END)
    return b"".join([head, brussels(), *events, end, rest]).decode()


def _add_times(made: Event, fields: Gathering) -> None:
    start, end = fields.start, fields.end
    assert start is not None
    if not start.time:
        made.add("dtstart", start.first)
        if end and end.is_whole and end.first > start.first:
            made.add("dtend", end.first + timedelta(days=1))  # the first day on which it is not any more
        return
    made.add("dtstart", in_calendar(start.first, start.time))
    if end and end.time:
        made.add("dtend", in_calendar(end.first, end.time))
    elif end and end.is_whole and end.first > start.first:
        made.add("dtend", in_calendar(end.first + timedelta(days=1), "00:00"))


def _description(site: Site, item: Item, fields: Gathering) -> Iterator[str]:
    say = site.words.say
    if fields.cancelled:
        yield f"{say('Cancelled')}: {fields.cancelled}"
    if fields.summary:
        yield fields.summary
    if fields.agenda:
        yield "\n".join([f"{say('Agenda')}:", *(f"- {point.topic}" for point in fields.agenda if point.topic)])
    if fields.sign_up:
        yield f"{say('Sign up')}: {fields.sign_up}"
    if address := site.full_address(item.ref):
        yield address


def _categories(site: Site, fields: Gathering) -> Iterator[str]:
    if fields.type:
        yield site.words.say(fields.type.label)
    if fields.network and (network := site.reference(fields.network, Ref("item"), lambda name, number=1: "")):
        yield network.text
    yield from (site.name_of("theme", theme) for theme in fields.themes)


def _by_network(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        fields = item.fields
        own = fields.network if isinstance(fields, Gathering) else None
        for network in dict.fromkeys((own, *fields.networks)):
            found.setdefault(network or "", []).append(item)
    return found


def _by_theme(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        for theme in dict.fromkeys(item.fields.themes):
            found.setdefault(theme, []).append(item)
    return found
