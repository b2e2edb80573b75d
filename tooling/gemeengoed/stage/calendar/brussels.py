"""The time of gatherings: that of the clock in Brussels (and Amsterdam), and how a calendar is told of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import TimezoneDaylight, TimezoneStandard

ZONE = "Europe/Brussels"

_RULES_SINCE = 1996
"""The first year of which the rules below hold whole: Directive 94/21/EC and those that followed it."""


def in_calendar(day: date, clock: str) -> datetime:
    """A moment as a calendar gets it: in the time of Brussels, or in UTC for years with other rules."""
    moment = datetime.combine(day, time.fromisoformat(clock), ZoneInfo(ZONE))
    return moment if day.year > _RULES_SINCE else moment.astimezone(UTC)


@cache
def brussels() -> bytes:
    """The VTIMEZONE of Brussels, written: summer time from the last Sunday of March to that of October, at 01:00 UTC.

    As rules, since not every program reads a list of days.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add("x-lic-location", ZONE)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    zone.add_component(_half(TimezoneDaylight(), "CEST", winter, summer, datetime(1996, 3, 31, 2)))
    zone.add_component(_half(TimezoneStandard(), "CET", summer, winter, datetime(1996, 10, 27, 3)))
    return bytes(zone.to_ical())


def _half(
    half: TimezoneDaylight | TimezoneStandard, name: str, before: timedelta, after: timedelta, start: datetime
) -> TimezoneDaylight | TimezoneStandard:
    half.add("dtstart", start)
    half.add("rrule", {"freq": "yearly", "bymonth": start.month, "byday": "-1su"})
    half.add("tzname", name)
    half.add("tzoffsetfrom", before)
    half.add("tzoffsetto", after)
    return half
