"""What only members may read leaves no trace in the public site: not a word, not a number, in no file of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from gemeengoed.checking import load_and_check
from gemeengoed.edition import EditionName
from gemeengoed.output import Output
from gemeengoed.render import Engine
from gemeengoed.settings import read_settings
from gemeengoed.staging import stage_edition
from sites import build_site, bytes_of, files_with, html_pages, parse, text_of, with_class

from commons import CONTRIBUTORS, ORGANISATIONS, VOCABULARY, page, write_commons

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

SECRET = """\
title: Zwaluwtitel van de vergadering
summary: Kievitsamenvatting voor leden.
authors: [mereljansen]
themes: [thema-gruttoland]
keywords: [wielewaalwoord]
organisations: [vzw-roerdomp]
skills: [vaardig-karekiet]
regions: [regio-scholekster]
audience: members
"""
"""Front matter for members only. Every name of a bird stands nowhere else."""

BIRDS = (
    "zwaluw", "kievit", "merel", "grutto", "wielewaal", "roerdomp", "karekiet", "scholekster", "lepelaar", "fuut",
    "aalscholver", "spreeuw", "tapuit", "boomklever", "nachtegaal", "koekoek", "blauwborst", "steltkluut",
    "houtsnip", "snor",
)  # fmt: skip

GATHERING = f"""---
{SECRET}network: networks/gewoon
start: 2026-05-01
decisions:
  - text: Besloten werd tot lepelaarwerk.
    about: methods/intervisie
media:
  - file: fuutfoto.png
    alt: Een aalscholver op een paal
---
Het verslag gaat over spreeuwen. ![tapuit](tapuitfoto.png) Zie ook de [methode](methods/intervisie).
"""

LINKS = """\
Gewone tekst met een [gewone link](gatherings/boomklever) en [nog een](../gatherings/boomklever.md "titel"),
een [verwijzing][1], een [tweede], <a href="gatherings/boomklever">html</a>,
<A HREF='../gatherings/boomklever.md'>HTML</A>,
<a href=gatherings/boomklever>zonder tekens</a> en [met anker](gatherings/boomklever#spreeuw).
Een [link met hoeken](<gatherings/boomklever>), een [op twee regels](
gatherings/boomklever) en [met haakjes](gatherings/boomklever (titel)).

> Een [derde] in een citaat.
>
> [derde]: gatherings/boomklever

- Een [vierde] in een lijst.

    [vierde]: gatherings/boomklever

[1]: gatherings/boomklever
[tweede]: ../gatherings/boomklever.md 'titel'
[vijfde]:
    gatherings/boomklever
Een [vijfde].
"""

FILES = {
    "contributors.yaml": CONTRIBUTORS
    + "mereljansen:\n  name: Merel Jansen\n  organisations: [vzw-roerdomp]\n"
    + "  consent: {on: 2026-01-01, scope: [name, organisation], licences: [CC-BY-NC-SA-4.0]}\n",
    "commons/organisations.yaml": ORGANISATIONS + "vzw-roerdomp:\n  name: Vzw Roerdomp\n  type: non-profit\n",
    "commons/vocabulary.yaml": VOCABULARY.replace(
        "skills:", "  thema-gruttoland:\n    label: {nl: Gruttoland, en: Godwits}\n    broader: participatie\nskills:"
    ).replace(
        "roles:",
        "  vaardig-karekiet:\n    label: {nl: Karekieten, en: Reeds}\n"
        "roles:\n  rol-snor:\n    label: {nl: Snor, en: Warbler}",
    )
    + "  regio-scholekster:\n    label: {nl: Scholekster, en: Oyster}\n",
    "commons/networks/gewoon.md": page("type: community"),
    "commons/gatherings/boomklever.md": GATHERING,
    "commons/gatherings/fuutfoto.png": PIXEL,
    "commons/gatherings/tapuitfoto.png": PIXEL + b"tapuit",
    "commons/practices/nachtegaal.md": f"---\n{SECRET}status: draft\n---\nEen koekoek.\n",
    "commons/answers/blauwborst.md": f"---\n{SECRET}question: questions/gevraagd\nby: mereljansen\non: 2026\n---\nJ\n",
    "commons/networks/steltkluut.md": f"---\n{SECRET}type: community\ncredits: {{rol-snor: [redactie]}}\n---\nX.\n",
    "commons/gatherings/openbaar.md": page(
        "network: networks/steltkluut\nstart: 2026-06-01\nnext: gatherings/boomklever\n"
        "agenda:\n  - topic: Wat er speelt\n    about: gatherings/boomklever\n"
        "related: [gatherings/boomklever, methods/intervisie]\nsupersedes: [practices/nachtegaal]",
        LINKS,
    ),
    "commons/networks/klein.md": page("type: community\npart_of: networks/steltkluut"),
    "commons/questions/gevraagd.md": page("accepted_answer: answers/blauwborst"),
    "commons/collections/pad.md": page(
        "parts:\n  - item: gatherings/boomklever\n    note: Hierna\n  - item: methods/intervisie"
    ),
    "commons/experiences/ervaring.md": page(
        "about: practices/nachtegaal\norganisation: vzw-b\non: 2026\nresult: worked"
    ),
    "docs/over.md": f"---\ntitle: Over\n---\n{LINKS.replace('../gatherings', '../commons/gatherings')}",
}
BROKEN = {
    "commons/tips/houtsnip.md": f"---\n{SECRET}applies_to: [\n---\nKoekoek.\n",
    "commons/tips/houtsnip-los.md": "Dit is alles, met een koekoek. audience: members\n",
    "commons/tips/houtsnip-dubbel.md": f"---\n{SECRET}audience: public\n---\nKoekoek.\n",
    "commons/tips/houtsnip-fout.md": f"---\n{SECRET.replace('members', 'member')}---\nKoekoek.\n",
    "commons/tips/houtsnip-sleutel.md": f"---\n{SECRET.replace('audience', 'audiense')}---\nKoekoek.\n",
    "commons/tips/houtsnip-latin.md": f"---\n{SECRET}---\nCafé en koekoek.\n".encode("latin-1"),
    "commons/tips/houtsnip-link.md": page(body="![houtsnip](houtsnip.png)").replace(
        "themes:", "audience: [members]\nthemes:"
    ),
    "commons/tips/houtsnip.png": PIXEL,
    "commons/tips/kapot.md": page("applies_to: ["),
    "commons/tips/kaal.md": "Geen woord vooraf.\n",
    "commons/tips/ongeldig.md": page("kleur: rood"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_commons(tmp_path_factory.mktemp("leden"), {**FILES, **BROKEN})


@pytest.fixture(scope="module", params=list(Engine))
def public(root: Path, request: pytest.FixtureRequest) -> Path:
    site = root / f"public-{request.param}"
    build_site(root, site, engine=request.param, keep_going=True)
    return site


@pytest.fixture(scope="module")
def members(root: Path) -> Path:
    build_site(root, root / "members", edition=EditionName.MEMBERS, keep_going=True)
    return root / "members"


def fates(site: Path) -> dict[str, str]:
    return {file["path"]: file["fate"] for file in json.loads((site / "manifest.json").read_text())["files"]}


@pytest.mark.parametrize("bird", BIRDS)
def test_no_word_of_it_in_any_file(public, bird):
    assert files_with(public, bird) == []


@pytest.mark.parametrize("bird", [bird for bird in BIRDS if bird not in ("koekoek", "nachtegaal", "houtsnip")])
def test_members_do_get_it(members, bird):
    assert files_with(members, bird)


def test_a_search_for_a_word_can_find_it(members):
    """What proves that compressed files are looked into: the index is where the words of pages are."""
    assert any(path.startswith("pagefind/") for path in files_with(members, "spreeuwen"))


def test_listings_count_what_is_shown_only(public):
    for path in html_pages(public):
        listing = parse(public / path)
        cards = len(with_class(listing, "gg-card"))
        count = with_class(listing, "gg-count")
        if cards and count and "pagina" in text_of(count[0]):
            assert re.findall(r"\d+", text_of(count[0])) == [str(cards)], path


def test_public_manifest_holds_no_more_than_it_may(public, root):
    assert fates(public) == {
        "commons/collections/pad.md": "published",
        "commons/experiences/ervaring.md": "published",
        "commons/gatherings/openbaar.md": "published",
        "commons/methods/intervisie.md": "published",
        "commons/networks/gewoon.md": "published",
        "commons/networks/klein.md": "published",
        "commons/organisations.yaml": "register",
        "commons/questions/gevraagd.md": "published",
        "commons/tips/kaal.md": "rejected",
        "commons/tips/kapot.md": "rejected",
        "commons/tips/ongeldig.md": "rejected",
        "commons/vocabulary.yaml": "register",
    }


def test_every_file_is_in_the_manifest_or_withheld(root):
    settings = read_settings(root)
    loaded, problems = load_and_check(root, settings)
    edition = stage_edition(root, loaded, EditionName.PUBLIC, problems, Output(root / "tree"))
    told = [outcome.path for outcome in (*edition.outcomes, *edition.withheld)]
    assert sorted(told) == [path for path in sorted(f"commons/{path}" for path in bytes_of(root / "commons"))]
    assert {outcome.path for outcome in edition.withheld} == {
        *(path for path in told if any(bird in path for bird in BIRDS)),
    }


def test_members_manifest_holds_every_file(members, root):
    found = fates(members)
    assert sorted(found) == sorted(f"commons/{path}" for path in bytes_of(root / "commons"))
    assert found["commons/gatherings/boomklever.md"] == "published"
    assert found["commons/gatherings/fuutfoto.png"] == "media"
    assert found["commons/practices/nachtegaal.md"] == "draft"
    assert found["commons/tips/houtsnip.md"] == "rejected"


def test_pages_that_referred_to_it_are_whole(public):
    """The words of a link stay, the rest of the page too."""
    words = text_of(parse(public / "bijeenkomsten/openbaar/index.html"))
    for kept in ("gewone link", "nog een", "verwijzing", "tweede", "derde", "vierde", "zonder tekens", "Wat er speelt"):
        assert kept in words


def test_links_between_public_pages_stay(public):
    page = parse(public / "bijeenkomsten/openbaar/index.html")
    targets = [link.get("href") for section in with_class(page, "gg-links") for link in section.iter("a")]
    assert targets == ["../../methoden/intervisie/"]


def test_fates_of_draft_archived_and_rejected(tmp_path):
    root = write_commons(
        tmp_path,
        {
            "commons/tips/concept.md": page("status: draft"),
            "commons/tips/oud.md": page("status: archived", title="Oude tip"),
            "commons/tips/fout.md": page("status: ooit"),
            "commons/tips/beeld.md": page(body="![een beeld](beeld.png)"),
            "commons/tips/beeld.png": PIXEL,
            "commons/tips/los.png": PIXEL,
            "commons/tips/verdwaald.txt": "tekst",
            "commons/tips/.verborgen": "niets",
            "commons/tips/concept.png": PIXEL,
        },
    )
    (root / "commons/tips/concept.md").write_text(page("status: draft", body="![een beeld](concept.png)"))
    build_site(root, keep_going=True)
    assert fates(root / "site") == {
        "commons/methods/intervisie.md": "published",
        "commons/organisations.yaml": "register",
        "commons/tips/beeld.md": "published",
        "commons/tips/beeld.png": "media",
        "commons/tips/concept.md": "draft",
        "commons/tips/concept.png": "unused",
        "commons/tips/fout.md": "rejected",
        "commons/tips/los.png": "unused",
        "commons/tips/oud.md": "archived",
        "commons/tips/verdwaald.txt": "rejected",
        "commons/vocabulary.yaml": "register",
    }
    site = root / "site"
    assert not (site / "tips/concept").exists() and not (site / "tips/fout").exists()
    assert with_class(parse(site / "tips/oud/index.html"), "gg-notice")
    listed = [text_of(card) for card in with_class(parse(site / "tips/index.html"), "gg-card__title")]
    assert listed == ["Een pagina"]
    assert not any(path.startswith("tips/") and path.endswith("los.png") for path in bytes_of(site))


def test_manifest_shape(public):
    manifest = json.loads((public / "manifest.json").read_text())
    assert manifest["version"] == 1 and list(manifest) == ["version", "files"]
    for file in manifest["files"]:
        assert set(file) <= {"path", "fate", "reason", "address"}
        assert ("address" in file) == (file["fate"] in ("published", "archived"))
        assert ("reason" in file) == (file["fate"] == "rejected")
        if "address" in file:
            assert (public / file["address"] / "index.html").is_file()
    assert [file["path"] for file in manifest["files"]] == sorted(file["path"] for file in manifest["files"])
