"""A gathering as lists and calendars show it: when it is in words, and what else must be seen at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import format_date

from gemeengoed.i18n import message
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.model import Item
from gemeengoed.rules.gatherings import last_day
from gemeengoed.stage.site import Link, Site
from gemeengoed.stage.values import Shown
from gemeengoed.stage.words import Words


@dataclass(frozen=True)
class Entry:
    """What a list shows of a gathering."""

    href: str
    title: str
    summary: str
    when: str
    note: str
    time: str
    place: str
    network: Shown
    type: str
    series: str
    is_cancelled: bool


def entry(site: Site, item: Item, link: Link) -> Entry:
    """One gathering as a list shows it."""
    fields = item.fields
    assert isinstance(fields, Gathering)
    say = site.words.say
    return Entry(
        href=link(item.ref),
        title=site.title(item),
        summary=site.summary(item),
        when=when(site.words, fields),
        note=note(site, item),
        time=fields.start.time if fields.start else "",
        place=site.said(fields.place or "", site.language_of(item))
        or (say(fields.format.label) if fields.format else ""),
        network=site.reference(fields.network, Ref("item"), link) if fields.network else Shown(),
        type=say(fields.type.label) if fields.type else "",
        series=series(site.words, fields),
        is_cancelled=bool(fields.cancelled),
    )


def when(words: Words, fields: Gathering) -> str:
    """When a gathering is, as exactly as it is known: ``donderdag 10 december 2026, van 19:00 tot 21:30``."""
    start, end = fields.start, fields.end
    if start is None:
        return ""
    if end is None or end == start:
        return _moment(words, start)
    if start.is_whole and start.first == end.first == end.last:
        return _hours(words, start, end)
    return words.message(message("{start} up to {end}", start=_moment(words, start), end=_moment(words, end)))


def note(site: Site, item: Item) -> str:
    """What must be said of a date that is no whole day; nothing of one that is."""
    start = item.fields.start if isinstance(item.fields, Gathering) else None
    if start and start.is_whole:
        return ""
    is_over = last_day(item) < site.commons.today
    return site.words.say("day not known") if is_over else site.words.say("date not set yet")


def series(words: Words, fields: Gathering) -> str:
    """The place of a gathering in its series: ``3 van 5``; empty when it is in none."""
    if fields.series is None or fields.series.number is None:
        return ""
    if fields.series.of is None:
        return words.message(message("number {number}", number=fields.series.number))
    return words.message(message("{number} of {of}", number=fields.series.number, of=fields.series.of))


def _hours(words: Words, start: PartialDate, end: PartialDate) -> str:
    day = _day(words, start)
    if start.time and end.time:
        return words.message(message("{day}, from {start} to {end}", day=day, start=start.time, end=end.time))
    if end.time:
        return words.message(message("{day}, until {end}", day=day, end=end.time))
    return _moment(words, start)


def _moment(words: Words, partial: PartialDate) -> str:
    if not partial.is_whole:
        return words.partial_date(partial)
    return f"{_day(words, partial)}, {partial.time}" if partial.time else _day(words, partial)


def _day(words: Words, partial: PartialDate) -> str:
    return format_date(partial.first, "EEEE d MMMM y", locale=words.language)
