"""The boards and pages of questions, networks and initiatives, as they are staged."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.revisions import History
from gemeengoed.stage.tree import stage
from sites import text_of, with_class

from commons import ORGANISATIONS, SETTINGS, VOCABULARY, load_commons, page, write_commons

TODAY = date(2026, 11, 22)
SMALL = SETTINGS.replace("      language: nl\n", "      language: nl\n      limits: {listing_page: 3}\n")
INITIATIVE = "network: networks/kring\npromotor: vzw-b\nmotivation: Omdat het moet.\n"


def question(extra: str, title: str) -> str:
    return page(f"networks: [networks/kring]\n{extra}", title=title)


FILES = {
    "mkdocs.yml": SMALL,
    "commons/organisations.yaml": f"{ORGANISATIONS}dorp: {{name: Het Dorp, type: municipality, regions: [oost]}}\n",
    "commons/vocabulary.yaml": f"{VOCABULARY}  oost:\n    label: {{nl: Oost, en: East}}\n    broader: vlaanderen\n",
    "commons/questions/jong.md": question("state: open\nasked_on: 2026-11-20", "Jonge vraag"),
    "commons/questions/oud.md": question("state: open\nasked_on: 2026-08-10\nasked_by: vzw-b", "Oude vraag"),
    "commons/questions/gat.md": question("state: gap\nexpert_wanted: Een rekenmeester", "Wat kost het?"),
    "commons/questions/dicht.md": question("state: answered\nclosed_by: methods/intervisie", "Gesloten gat"),
    "commons/answers/half.md": page("question: questions/oud\nby: redactie\non: 2026-09-01"),
    "commons/networks/kring.md": page(
        "type: knowledge-circle\nregions: [vlaanderen]\nmembers: [vzw-b]\nroles: {manager: [vzw-b]}\ncycles:\n"
        "  - {period: 2026-Q4, title: Nu dit, theme: participatie}\n  - {period: 2026-Q3, title: Toen dat}",
        title="De kring",
    ),
    "commons/networks/binnen.md": page(
        "type: community\npart_of: networks/kring\ninternal_to: gemeente-a", title="Onder ons"
    ),
    "commons/networks/jaargang.md": page(
        "type: knowledge-circle\npart_of: networks/kring\nperiod: 2019", title="Jaargang 2019"
    ),
    "commons/gatherings/straks.md": page("network: networks/kring\nstart: 2027", title="Straks"),
    "commons/gatherings/toen.md": page("network: networks/kring\nstart: 2019-Q2\nplace: Gent", title="Toen"),
    **{
        f"commons/practices/p{number}.md": page("networks: [networks/kring]", title=f"Praktijk {number}")
        for number in range(6)
    },
    "commons/initiatives/loopt.md": page(
        f"{INITIATIVE}phase: running\nstart: 2026-01\nopen_roles: [Een penningmeester, Iemand met een zaal]\n"
        "engagements:\n  - {party: vzw-b, offers: De zaal, limit: {money: Geen, time: Eén avond}}\n"
        "evaluations:\n  - {on: 2026-06, finding: Het groeit.}\nnext_evaluation: 2026-10",
        title="Het loopt",
    ),
    "commons/initiatives/stil.md": page(f"{INITIATIVE}phase: running\nas_of: 2017-01-20", title="Stil gevallen"),
    "commons/initiatives/over.md": page(
        f"{INITIATIVE}phase: handed-over\nopen_roles: [Niemand meer]\nhandover: {{to: De buurt, on: 2026-02}}",
        title="Overgedragen",
    ),
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = write_commons(tmp_path_factory.mktemp("borden"), FILES)
    commons = replace(load_commons(root), today=TODAY)
    return stage(select(commons, EditionName.PUBLIC, History(), ()), root)[0]


def part(texts: dict[str, str], path: str, name: str = "header") -> Element:
    line = next(line for line in texts[path].splitlines() if line.startswith("gemeengoed: "))
    parsed: Any = html5lib.parse(json.loads(line.removeprefix("gemeengoed: "))[name], namespaceHTMLElements=False)
    return parsed


def cards(element: Element) -> list[str]:
    return [text_of(card) for card in with_class(element, "gg-card__title")]


def under(element: Element, heading: str) -> str:
    """The words of the section under a heading."""
    for section in element.iter("section"):
        if text_of(section.find("h2")).startswith(heading):
            return text_of(section)
    return ""


def test_the_board_has_who_waits_longest_first_then_the_gaps(texts):
    first = part(texts, "vragen/index.md")
    assert cards(first) == ["Oude vraag", "Jonge vraag", "Wat kost het?"]
    words = text_of(first)
    assert "wacht al 3 maanden 1 antwoord gevraagd door Vzw B, 10 augustus 2026" in words
    assert "wacht al 2 dagen" in words
    assert "Expert gezocht: Een rekenmeester" in words
    second = part(texts, "vragen/p_2/index.md")
    assert cards(second) == ["Gesloten gat"]
    assert "Gevuld door: Intervisie" in text_of(second)


def test_the_board_leads_to_each_state_theme_and_network(texts):
    links = {text_of(link): link.get("href") for link in part(texts, "vragen/index.md").iter("a")}
    assert links["Open 2"] == "./#open"
    assert links["Kennishiaat 1"] == "./#gap"
    assert links["Beantwoord 1"] == "p_2/#answered"
    assert links["Participatie 4"] == "../themas/participatie/vragen/"
    assert links["De kring 4"] == "../netwerken/kring/vragen/"


@pytest.mark.parametrize("path", ["themas/participatie/vragen", "netwerken/kring/vragen"])
def test_a_theme_and_a_network_have_a_board_of_their_own(texts, path):
    assert cards(part(texts, f"{path}/index.md")) == ["Oude vraag", "Jonge vraag", "Wat kost het?"]
    assert cards(part(texts, f"{path}/p_2/index.md")) == ["Gesloten gat"]


def test_no_board_where_nothing_is_asked(texts):
    boards = {path for path in texts if "/vragen/index.md" in path}
    assert boards == {"themas/participatie/vragen/index.md", "netwerken/kring/vragen/index.md"}


def test_a_question_says_how_it_stands_and_what_would_help(texts):
    top = text_of(with_class(part(texts, "vragen/oud.md"), "gg-status")[0])
    assert top == "Open Wacht al 3 maanden op een antwoord. Gevraagd door Vzw B, 10 augustus 2026."
    help = under(part(texts, "vragen/gat.md", "footer"), "Wat zou helpen")
    assert "Ken je iemand? Ik ken iemand" in help


def test_what_closed_a_gap_and_the_gap_lead_to_each_other(texts):
    closed = with_class(part(texts, "vragen/dicht.md"), "gg-status")[0]
    assert "../../methoden/intervisie/" in [link.get("href") for link in closed.iter("a")]
    notice = with_class(part(texts, "methoden/intervisie.md"), "gg-notice")[0]
    assert text_of(notice) == "Dit vulde een kennishiaat: Gesloten gat"


def test_networks_stand_as_a_tree(texts):
    tree = with_class(part(texts, "netwerken/index.md"), "gg-tree")
    assert len(tree) == 2
    assert text_of(tree[1]) == "Jaargang 2019 Kenniskring Onder ons interne gemeenschap van Gemeente A"
    assert text_of(tree[0]).startswith("De kring Kenniskring, 15 pagina’s Jaargang 2019")


def test_the_page_of_a_network(texts):
    footer = part(texts, "netwerken/kring.md", "footer")
    roles = under(footer, "Wie doet wat")
    assert "Manager Geeft middelen en steun. Vzw B" in roles
    assert roles.count("Iets voor jou?") == 3
    assert under(footer, "Wat in dit netwerk zit").endswith("interne gemeenschap van Gemeente A")
    assert (
        under(footer, "Cycli")
        == "Cycli en hun thema’s 3e kwartaal 2026 Toen dat 4e kwartaal 2026 Nu Nu dit Participatie"
    )
    assert [text_of(now) for now in with_class(footer, "gg-now")] == ["4e kwartaal 2026 Nu Nu dit Participatie"]
    assert "2 gemeenten in Vlaanderen Gemeente A, Het Dorp" in text_of(footer)
    gatherings = under(footer, "Bijeenkomsten")
    assert gatherings.startswith("Bijeenkomsten Komt eraan 1 2027 (datum nog niet bepaald) Straks")
    assert "Voorbij 1 2e kwartaal 2019 (dag niet bekend) Toen" in gatherings and gatherings.endswith("Gent")
    assert under(footer, "Vragen").startswith("Vragen 4 Oude vraag")


def test_a_cohort_that_is_past_invites_nobody(texts):
    footer = part(texts, "netwerken/jaargang.md", "footer")
    assert "Iets voor jou?" not in text_of(footer)
    assert not under(footer, "Bijeenkomsten")


def test_a_network_shows_the_newest_few_and_leads_to_all(texts):
    footer = part(texts, "netwerken/kring.md", "footer")
    assert "Bekijk alles (6)" in under(footer, "Praktijken 6")
    assert under(footer, "Praktijken 6").count("Praktijk ") == 4
    listed = [
        title for path in ("", "p_2/") for title in cards(part(texts, f"netwerken/kring/praktijken/{path}index.md"))
    ]
    assert listed == [f"Praktijk {number}" for number in range(6)]
    assert "netwerken/kring/bijeenkomsten/index.md" not in texts


def test_a_nested_network_says_of_what_it_is_part(texts):
    top = text_of(with_class(part(texts, "netwerken/binnen.md"), "gg-status")[0])
    assert top == "Interne gemeenschap van Gemeente A. Deel van De kring."


def test_the_board_of_initiatives_does_not_say_that_it_runs_what_nobody_speaks_of(texts):
    board = part(texts, "initiatieven/index.md")
    assert under(board, "Loopt").startswith("Loopt Het loopt")
    assert "Stil gevallen" not in under(board, "Loopt")
    quiet = under(board, "Niet meer bijgewerkt")
    assert "Stil gevallen" in quiet
    assert "toen: Loopt niet meer bijgewerkt sinds 20 januari 2017" in quiet
    assert "evaluatie te laat sinds oktober 2026 zoekt 2 mensen" in under(board, "Loopt")


def test_the_page_of_an_initiative(texts):
    top = text_of(with_class(part(texts, "initiatieven/loopt.md"), "gg-status")[0])
    assert "Loopt Voor zover bekend: juni 2026. evaluatie te laat sinds oktober 2026" in top
    footer = part(texts, "initiatieven/loopt.md", "footer")
    rows = [[text_of(cell) for cell in row] for row in footer.iter("tr")]
    assert rows == [
        ["Partij", "Biedt", "Grens: Geld", "Grens: Tijd", "Grens: Energie"],
        ["Vzw B", "De zaal", "Geen", "Eén avond", "niet genoemd"],
    ]
    line = [text_of(entry) for entry in with_class(footer, "gg-timeline")[0]]
    assert line == ["januari 2026 Begin", "juni 2026 Het groeit.", "oktober 2026 te laat Volgende evaluatie"]
    ended = part(texts, "initiatieven/over.md", "footer")
    assert "De buurt" in under(ended, "Overdracht")
    assert under(ended, "Wie het zocht") == "Wie het zocht Niemand meer"


def test_every_open_role_stands_under_its_network(texts):
    found = part(texts, "doe-mee/index.md")
    assert text_of(with_class(found, "gg-count")[0]) == "2 open rollen"
    assert "Het loopt Een penningmeesterIemand met een zaal" in under(found, "De kring")
    assert "Niemand meer" not in text_of(found)
    board = part(texts, "initiatieven/index.md")
    assert "zoekt 1" not in under(board, "Overgedragen")
    assert "stand van februari 2026" in under(board, "Overgedragen")


def test_an_empty_commons_invites(tmp_path):
    commons = load_commons(write_commons(tmp_path))
    empty = stage(select(commons, EditionName.PUBLIC, History(), ()), tmp_path)[0]
    for path in ("vragen", "netwerken", "initiatieven", "doe-mee", "volgen"):
        assert with_class(part(empty, f"{path}/index.md"), "gg-empty"), path
