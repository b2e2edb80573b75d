"""Who looks for a method finds it by the time and the group that there is."""

from __future__ import annotations

from pathlib import Path

from sites import parse, text_of


def rows(page: Path) -> list[list[str]]:
    return [
        [text_of(cell).strip() for cell in row.iter() if cell.tag in ("th", "td")] for row in parse(page).iter("tr")
    ]


def test_the_overview_counts_methods_by_time_and_group(demo_site: Path) -> None:
    found = {row[0]: row[1:] for row in rows(demo_site / "kiezen/index.html")}
    assert found["Je hebt"] == ["1 tot 3 mensen", "4 tot 7 mensen", "8 tot 15 mensen", "16 tot 30 mensen",
                                "Meer dan 30 mensen"]  # fmt: skip
    assert found["Een kwartier"] == ["0", "1", "1", "1", "1"]
    assert found["Langer"] == ["0", "0", "0", "0", "0"]


def test_what_fits_is_listed_with_how_long_it_takes_and_for_how_many_it_is(demo_site: Path) -> None:
    listed = rows(demo_site / "kiezen/60_16-30/index.html")[1:]
    assert len(listed) == 4
    _, duration, group, _ = next(row for row in listed if row[0].startswith("Terugblik in drie kleuren"))
    assert (duration, group) == ("15 tot 20 minuten", "3 tot 40 mensen")
    assert not any(row[0].startswith("Stoepkrijtbevraging") for row in listed), "it takes up to two hours"


def test_the_list_of_methods_leads_there(demo_site: Path) -> None:
    links = {link.get("href") for link in parse(demo_site / "methoden/index.html").iter("a")}
    assert "../kiezen/" in links
