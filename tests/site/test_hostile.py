"""Whatever strangers write, nothing of it acts in a reader's browser: titles, values, Markdown and raw HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml
from gemeengoed.checks.run import run_checks
from gemeengoed.load import load
from gemeengoed.render import Engine
from gemeengoed.search import index
from gemeengoed.settings import read_settings
from playwright.sync_api import Browser
from sites import html_pages, parse, render_unchecked, served, text_of, with_class

from commons import CONTRIBUTORS, ORGANISATIONS, SETTINGS, VOCABULARY, write_commons

ATTACKS = {
    "quote": '"><script>alert(1)</script>',
    "single": "'><img src=x onerror=alert(1)>",
    "jinja": "{{ 7*7 }}{% raw %}{{ config }}",
    "title": "</title></textarea></template><script>alert(1)</script>",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt; &#x3C;b&#x3E;",
    "comment": "--><!--<svg/onload=alert(1)>]]>",
    "javascript": "javascript:alert(1)",
    "markdown": "[klik](javascript:alert(1)) ![x](data:text/html,hoi) <javascript:alert(1)>",
    "control": "a\u2028b\x85c\u2029d\x7fe\ufefff\U0001f600g",
    "yaml": "--- a: !!python/object:x # \\ \\n \\u0000 ...",
}

BODY = (Path(__file__).parent / "hostile.md").read_text("utf-8")
"""Markdown and HTML that tries everything; each ``@attack@`` in it is an attack of the above."""


def item(attack: str) -> str:
    fields = {
        "title": f"Titel {attack}",
        "summary": f"Samenvatting {attack}",
        "authors": ["kwaad"],
        "themes": ["kwaad"],
        "organisations": ["kwaad"],
        "keywords": [attack, "gewoon"],
        "sources": [
            {
                "title": attack,
                "relation": "cites",
                "url": f"https://elders.example/?{attack.replace(' ', '')}",
                "author": attack,
            }
        ],
        "media": [
            {
                "file": "x.png",
                "alt": attack,
                "author": attack,
                "source": 'https://e.example/"><script>alert(1)</script>',
            }
        ],
        "outcome": attack,
        "evidence": f"https://elders.example/{attack}",
        "success_factors": [attack],
        "context": {"department": attack, "participants": attack},
        "reviews": [{"by": "kwaad", "on": "2026", "verdict": "useful", "note": attack}],
        "maturity": "idea",
    }
    return f"---\n{yaml.safe_dump(fields, allow_unicode=False, width=10_000)}---\n{BODY.replace('@attack@', attack)}"


def register(before: str, attack: str, record: dict[str, object], indent: str = "") -> str:
    lines = yaml.safe_dump({"kwaad": record}, width=10_000).splitlines()
    return before + "".join(f"{indent}{line}\n" for line in lines)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    worst = " ".join(ATTACKS.values())[:290]
    themes = register(
        "themes:\n", worst, {"label": {"nl": worst, "en": worst}, "about": {"nl": worst, "en": worst}}, "  "
    )
    files = {
        "mkdocs.yml": SETTINGS,
        "commons/vocabulary.yaml": VOCABULARY.replace("themes:\n", themes),
        "contributors.yaml": register(
            CONTRIBUTORS,
            worst,
            {
                "name": worst,
                "about": worst,
                "website": "https://e.example/'onclick=alert(1)",
                "consent": {"on": "2026", "scope": ["name"]},
            },
        ),
        "commons/organisations.yaml": register(
            ORGANISATIONS, worst, {"name": worst, "type": "company", "about": worst}
        ),
        "docs/kwaad.md": f"---\ntitle: {ATTACKS['quote']!r}\ndescription: 'x {ATTACKS['title']}'\n---\n{BODY}",
        **{f"commons/practices/{name}.md": item(attack) for name, attack in ATTACKS.items()},
    }
    return write_commons(tmp_path_factory.mktemp("kwaad"), files)


@pytest.fixture(scope="module", params=list(Engine))
def site(root: Path, request: pytest.FixtureRequest) -> Path:
    site = render_unchecked(root, root / f"site-{request.param}", request.param)
    index(site)
    return site


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Element]:
    return {name: parse(site / name) for name in html_pages(site)}


def elements(pages: dict[str, Element]) -> Iterator[tuple[str, Element]]:
    return ((name, element) for name, page in pages.items() for element in page.iter() if isinstance(element.tag, str))


def scripts(page: Element) -> list[str]:
    """What would run on a page; data for search engines aside."""
    found = [script for script in page.iter("script") if script.get("type") != "application/ld+json"]
    return sorted(f"{script.get('src', '')} {script.get('type', '')} {script.text or ''}" for script in found)


def test_every_page_was_made(pages):
    assert {f"praktijken/{name}/index.html" for name in ATTACKS} <= set(pages)


def test_no_script_but_those_of_the_theme(pages):
    """The page of a good item has the theme's scripts; a page of a bad one has the same and no more."""
    own = scripts(pages["methoden/intervisie/index.html"])
    assert own
    for name in ATTACKS:
        assert scripts(pages[f"praktijken/{name}/index.html"]) == own
    kinds = {
        re.sub(r"^(?:.*/)?assets/", "", script.get("src", "inline"))
        for _, script in elements(pages)
        if script.tag == "script"
    }
    assert {kind for kind in kinds if not kind.startswith(("gemeengoed/", "javascripts/", "inline"))} == set()


def test_data_in_a_page_is_data(pages):
    data = [
        script
        for _, script in elements(pages)
        if script.tag == "script" and script.get("type") == "application/ld+json"
    ]
    for script in data:
        assert json.loads(script.text or "")


def test_no_handler_and_no_acting_address(pages):
    for name, element in elements(pages):
        for attribute, value in element.attrib.items():
            assert not str(attribute).lower().startswith("on"), (name, element.tag, attribute)
            if attribute in ("href", "src", "action", "formaction", "srcdoc", "data", "poster"):
                scheme = re.sub(r"[\x00-\x20]", "", value).partition(":")[0].lower()
                assert scheme not in ("javascript", "vbscript", "data"), (name, element.tag, value)


def test_no_element_that_acts_or_imitates_the_site(pages):
    in_content = [
        (name, inner) for name, page in pages.items() for body in with_class(page, "gg-body") for inner in body.iter()
    ]
    assert in_content
    forbidden = "script style iframe object embed form input button base meta link svg math template video dialog label"
    for name, element in in_content:
        assert element.tag not in forbidden.split(), (name, element.tag)
        classes = element.get("class", "").split()
        assert [found for found in classes if found.startswith("md-") or found in ("gg-page", "gg-main")] == [], name
        assert set(element.attrib) & {"style", "name", "srcdoc", "for"} <= (
            {"style"} if element.tag in ("td", "th") else set()
        )
        assert (
            re.match(r"__|gg-(main|aside)|(config|document|location|window|pagefind)$", element.get("id", "")) is None
        ), name


def test_identifiers_are_unique(pages):
    for name, page in pages.items():
        found = [element.get("id") for element in page.iter() if element.get("id")]
        assert sorted(set(found)) == sorted(found), (name, {one for one in found if found.count(one) > 1})


def test_no_template_was_evaluated(pages):
    shown = text_of(with_class(pages["praktijken/jinja/index.html"], "gg-page")[0])
    assert shown.count("{{ 7*7 }}{% raw %}{{ config }}") >= 12
    assert re.search(r"\b49\b", shown) is None


@pytest.mark.parametrize("name", ATTACKS)
def test_titles_are_shown_as_they_were_written(pages, root, name):
    title = " ".join(load(root, read_settings(root)).items[f"practices/{name}"].title.split())
    page = pages[f"praktijken/{name}/index.html"]
    cards = [text_of(card) for card in with_class(pages["praktijken/index.html"], "gg-card__title")]
    assert straight(text_of(next(page.iter("h1")))) == title
    assert straight(text_of(next(page.iter("title")))).startswith(title)
    assert title in map(straight, cards)


def straight(text: str) -> str:
    """A text with its set quotes as one types them: that is all that setting changes of a title."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def test_the_checks_tell_of_what_is_taken_out(root):
    found = {problem.path for problem in run_checks(load(root, read_settings(root))) if problem.code == "html-unsafe"}
    assert {f"commons/practices/{name}.md" for name in ATTACKS} | {"docs/kwaad.md"} <= found


@pytest.mark.browser
def test_nothing_happens_in_a_browser(site, browser: Browser):
    """No dialog, no error, no request to elsewhere; the page stays where it is."""
    with served(site) as address:
        context = browser.new_context()
        page = context.new_page()
        seen: list[str] = []
        page.on("dialog", lambda dialog: (seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: seen.append(f"error {error}"))
        page.on("request", lambda request: None if request.url.startswith(address) else seen.append(request.url))
        page.on(
            "console", lambda said: seen.append(said.text) if said.type == "error" and "404" not in said.text else None
        )
        for name in html_pages(site):
            page.goto(address + name, wait_until="load")
            assert page.url.startswith(address), name
            assert page.evaluate("getComputedStyle(document.body).display") != "none", name
        page.goto(f"{address}zoeken/?q=titel")
        page.locator(".gg-results li").nth(5).wait_for()
        context.close()
    assert seen == []
