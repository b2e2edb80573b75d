"""Colophon, contact, data, privacy and accessibility: what they say is so."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.export.collect import Collected
from gemeengoed.licences import is_known
from gemeengoed.render import Engine
from gemeengoed.revisions import History
from gemeengoed.shipped import SHIPPED
from gemeengoed.stage.site import Site
from gemeengoed.stage.tree import stage
from sites import REPOSITORY, bytes_of, parse, render_unchecked, text_of

from commons import CONTRIBUTORS, ORGANISATIONS, load_commons, page, write_commons

SCRIPTS = REPOSITORY / "overrides/assets/gemeengoed"
PRIVACY = (REPOSITORY / "docs/privacy.md").read_text()


@pytest.fixture(scope="module")
def site(own_site) -> Path:
    return own_site("mkdocs")


def main_of(page: Path) -> Element:
    return next(element for element in parse(page).iter() if element.get("id") == "gg-main")


def test_every_file_that_is_shipped_is_accounted_for(site):
    patterns = [pattern for part in SHIPPED for pattern in part.files]
    assets = [path for path in bytes_of(site) if path.startswith(("assets/", "pagefind/"))]
    assert assets and [path for path in assets if not any(fnmatch(path, pattern) for pattern in patterns)] == []
    assert [pattern for pattern in patterns if not any(fnmatch(path, pattern) for path in assets)] == []


def test_the_colophon_names_every_licence(site):
    text = text_of(main_of(site / "colofon/index.html"))
    for part in SHIPPED:
        assert is_known(part.terms), part.name
        assert part.name in text and part.terms in text
        assert not part.package or part.version in text


def test_icons_are_of_the_set_that_the_colophon_names():
    """The theme brings others along, under other licences."""
    sources = [*(REPOSITORY / "overrides").rglob("*.html"), *(REPOSITORY / "tooling/gemeengoed/stage").rglob("*.jinja")]
    used = {
        name for file in sources for name in re.findall(r"icon\(['\"]([a-z]+)/|\.icons/([a-z]+)/", file.read_text())
    }
    assert {name for pair in used for name in pair if name} == {"material"}


def test_the_data_page_leads_to_files_that_are_there(site):
    links = [link.get("href", "") for link in main_of(site / "gegevens/index.html").iter("a")]
    local = [link for link in links if not link.startswith("http")]
    assert "../api/v1/openapi.json" in local and len(local) > 20
    for link in local:
        target = (site / "gegevens" / link).resolve()
        assert target.is_file() or (target / "index.html").is_file(), link


def test_no_page_shows_an_address_that_a_harvester_reads(site):
    for name in ("contact", "colofon", "gegevens", "privacy", "toegankelijkheid"):
        text = (site / name / "index.html").read_text()
        assert "mailto:" not in text and not re.search(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", text), name


NETWORK = "type: community\nroles: {coordinator: [an, stil, vzw-b]}\ncontact: Kom langs op dinsdag, of vraag het Vzw B."
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}")
PEOPLE = "an:\n  name: An Peeters\n  consent: {on: 2026-01-01, scope: [name]}\nstil:\n  name: Stil Zwijger\n"


def test_the_contact_page_says_whom_to_ask(tmp_path):
    files = {
        "contributors.yaml": CONTRIBUTORS + PEOPLE,
        "commons/organisations.yaml": ORGANISATIONS.replace(
            "  type: mun", "  website: https://a.example/\n  type: mun"
        ),
        "commons/networks/kring.md": page(NETWORK, title="De kring"),
        "commons/networks/oud.md": page(
            "type: community\npart_of: networks/kring\nperiod: '2010'\norganisations: [vzw-b]"
        ),
        "commons/networks/body.md": page("type: community\norganisations: [gemeente-a]", title="Van een gemeente"),
        "commons/networks/web.md": page("type: community\ncontact: https://web.example/", title="Met pagina"),
        "commons/tips/een.md": page("steward: vzw-b", title="Een"),
        "commons/tips/twee.md": page("steward: vzw-b", title="Twee"),
        "commons/tips/drie.md": page("steward: an", title="Drie"),
    }
    root = write_commons(tmp_path, files)
    page_of = main_of(render_unchecked(root, root / "site", Engine.MKDOCS) / "contact/index.html")
    text = text_of(page_of)
    rows = {text_of(row.find("dt")): row.find("dd") for row in page_of.iter("div") if row.find("dt") is not None}
    kring = rows["De kring"]
    assert text_of(kring).startswith("An Peeters. Kom langs op dinsdag, of vraag het Vzw B. Stel een vraag")
    links = {text_of(link): link.get("href", "") for link in kring.iter("a")}
    assert links["Vzw B"] == "../organisaties/vzw-b/"
    assert links["Stel een vraag: De kring"] == "../bijdragen/vraag/?networks=networks%2Fkring+De+kring"
    assert text_of(rows["Van een gemeente"]).startswith("Gemeente A (website Gemeente A). Stel een vraag")
    assert text_of(rows["Participatie"]).startswith(
        "Vzw B, An Peeters. Netwerken die eraan werken: De kring, Met pagina, Van"
    )
    assert "Zwijger" not in text and "Een pagina" not in rows
    assert "https://web.example/" in [link.get("href") for link in page_of.iter("a")]


def test_the_contact_page_does_not_grow_with_the_networks(tmp_path, monkeypatch):
    monkeypatch.setattr("gemeengoed.stage.service.contact.MOST_NETWORKS", 2)
    body = "type: community\ncontact: Vraag het ons."
    root = write_commons(tmp_path, {f"commons/networks/n{at}.md": page(body, title=f"Kring {at}") for at in range(4)})
    page_of = main_of(render_unchecked(root, root / "site", Engine.MKDOCS) / "contact/index.html")
    about = [text_of(row.find("dt")) for row in page_of.iter("div") if row.find("dt") is not None]
    assert [name for name in about if name.startswith("Kring")] == ["Kring 0", "Kring 1"]
    assert {text_of(link): link.get("href") for link in page_of.iter("a")}["Alle netwerken"] == "../netwerken/"


def test_no_file_for_everybody_holds_an_address_that_a_harvester_reads(tmp_path):
    """Also where a maintainer allowed it, or switched off the check that keeps it out."""
    address, files = "vraag.het@kring-proef.be", {}
    files["commons/networks/kring.md"] = page(
        f"type: community\ncontact: {address}\nrhythm: mail {address}",
        f"Mail [ons](mailto:{address}?subject=x) of <{address}>, {address}.\n\n![a](a@2x.png) [x](https://u@x.example/)\n",
        "De kring",
    )
    for kind, more in (("public", ""), ("members", "audience: members\n")):
        root = write_commons(tmp_path / kind, {**files, "commons/tips/een.md": page(more, f"Zie {address}.")})
        edition = select(load_commons(root), EditionName(kind), History(), ())
        told = {path: text for path, text in stage(edition, root)[0].items() if ADDRESS.search(text)}
        exported = json.dumps([*Collected(Site(edition)).everything()])
        if kind == "members":
            assert told and address in exported
            continue
        found = {found for text in told.values() for found in ADDRESS.findall(text)}
        assert {one for one in found if not one.endswith((".png", ".example"))} == set()
        network = stage(edition, root)[0]["netwerken/kring.md"]
        assert "a@2x.png" in network and "https://u@x.example/" in network
        assert "Mail ons (vraag.het [at] kring-proef.be) of vraag.het [at] kring-proef.be, vraag" in network
        assert "@" not in exported.replace("a@2x", "").replace("u@x", "")


def kept_in_the_browser() -> set[str]:
    """The names under which our scripts keep something, as far as they are fixed."""
    found: set[str] = set()
    for file in SCRIPTS.glob("*.js"):
        text = file.read_text()
        found |= {f"gemeengoed:…:{name}" for name in re.findall(r"keeper\([`\"']([a-z]+):", text)}
        found |= {f"gg-{name}" for name in re.findall(r"\bkeep\(\"([a-z]+)\"", text)}
    return found


def test_the_privacy_page_names_all_that_is_kept_in_the_browser(site):
    """By what our scripts ask for; the theme's own program keeps more, and no page loads it."""
    told = set(re.findall(r"^\| `([^`]+)`", PRIVACY, re.MULTILINE))
    assert told == kept_in_the_browser() and len(told) > 4
    for path in site.rglob("*.html"):
        assert [script for script in parse(path).iter("script") if "javascripts/" in script.get("src", "")] == [], path


def test_nothing_is_kept_in_another_way():
    """No cookie, no database, and storage only in the modules for it; the editor's is not on a page for readers."""
    for file in SCRIPTS.glob("*.js"):
        for word in ("document.cookie", "cookieStore", "indexedDB", "openDatabase", "sendBeacon", "caches."):
            assert word not in file.read_text(), (file.name, word)
    ways = {file.name for file in SCRIPTS.glob("*.js") if re.search("localStorage|sessionStorage", file.read_text())}
    assert ways == {"before.js", "choices.js", "editor-before.js", "sheet.js"}


def test_the_accessibility_statement_has_the_parts_of_the_model():
    """Those of the model statement (Commission Implementing Decision (EU) 2018/1523, annex), in its order."""
    text = (REPOSITORY / "docs/toegankelijkheid.md").read_text()
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        "Nalevingsstatus",
        "Niet-toegankelijke inhoud",
        "Opstelling van deze verklaring",
        "Feedback en contactgegevens",
        "Handhavingsprocedure",
    ]
    assert re.search(r"opgesteld op \d{1,2} \w+ 20\d\d", text) and "Vlaamse Ombudsdienst" in text
