"""The calendars that one subscribes to, read back by another library than the one that wrote them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.load import load
from gemeengoed.revisions import History, Revision
from gemeengoed.settings import read_settings
from gemeengoed.stage.tree import stage
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from commons import Files, page, write_commons

TODAY = date(2026, 11, 22)
NETWORKS = {f"commons/networks/{name}.md": page("type: locon", title=f"Netwerk {name}") for name in ("a", "b")}


def gathering(start: str, more: str = "", title: str = "Een avond", network: str = "a") -> str:
    return page(f"network: networks/{network}\nstart: {start}\n{more}".rstrip(), title=title)


def calendars(
    root: Path,
    files: Files,
    revisions: dict[str, Revision] | None = None,
    edition: EditionName = EditionName.PUBLIC,
    today: date = TODAY,
) -> dict[str, str]:
    """The text of every calendar, by its path."""
    write_commons(root, {**NETWORKS, **{f"commons/gatherings/{name}.md": text for name, text in files.items()}})
    history = History(revisions or {})
    texts, _ = stage(select(load(root, read_settings(root), history, today), edition, history, ()), root)
    return {path: text for path, text in texts.items() if path.endswith(".ics")}


def read(text: str) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(text)


def only(text: str) -> Event:
    (event,) = read(text).events
    return event


def one(root: Path, start: str, more: str = "", **options: object) -> Event:
    return only(calendars(root, {"x": gathering(start, more)}, **options)["bijeenkomsten/x/x.ics"])  # type: ignore[arg-type]


@pytest.mark.parametrize(("start", "hours"), [
    ("2026-12-10T19:00", 1),
    ("2026-07-10T19:00", 2),
    ("2026-03-28T12:00", 1),
    ("2026-03-29T12:00", 2),
    ("2026-10-24T12:00", 2),
    ("2026-10-25T12:00", 1),
    ("1990-07-10T19:00", 2),
])  # fmt: skip
def test_the_clock_is_that_of_brussels_in_winter_and_summer(tmp_path: Path, start: str, hours: int) -> None:
    event = one(tmp_path, start)
    local = datetime.fromisoformat(start)
    assert isinstance(event.dtstart, datetime)
    assert event.dtstart.astimezone(UTC) == (local - timedelta(hours=hours)).replace(tzinfo=UTC)


def test_the_zone_that_the_calendar_brings_says_the_same(tmp_path: Path) -> None:
    """For a program that has no list of time zones of its own."""
    text = calendars(tmp_path, {"x": gathering("2026-12-10T19:00")})["kalender/kalender.ics"]
    (zone,) = read(text).timezones
    assert zone.tz_id == "Europe/Brussels"
    assert {half.tz_offset_to.offset for half in (*zone.standard, *zone.daylight)} == {
        timedelta(hours=1),
        timedelta(hours=2),
    }
    assert [str(half.rrule.as_rrule_str()) for half in zone.daylight if half.rrule] == [
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"
    ]


@pytest.mark.parametrize(("start", "end", "expected"), [
    ("2026-12-10T19:00", "2026-12-10T21:30", ("2026-12-10T19:00:00+01:00", "2026-12-10T21:30:00+01:00")),
    ("2026-12-10T19:00", "2026-12-11", ("2026-12-10T19:00:00+01:00", "2026-12-12T00:00:00+01:00")),
    ("2026-12-10", "", ("2026-12-10", "2026-12-11")),
    ("2026-12-10", "2026-12-11", ("2026-12-10", "2026-12-12")),
    ("2026-12-10", "2026-12", ("2026-12-10", "2026-12-11")),
])  # fmt: skip
def test_from_when_to_when(tmp_path: Path, start: str, end: str, expected: tuple[str, str]) -> None:
    event = one(tmp_path, start, end and f"end: {end}")
    assert (event.dtstart.isoformat(), event.end.isoformat()) == expected


def test_an_end_that_is_not_known_is_not_made_up(tmp_path: Path) -> None:
    for start, end in (("2026-12-10T19:00", ""), ("2026-12-10T19:00", "end: 2026-12-10"), ("2026-12-10", "")):
        assert one(tmp_path, start, end).dtend is None


@pytest.mark.parametrize("start", ["2026", "2026-Q4", "2026-12", "0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_day_that_is_not_known_reaches_no_calendar(tmp_path: Path, start: str) -> None:
    files = calendars(tmp_path, {"x": gathering(start)})
    assert "bijeenkomsten/x/x.ics" not in files
    assert [path for path, text in files.items() if "BEGIN:VEVENT" in text] == []


def test_each_network_and_theme_has_its_own(tmp_path: Path) -> None:
    files = calendars(tmp_path, {
        "x": gathering("2026-12-10", title="Van a"),
        "y": gathering("2026-12-11", "networks: [networks/a]", title="Van b en a", network="b"),
    })  # fmt: skip
    titles = {path: [event.summary for event in read(text).events] for path, text in files.items()}
    assert titles == {
        "bijeenkomsten/x/x.ics": ["Van a"],
        "bijeenkomsten/y/y.ics": ["Van b en a"],
        "kalender/kalender.ics": ["Van a", "Van b en a"],
        "netwerken/a/kalender.ics": ["Van a", "Van b en a"],
        "netwerken/b/kalender.ics": ["Van b en a"],
        "themas/participatie/kalender.ics": ["Van a", "Van b en a"],
    }


def test_what_changed_is_newer_and_what_did_not_is_the_same(tmp_path: Path) -> None:
    file = "commons/gatherings/x.md"
    first = Revision(date(2026, 10, 1), date(2026, 10, 1), 1)
    later = Revision(date(2026, 10, 1), date(2026, 11, 2), 3)
    events = [one(tmp_path, "2026-12-10", revisions={file: revision}) for revision in (first, later)]
    assert [event.sequence for event in events] == [0, 2]
    assert [event.last_modified for event in events] == [
        datetime(2026, 10, 1, 12, tzinfo=UTC),
        datetime(2026, 11, 2, 12, tzinfo=UTC),
    ]
    assert len({event.uid for event in events}) == 1
    assert events[1].dtstamp == events[1].last_modified
    same = [calendars(tmp_path, {"x": gathering("2026-12-10")}, {file: later}) for _ in range(2)]
    assert same[0] == same[1]


def test_a_cancelled_one_is_told_as_cancelled(tmp_path: Path) -> None:
    event = one(tmp_path, "2026-12-10", "cancelled: De gids is ziek.")
    assert event.status == "CANCELLED" and "De gids is ziek." in (event.description or "")
    assert one(tmp_path, "2026-12-10").status == "CONFIRMED"


def test_the_others_of_a_series_are_related(tmp_path: Path) -> None:
    series = {name: gathering(f"2026-12-{day}", f"series: {{number: {day - 9}, of: 3}}") for name, day in
              (("x", 10), ("y", 11), ("z", 12))}  # fmt: skip
    events = {event.uid: event for event in read(calendars(tmp_path, series)["kalender/kalender.ics"]).events}
    assert len(events) == 3
    for uid, event in events.items():
        assert {related.uid for related in event.related_to} == events.keys() - {uid}


def test_what_a_reader_needs_stands_in_it(tmp_path: Path) -> None:
    more = "place: 'Zaal; boven, links'\ntype: visit\nsign_up: Bel even.\nagenda: [{topic: De tuin}]"
    event = one(tmp_path, "2026-12-10T19:00", more)
    assert event.summary == "Een avond" and event.location == "Zaal; boven, links"
    assert str(event.url) == "https://proef.example/bijeenkomsten/x/"
    assert event.categories == ["Bezoek", "Netwerk a", "Participatie"]
    assert (
        event.description == "Voor wie een korte pagina zoekt.\n\nAgenda:\n- De tuin\n\nInschrijven: Bel even.\n\n"
        "https://proef.example/bijeenkomsten/x/"
    )


def test_nothing_of_a_stranger_starts_a_line(tmp_path: Path) -> None:
    """A title cannot end its line and add an event of its own; long lines are folded (RFC 5545, 3.1)."""
    evil = '"a\\r\\nEND:VEVENT\\nBEGIN:VEVENT\\nSUMMARY:b"'
    files = calendars(tmp_path, {
        "x": gathering("2026-12-10", f"cancelled: {evil}", title="é" * 200),
        "y": gathering("2026-12-10", title="END:VCALENDAR"),
    })  # fmt: skip
    assert only(files["bijeenkomsten/y/y.ics"]).summary == "END:VCALENDAR"
    text = files["bijeenkomsten/x/x.ics"]
    assert only(text).summary == "é" * 200
    lines = text.split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert not [line for line in lines if len(line.encode()) > 75] and "\n" not in "".join(lines)


def test_one_that_is_past_for_long_leaves_the_calendars_and_keeps_its_file(tmp_path: Path) -> None:
    files = calendars(tmp_path, {"x": gathering("2025-11-01"), "y": gathering("2025-12-01")})
    assert [event.dtstart.isoformat() for event in read(files["kalender/kalender.ics"]).events] == ["2025-12-01"]
    assert only(files["bijeenkomsten/x/x.ics"]).dtstart == date(2025, 11, 1)


def test_members_only_leaves_no_trace(tmp_path: Path) -> None:
    secret = {
        "x": gathering("2026-12-10", "series: {number: 1, of: 2}", title="Open avond"),
        "y": gathering("2026-12-11", "series: {number: 2, of: 2}\naudience: members", title="Geheim"),
        "z": gathering("2026-12-12", "status: draft", title="Klad"),
    }
    public = calendars(tmp_path, secret)
    assert "bijeenkomsten/y/y.ics" not in public and "Geheim" not in "".join(public.values())
    assert not only(public["kalender/kalender.ics"]).related_to
    members = calendars(tmp_path, secret, edition=EditionName.MEMBERS)
    assert [event.summary for event in read(members["netwerken/a/kalender.ics"]).events] == ["Open avond", "Geheim"]


def test_a_site_without_an_address_still_has_calendars(tmp_path: Path) -> None:
    write_commons(tmp_path)
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8").replace("site_url: https://proef.example/\n", "")
    files = {**NETWORKS, "mkdocs.yml": settings, "commons/gatherings/x.md": gathering("2026-12-10")}
    write_commons(tmp_path, files)
    texts, _ = stage(
        select(load(tmp_path, read_settings(tmp_path), today=TODAY), EditionName.PUBLIC, History(), ()), tmp_path
    )
    assert only(texts["kalender/kalender.ics"]).url is None
    assert "webcal" not in texts["bijeenkomsten/index.md"]
