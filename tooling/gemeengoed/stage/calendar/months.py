"""A page for every month in which something is, and for this one: a table of weeks, which a phone shows as a list."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from gemeengoed.kinds.gathering import KIND
from gemeengoed.rules.gatherings import Month
from gemeengoed.stage.addresses import CALENDAR, listing_path
from gemeengoed.stage.calendar.lists import in_order
from gemeengoed.stage.calendar.shown import Entry, entry
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.parts import part_at
from gemeengoed.stage.shared import shared
from gemeengoed.stage.site import Site

MOST_A_DAY = 4
"""How many gatherings of a day the table has room for."""


@dataclass(frozen=True)
class Day:
    """A day of the table: which one, and what is then: the first of it, and how much more is where in the list."""

    day: date
    weekday: str
    month: str
    entries: tuple[Entry, ...]
    more: int
    all: str


def month_pages(site: Site) -> Iterator[StagedPage]:
    """The calendar as it opens, on this month, and the page of every month."""
    today = (site.commons.today.year, site.commons.today.month)
    counts = {today: 0, **site.programme.months}
    yield _month_page(site, CALENDAR, today, counts)
    for month in sorted(counts):
        yield _month_page(site, month_name(month), month, counts)


def month_name(month: Month) -> str:
    """The name of a month's page, for its address: ``calendar/2026-12``."""
    return f"{CALENDAR}/{month[0]:04}-{month[1]:02}"


def _month_page(site: Site, name: str, month: Month, counts: Mapping[Month, int]) -> StagedPage:
    here = site.addresses.page(name)
    months = sorted(counts)
    at = months.index(month)
    say = site.words.say
    html = site.render(
        "calendar/month.html.jinja",
        here,
        name=CALENDAR,
        is_first=name == CALENDAR,
        month=_label(site, month),
        total=counts[month],
        weekdays=[format_date(date(2024, 1, day), "EEEE", locale=site.words.language) for day in range(1, 8)],
        weeks=_weeks(site, month, here),
        before=_neighbour(site, months[at - 1]) if at else None,
        after=_neighbour(site, months[at + 1]) if at + 1 < len(months) else None,
        years=_years(site, site.programme.months) if name == CALENDAR else [],
        coming=[entry(site, item, site.addresses.relative(here)) for item in site.programme.to_come[:1]],
    )
    title = say("Calendar") if name == CALENDAR else f"{say('Calendar')}: {_label(site, month)}"
    about = say("When the networks meet, month by month.")
    return StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})


def _weeks(site: Site, month: Month, here: str) -> list[list[Day | None]]:
    """The weeks of a month, from Monday on; None for the days of another month."""
    link, language = site.addresses.relative(here), site.words.language
    places = _places_in_list(site)

    def day(number: int) -> Day | None:
        if not number:
            return None
        at = date(*month, number)
        items = site.programme.days.get(at, ())
        left_out = [places[item.ref] for item in items[MOST_A_DAY:]]
        return Day(
            at,
            format_date(at, "EEEE", locale=language),
            format_date(at, "MMMM", locale=language),
            tuple(entry(site, item, link) for item in items[:MOST_A_DAY]),
            len(left_out),
            link(KIND.folder, part_at(site, min(left_out))) if left_out else "",
        )

    return [[day(number) for number in week] for week in Calendar().monthdayscalendar(*month)]


@shared
def _places_in_list(site: Site) -> Mapping[str, int]:
    """The place of every gathering in the list of all."""
    return {item.ref: place for place, item in enumerate(in_order(site))}


def _label(site: Site, month: Month) -> str:
    return format_date(date(*month, 1), "MMMM y", locale=site.words.language)


def _neighbour(site: Site, month: Month) -> tuple[str, str]:
    return month_name(month), _label(site, month)


def _years(site: Site, counts: Mapping[Month, int]) -> list[tuple[int, list[tuple[str, str, int]]]]:
    """Every year, the last first, with its months: name, label and how many gatherings each has."""
    years: dict[int, list[tuple[str, str, int]]] = {}
    for month in sorted(counts, key=lambda month: (-month[0], month[1])):
        label = format_date(date(*month, 1), "MMMM", locale=site.words.language)
        years.setdefault(month[0], []).append((month_name(month), label, counts[month]))
    return list(years.items())
