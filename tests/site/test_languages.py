"""A site in several languages: every page in each, the same page found in another, translations in place of doubles."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeengoed.dead_links import dead_links
from gemeengoed.settings import SettingsError, read_settings
from sites import build_site, html_pages, parse, text_of, with_class

from commons import SETTINGS, load_commons, page, write_commons

SEVERAL = (
    SETTINGS.replace(
        "      language: nl\nmarkdown",
        """\
      languages:
        - nl
        - locale: en
          translations: {Proef: Trial site, Begin: Home, Raad: Advice}
        - fr
markdown""",
    )
    + "nav:\n  - Begin: index.md\n  - Raad: [tips/index.md, methoden/index.md, over.md, los.md]\n"
)
FILES = {
    "mkdocs.yml": SEVERAL,
    "commons/tips/kort.md": page("related: [methods/intervisie]", title="Korte tip"),
    "commons/tips/short.md": page(
        f"language: en\ntranslation_of: {{item: tips/kort, hash: {'0' * 12}}}", "Short.\n", title="A short tip"
    ),
    "commons/tips/verwijst.md": page("related: [tips/kort]", "Zie [de tip](tips/kort).\n", title="Verwijst"),
    "commons/tips/plaat.png": b"\x89PNG\r\n\x1a\n" + b"beeld" * 1000,
    "commons/tips/beeld.md": page("", "Een ![beeld van niets](plaat.png).\n", title="Met beeld"),
    "docs/bijdragen.md": "---\ntitle: Bijdragen\n---\nZo.\n",
    "docs/privacy.md": "---\ntitle: Privacy\n---\nWij weten niets.\n",
    "docs/en/contribute.md": "---\ntitle: Contribute\ntranslation_of: bijdragen.md\n---\nLike this.\n",
    "docs/over.md": "---\ntitle: Over ons\n---\nZie [los](los.md).\n",
    "docs/los.md": "---\ntitle: Los blad\n---\nZie [over](over.md) en [de tip](tips/kort).\n",
    "docs/en/about.md": "---\ntitle: About us\ntranslation_of: over.md\n---\nSee [a sheet](../los.md).\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_commons(tmp_path_factory.mktemp("talen") / "commons", FILES)
    build_site(root)
    return root / "site"


def links(file: Path, name: str) -> list[tuple[str, str]]:
    found = [link for part in with_class(parse(file), name) for link in part.iter("a")]
    return [(link.get("lang", ""), link.get("href", "")) for link in found]


def alternates(file: Path) -> dict[str, str]:
    found = [link for link in parse(file).iter("link") if link.get("rel") == "alternate"]
    return {link.get("hreflang", ""): link.get("href", "") for link in found}


def titles(file: Path) -> list[str]:
    return [text_of(title) for title in with_class(parse(file), "gg-card__title")]


def test_every_page_is_there_in_every_language_and_every_link_leads_somewhere(site):
    pages = html_pages(site)
    first = [path for path in pages if path.split("/")[0] not in ("en", "fr")]
    for language in ("en", "fr"):
        assert len([path for path in pages if path.startswith(f"{language}/")]) == len(first)
    assert dead_links(site, "https://proef.example/") == ()


def test_each_page_says_its_language_and_that_of_its_text(site):
    root = parse(site / "en/tips/beeld/index.html")
    assert root.get("lang") == "en"
    assert [part.get("lang") for part in with_class(root, "gg-body")] == ["nl"]
    note = text_of(with_class(root, "gg-languages")[0])
    assert note == "This page is written in Dutch."
    assert with_class(parse(site / "tips/beeld/index.html"), "gg-languages") == []


def test_the_switch_leads_to_the_same_page(site):
    assert links(site / "tips/beeld/index.html", "gg-bar__languages") == [
        ("en", "../../en/tips/beeld/"),
        ("fr", "../../fr/conseils/beeld/"),
    ]
    assert links(site / "en/methods/index.html", "gg-bar__languages")[0] == ("nl", "../../methoden/")
    assert links(site / "en/contribute/tip/index.html", "gg-bar__languages")[0] == ("nl", "../../../bijdragen/tip/")
    assert links(site / "en/404.html", "gg-bar__languages") == [("nl", "/"), ("fr", "/fr/")]


def test_search_engines_are_told_both_ways(site):
    told = {
        "nl": "https://proef.example/tips/kort/",
        "en": "https://proef.example/en/tips/short/",
        "fr": "https://proef.example/fr/conseils/kort/",
        "x-default": "https://proef.example/tips/kort/",
    }
    for path in ("tips/kort", "en/tips/short", "fr/conseils/kort"):
        assert alternates(site / path / "index.html") == told
    assert alternates(site / "en/tips/kort/index.html") == {}


def test_a_translation_stands_in_the_place_of_its_original(site):
    assert "Korte tip" in titles(site / "tips/index.html") and "A short tip" not in titles(site / "tips/index.html")
    english = titles(site / "en/tips/index.html")
    assert "A short tip" in english and "Korte tip" not in english
    assert "Korte tip" in titles(site / "fr/conseils/index.html")
    referring = parse(site / "en/tips/verwijst/index.html")
    led = [link.get("href") for link in referring.iter("a") if text_of(link) in ("de tip", "A short tip")]
    assert led == ["../short/"] * 2


def test_what_is_listed_in_another_language_says_so(site):
    """In English, a title and summary in Dutch; in Dutch, none."""

    def said(path: str) -> dict[str, list[str | None]]:
        cards = with_class(parse(site / path), "gg-card")
        titles = [(text_of(link), link.get("lang")) for card in cards for link in card.iter("a")]
        summaries = [part.get("lang") for card in cards for part in with_class(card, "gg-card__summary")]
        return {title: [language, *summaries[at : at + 1]] for at, (title, language) in enumerate(titles)}

    english = said("en/tips/index.html")
    assert english["Verwijst"] == ["nl", "nl"] and english["A short tip"] == [None, None]
    assert {language for both in said("tips/index.html").values() for language in both} == {None}


def test_what_is_not_listed_is_not_searched(site):
    def searched(path: str) -> bool:
        return any("data-pagefind-body" in part.attrib for part in parse(site / path / "index.html").iter())

    assert [searched(path) for path in ("tips/kort", "tips/short", "en/tips/kort", "en/tips/short")] == [1, 0, 0, 1]


def test_a_translation_says_how_far_it_is_behind(site):
    note = with_class(parse(site / "en/tips/short/index.html"), "gg-languages")[0]
    assert "The original has changed since it was translated." in text_of(note)
    assert [(link.get("hreflang"), text_of(link)) for link in note.iter("a")] == [("nl", "Korte tip")]
    original = with_class(parse(site / "tips/kort/index.html"), "gg-languages")[0]
    told = "Vertaling (Engels): A short tip. Het origineel is sinds de vertaling veranderd"
    assert text_of(original).startswith(told)


def test_hand_written_pages_by_their_counterpart_or_as_they_are(site):
    assert text_of(parse(site / "en/about/index.html").find(".//h1")) == "About us"
    assert not (site / "en/over").exists() and not (site / "about").exists()
    assert links(site / "over/index.html", "gg-bar__languages")[0] == ("en", "../en/about/")
    left = parse(site / "en/los/index.html")
    assert text_of(with_class(left, "gg-notice")[0]) == "This page is written in Dutch. Nobody translated it yet."
    body = with_class(left, "gg-body")[0]
    assert [link.get("href") for link in body.iter("a")] == ["../about/", "../tips/short/"]


def test_the_menu_and_the_name_are_translated(site):
    menu = with_class(parse(site / "en/tips/beeld/index.html"), "gg-menu")[0]
    assert [text_of(link) for link in menu.iter("a")] == ["Home", "Tips", "Methods", "About us", "Los blad"]
    assert text_of(menu.find(".//summary")) == "Advice"
    assert [text_of(link) for link in menu.iter("a") if link.get("lang") == "nl"] == ["Los blad"]
    assert text_of(parse(site / "en/index.html").find(".//title")) == "Trial site"


def test_french_in_part_and_the_rest_in_the_first_language(site):
    page_ = parse(site / "fr/methodes/intervisie/index.html")
    assert page_.get("lang") == "fr"
    shown = text_of(page_)
    assert "Méthode" in shown and "Aller au contenu" in shown
    assert "zeg wat" in shown  # of the licence: not translated into French


def test_files_that_several_have_stand_on_the_disk_once(site):
    for path in ("assets/gemeengoed/site.css", "assets/gemeengoed/icon.svg"):
        assert (site / path).stat().st_ino == (site / "en" / path).stat().st_ino
    assert (site / "tips/plaat.png").stat().st_ino == (site / "en/tips/plaat.png").stat().st_ino
    trees = site.parent / ".gemeengoed/public/mkdocs"
    assert (trees / "tree/tips/plaat.png").stat().st_ino == (trees / "en/tree/tips/plaat.png").stat().st_ino


def test_the_manifest_stands_once_and_the_feeds_in_each(site):
    assert (site / "manifest.json").is_file() and not (site / "en/manifest.json").exists()
    headers = (site / "_headers").read_text()
    assert headers.count("Content-Security-Policy") == 1 and "/en/*" in headers


@pytest.mark.parametrize(
    ("languages", "said"),
    [("[nl, nl]", "twice"), ("[en, nl]\n      language: nl", "must begin"), ("[xx]", "locale")],
)
def test_settings_that_cannot_be(tmp_path, languages, said):
    settings = SETTINGS.replace("      language: nl\nmark", f"      languages: {languages}\nmark")
    root = write_commons(tmp_path, {"mkdocs.yml": settings})
    with pytest.raises(SettingsError, match=said):
        read_settings(root)


def test_the_first_of_the_languages_is_that_of_the_commons(tmp_path):
    settings = SETTINGS.replace("      language: nl\nmark", "      languages: [en, nl]\nmark")
    assert load_commons(write_commons(tmp_path, {"mkdocs.yml": settings})).settings.language == "en"


def test_the_contact_page_leads_to_hand_written_pages_in_every_language(site):
    wanted = {"contact": ("../bijdragen/", "../privacy/"), "en/contact": ("../contribute/", "../privacy/")}
    for page_of, expected in wanted.items():
        found = [link.get("href") for link in with_class(parse(site / page_of / "index.html"), "gg-main")[0].iter("a")]
        assert [link for link in found if link in expected] == list(expected)
