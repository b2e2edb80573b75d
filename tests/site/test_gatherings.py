"""The pages of gatherings: the list, the months, a gathering's own page, decisions; as what a reader gets."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from gemeengoed.edition import EditionName, select
from gemeengoed.load import load
from gemeengoed.revisions import History
from gemeengoed.settings import read_settings
from gemeengoed.stage.tree import stage
from sites import text_of, with_class

from commons import SETTINGS, Files, page, write_commons

TODAY = date(2026, 11, 22)
INITIATIVE = "network: networks/a\npromotor: vzw-b\nmotivation: Daarom.\nphase: running"
BASE = {
    "networks/a": page("type: locon", title="De Stek"),
    "initiatives/tuin": page(INITIATIVE, title="De tuin"),
}
SMALL = SETTINGS.replace(
    "  - gemeengoed:\n      language: nl\n", "  - gemeengoed:\n      language: nl\n      limits: {listing_page: 2}\n"
)


def gathering(start: str, more: str = "", title: str = "Een avond") -> str:
    return page(f"network: networks/a\nstart: {start}\n{more}".rstrip(), title=title)


class Staged(dict[str, str]):
    """The staged texts of a commons, read as pages."""

    def html(self, path: str) -> Any:
        front = yaml.safe_load(self[path].split("---\n")[1])["gemeengoed"]
        parts = "".join(front.get(part, "") for part in ("head", "header", "aside", "footer"))
        return html5lib.parse(parts, namespaceHTMLElements=False)

    def text(self, path: str) -> str:
        return text_of(self.html(path))


def staged(
    root: Path, files: dict[str, str], settings: str = SETTINGS, edition: EditionName = EditionName.PUBLIC
) -> Staged:
    written: Files = {f"commons/{name}.md": text for name, text in {**BASE, **files}.items()}
    write_commons(root, {"mkdocs.yml": settings, **written})
    commons = load(root, read_settings(root), today=TODAY)
    return Staged(stage(select(commons, edition, History(), ()), root)[0])


MONTH = {
    "gatherings/avond": gathering("2026-12-10T19:00", title="Avond"),
    "gatherings/middag": gathering("2026-12-10T14:00", "cancelled: Ziek.", title="Middag"),
    "gatherings/dagen": gathering("2026-12-31", "end: 2027-01-01", title="Twee dagen"),
    "gatherings/ooit": gathering("2026-12", title="Ergens in december"),
    "gatherings/lang": gathering("2020-02-29", title="Schrikkeldag"),
}


def test_a_month_is_a_table_of_weeks(tmp_path: Path) -> None:
    table = next(staged(tmp_path, MONTH).html("kalender/2026-12/index.md").iter("table"))
    assert text_of(next(table.iter("caption"))) == "december 2026 3 bijeenkomsten"
    assert [cell.get("scope") for cell in table.iter("th")] == ["col"] * 7
    assert [cell[0].get("title") for cell in table.iter("th")][::6] == ["maandag", "zondag"]
    rows = [[text_of(cell) for cell in row.iter("td")] for row in list(table.iter("tr"))[1:]]
    assert {len(row) for row in rows} == {7}
    assert rows[0][:2] == ["", "dinsdag 1 december"]
    assert rows[1][3] == "donderdag 10 december 14:00 Afgelast: Middag19:00 Avond"
    assert rows[4][3] == "donderdag 31 december Twee dagen"
    assert "Ergens" not in text_of(table)


def test_only_months_in_which_something_is_and_this_one_have_a_page(tmp_path: Path) -> None:
    texts = staged(tmp_path, MONTH)
    months = sorted(path for path in texts if path.startswith("kalender/2"))
    assert months == [f"kalender/{month}/index.md" for month in ("2020-02", "2026-11", "2026-12", "2027-01")]
    links = {link.get("rel"): link.get("href") for link in texts.html(months[2]).iter("a") if link.get("rel")}
    assert links == {"prev": "../2026-11/", "next": "../2027-01/"}
    assert [link.get("href") for link in with_class(texts.html("kalender/index.md"), "gg-years")[0].iter("a")] == [
        "2027-01/",
        "2026-12/",
        "2020-02/",
    ]


def test_an_empty_month_invites_and_says_what_comes(tmp_path: Path) -> None:
    text = staged(tmp_path, MONTH).text("kalender/index.md")
    assert "november 2026 0 bijeenkomsten" in text and "Kondig het aan" in text
    assert "De volgende bijeenkomst" in text and "Middag" in text
    assert "De volgende bijeenkomst" not in staged(tmp_path / "leeg", {}).text("kalender/index.md")


def test_the_list_comes_in_parts_and_misses_nothing(tmp_path: Path) -> None:
    texts = staged(tmp_path, MONTH, SMALL)
    parts = ["bijeenkomsten/index.md", "bijeenkomsten/p_2/index.md", "bijeenkomsten/p_3/index.md"]
    shown = [[text_of(part) for part in texts.html(path).iter() if part.tag in ("h2", "h3")] for path in parts]
    assert [[text for text in found if text != "Per netwerk"] for found in shown] == [
        ["Komt eraan", "Middag", "Avond"],
        ["Komt eraan", "Twee dagen", "Ergens in december"],
        ["Voorbij", "Schrikkeldag"],
    ]
    assert "december 2026 (datum nog niet bepaald)" in texts.text(parts[1])


def test_the_home_page_has_the_three_that_come_next(tmp_path: Path) -> None:
    texts = staged(tmp_path, {**MONTH, "gatherings/laat": gathering("2027-03-01", title="Later")})
    cards = [text_of(card) for card in with_class(texts.html("index.md"), "gg-when")]
    assert cards == [
        "donderdag 10 december 2026, 14:00",
        "donderdag 10 december 2026, 19:00",
        "donderdag 31 december 2026 tot en met vrijdag 1 januari 2027",
    ]
    assert not with_class(staged(tmp_path / "leeg", {}).html("index.md"), "gg-when")


def test_what_is_over_offers_no_button(tmp_path: Path) -> None:
    texts = staged(tmp_path, MONTH)
    assert with_class(texts.html("bijeenkomsten/avond.md"), "gg-button")
    assert not with_class(texts.html("bijeenkomsten/lang.md"), "gg-button")


def test_an_empty_list_invites(tmp_path: Path) -> None:
    text = staged(tmp_path, {}).text("bijeenkomsten/index.md")
    assert "Hier is nog niets gepland" in text and "Voorbij" not in text


@pytest.mark.parametrize(("start", "end", "said"), [
    ("2026-12-10T19:00", "2026-12-10T21:30", "donderdag 10 december 2026, van 19:00 tot 21:30"),
    ("2026-12-10T19:00", "", "donderdag 10 december 2026, 19:00"),
    ("2026-12-10", "", "donderdag 10 december 2026"),
    ("2026-12-10", "2026-12-10T17:00", "donderdag 10 december 2026, tot 17:00"),
    ("2026-12-10", "2026-12-11", "donderdag 10 december 2026 tot en met vrijdag 11 december 2026"),
    ("2027-Q1", "", "1e kwartaal 2027 (datum nog niet bepaald)"),
    ("2017-Q1", "", "1e kwartaal 2017 (dag niet bekend)"),
])  # fmt: skip
def test_when_as_exactly_as_it_is_known(tmp_path: Path, start: str, end: str, said: str) -> None:
    texts = staged(tmp_path, {"gatherings/x": gathering(start, end and f"end: {end}")})
    lead = with_class(texts.html("bijeenkomsten/x.md"), "gg-meet")[0]
    assert text_of(with_class(lead, "gg-when")[0]) == said
    assert ("x.ics" in [link.get("href") for link in lead.iter("a")]) is ("(" not in said)


@pytest.mark.parametrize(("start", "end", "expected"), [
    ("2026-12-10T19:00", "2026-12-11", ("2026-12-10T19:00:00+01:00", "2026-12-11")),
    ("2026-07-10T19:00", "", ("2026-07-10T19:00:00+02:00", None)),
    ("2026-12", "2027", (None, None)),
    ("0001-01-01T00:00", "9999-12-31T23:59", (None, None)),
])  # fmt: skip
def test_machines_are_told_when_it_is(
    tmp_path: Path, start: str, end: str, expected: tuple[str | None, str | None]
) -> None:
    texts = staged(tmp_path, {"gatherings/x": gathering(start, end and f"end: {end}")})
    (script,) = texts.html("bijeenkomsten/x.md").iter("script")
    events = [node for node in json.loads(script.text)["@graph"] if node["@type"] == "Event"]
    assert [(event["startDate"], event.get("endDate")) for event in events] == ([expected] if expected[0] else [])
    assert all(event["eventStatus"].endswith("EventScheduled") for event in events)


def test_a_series_shows_its_place_and_the_others(tmp_path: Path) -> None:
    files = {
        f"gatherings/{name}": gathering(f"2026-1{number}-05", f"series: {{number: {number}, of: 3}}", f"Deel {name}")
        for name, number in (("x", 1), ("y", 2))
    }
    nav = with_class(staged(tmp_path, files).html("bijeenkomsten/y.md"), "gg-series")[0]
    assert text_of(next(nav.iter("p"))) == "In een reeks: 2 van 3"
    assert [(item.get("value"), item[0].get("href"), item[0].get("aria-current")) for item in nav.iter("li")] == [
        ("1", "../x/", None),
        ("2", None, "page"),
    ]


def test_a_cancelled_one_says_so_before_all_else(tmp_path: Path) -> None:
    html = staged(tmp_path, MONTH).html("bijeenkomsten/middag.md")
    assert text_of(with_class(html, "gg-notice")[0]) == "Afgelast. Ziek."


DECIDED = {
    "gatherings/x": gathering("2026-10-08", "decisions: [{text: We beginnen., about: initiatives/tuin}]", "Oktober"),
    "gatherings/y": gathering(
        "2026-11-12",
        "decisions: [{text: Eerst dit.}, {text: We gaan door., about: initiatives/tuin}]\n"
        "attended_by: [{organisation: vzw-b, count: 3}, {organisation: gemeente-a, count: 2}]",
        "November",
    ),
}


def test_decisions_stand_with_the_network_and_with_what_they_touch(tmp_path: Path) -> None:
    texts = staged(tmp_path, DECIDED)
    of_network = texts.text("beslissingen/a/index.md")
    assert [of_network.index(word) for word in ("Eerst dit.", "We gaan door.", "We beginnen.")] == sorted(
        of_network.index(word) for word in ("Eerst dit.", "We gaan door.", "We beginnen.")
    )
    assert "../../beslissingen/a/" in [link.get("href") for link in texts.html("netwerken/a.md").iter("a")]
    about = with_class(texts.html("initiatieven/tuin.md"), "gg-decisions")[0]
    assert [text_of(entry) for entry in about.iter("li")] == [
        "We gaan door. November, donderdag 12 november 2026",
        "We beginnen. Oktober, donderdag 8 oktober 2026",
    ]
    link = next(about.iter("a")).get("href")
    assert link == "../../bijeenkomsten/y/#gg-decision-2"
    own = texts.html("bijeenkomsten/y.md")
    assert [text_of(entry) for entry in own.iter("li") if entry.get("id") == "gg-decision-2"] == [
        "We gaan door. Gaat over: De tuin"
    ]
    assert "2 organisaties, 5 mensen" in text_of(own)


def test_no_decision_yet_invites(tmp_path: Path) -> None:
    texts = staged(tmp_path, {})
    assert "Hier staat nog geen beslissing." in texts.text("beslissingen/index.md")
    assert not [path for path in texts if path.startswith("beslissingen/") and path.count("/") > 1]


@pytest.mark.parametrize(("more", "said"), [
    ("type: challenge\nteams: [{organisation: vzw-b, people: 4, takes_home: Een kring.}]",
     "Vzw B 4 mensen Neemt mee: Een kring."),
    ("type: intervision\ncase: {question: Hoe dan?, learned: Zo.}", "Hoe dan? Wat anderen ervan kunnen leren Zo."),
    ("type: visit\nvisits: [methods/intervisie]", "Wat de groep gaat bekijken Intervisie"),
    ("type: neighbourhood-talk", "Er hoeft niets beslist te worden."),
])  # fmt: skip
def test_each_type_shows_what_it_has_of_its_own(tmp_path: Path, more: str, said: str) -> None:
    assert said in staged(tmp_path, {"gatherings/x": gathering("2026-12-10", more)}).text("bijeenkomsten/x.md")


def test_members_only_leaves_no_trace(tmp_path: Path) -> None:
    secret = "series: {number: 1, of: 2}\naudience: members\ndecisions: [{text: Sst., about: initiatives/tuin}]"
    files = {
        "gatherings/x": gathering("2026-12-10", secret, "Geheim"),
        "gatherings/y": gathering("2027-01-14", "series: {number: 2, of: 2}", "Open"),
        "gatherings/z": gathering("2026-11-01", "next: gatherings/x", "Ervoor"),
    }
    public = staged(tmp_path, files)
    assert [path for path, text in public.items() if "Geheim" in text or "Sst." in text or "2026-12" in path] == []
    members = staged(tmp_path, files, edition=EditionName.MEMBERS)
    assert "Sst." in members["initiatieven/tuin.md"] and "kalender/2026-12/index.md" in members


def test_networks_and_themes_say_how_to_subscribe(tmp_path: Path) -> None:
    texts = staged(tmp_path, MONTH)
    for path, address in (
        ("netwerken/a.md", "proef.example/netwerken/a/kalender.ics"),
        ("themas/participatie/index.md", "proef.example/themas/participatie/kalender.ics"),
        ("kalender/index.md", "proef.example/kalender/kalender.ics"),
        ("bijeenkomsten/index.md", "proef.example/kalender/kalender.ics"),
    ):
        links = [link.get("href") for link in with_class(texts.html(path), "gg-subscribe")[0].iter("a")]
        assert links[0] == f"webcal://{address}"
        assert address.partition("/")[2] in texts, address
