"""The editor in the browser, on the files of a small commons: from signing in to a page that is published and right."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
import yaml
from gemeengoed.problems import Severity
from playwright.sync_api import Browser, Page, expect
from sites import GIT, REPOSITORY, build_site, commit, environment, served
from tools import path_of

from commons import check_commons, load_commons, write_commons

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SERVER = REPOSITORY / "tooling/setup/node_modules/decap-server/dist/index.js"
OLD = """---
# een opmerking
title: "Oud: met een dubbelepunt"
summary: Bestond al.
authors: [redactie]
themes: [participatie]
keywords: [eerste, twee woorden]
credits:
  inhoud: [redactie]
sources:
  - title: Verslag
    relation: cites
    date: 2017-Q1
review_by: 2099-12-10
---

Tekst met een voetnoot[^1] en een lijst.

* een
- twee

[^1]: De noot.
"""
"""A page as somebody writes one by hand, with what the editor has no field for (``credits``)."""


@pytest.fixture(scope="module")
def editor(tmp_path_factory, browser: Browser) -> Iterator[tuple[Page, Path]]:
    """A browser on the editor of a small commons, whose files a server on this machine changes."""
    root = write_commons(tmp_path_factory.mktemp("editor") / "commons", {"commons/tips/oud.md": OLD})
    port = free_port()
    settings = root / "mkdocs.yml"
    own = f"  - gemeengoed:\n      editor: {{proxy: 'http://localhost:{port}/api/v1'}}\n"
    settings.write_text(settings.read_text("utf-8").replace("  - gemeengoed:\n", own), "utf-8")
    (root / ".gitignore").write_text("/site/\n/.gemeengoed/\n", "utf-8")
    commit(root, "2026-03-01")
    build_site(root)
    run = environment(
        **GIT, PORT=str(port), MODE="git", GIT_REPO_DIRECTORY=str(root), BIND_HOST="127.0.0.1", LOG_LEVEL="error"
    )
    server = subprocess.Popen([path_of("NODE"), SERVER], env=run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        with served(root / "site") as address:
            context = browser.new_context(locale="nl-BE", viewport={"width": 1280, "height": 900})
            context.set_default_timeout(20_000)
            page = context.new_page()
            asked: list[str] = []
            stopped: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            page.on("console", lambda said: stopped.append(said.text) if "Content Security" in said.text else None)
            page.on("dialog", lambda dialog: dialog.accept())
            page.goto(f"{address}redactie/")
            page.get_by_role("button", name="Inloggen").click()
            expect(page.get_by_role("link", name="Praktijken")).to_be_visible()
            yield page, root
            own = (address, f"http://localhost:{port}/", "data:", "blob:")
            assert [url for url in asked if not url.startswith(own)] == []
            assert stopped == []
            assert context.cookies() == []
            context.close()
    finally:
        server.terminate()
        server.wait(10)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(port: int) -> None:
    request = Request(f"http://127.0.0.1:{port}/api/v1", b'{"action": "info"}', {"Content-Type": "application/json"})
    for _ in range(100):
        try:
            urlopen(request, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("decap-server does not answer")


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", root, *arguments], env=environment(), capture_output=True, text=True, check=True
    )
    return done.stdout


def errors_of(root: Path) -> list[str]:
    return [f"{found.path}: {found.code}" for found in check_commons(root) if found.severity is Severity.ERROR]


def choose(page: Page, label: str, typed: str) -> None:
    box = page.get_by_label(label, exact=True)
    box.click()
    box.press_sequentially(typed)
    page.keyboard.press("Enter")


def start_at(page: Page, path: str) -> None:
    """Load the editor anew, at a place in it; who signed in stays so."""
    address = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(f"{address}#/collections/{path}")


def save(page: Page) -> None:
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("Wijzigingen opgeslagen")).to_be_visible()


def publish(page: Page) -> None:
    """From draft over review to ready, and out."""
    for before, after in (("Concept", "Wordt beoordeeld"), ("Wordt beoordeeld", "Klaar")):
        page.get_by_role("button", name=f"Status: {before}").click()
        page.get_by_role("menuitem", name=after, exact=True).click()
        expect(page.get_by_role("button", name=f"Status: {after}")).to_be_visible()
    page.get_by_role("button", name="Publiceer", exact=True).click()
    page.get_by_role("menuitem", name="Publiceer nu").click()
    expect(page.get_by_text("Item gepubliceerd")).to_be_visible()


def test_a_new_tip_goes_from_draft_over_review_to_published(editor):
    page, root = editor
    page.get_by_role("link", name="Tips").click()
    page.locator("a[href$='#/collections/tips/new']").first.click()
    page.get_by_label("Titel").fill("Neem collega's mee: écht waar " + "en nog een keer " * 6)
    page.get_by_label("Samenvatting").fill("Met twee onthoud je meer.")
    choose(page, "Auteurs", "redac")
    choose(page, "Thema's", "partic")
    page.locator("[contenteditable=true]").click()
    page.keyboard.type("Ga met twee: # geen kop\n\nSpreek daarna af.")
    save(page)
    branch = git(root, "branch", "--list", "cms/*", "--format=%(refname:short)").strip()
    assert branch.startswith("cms/tips/neem-collega")
    assert git(root, "log", "-1", "--format=%s", branch).startswith("Voeg “neem-collega")
    assert [item for item in load_commons(root).items if "neem-collega" in item] == []
    publish(page)
    assert git(root, "branch", "--list", "cms/*") == ""
    assert git(root, "status", "--porcelain") == ""
    assert errors_of(root) == []
    item = next(item for name, item in load_commons(root).items.items() if "neem-collega" in name)
    assert item.title.startswith("Neem collega's mee: écht waar en nog")
    assert (item.fields.authors, item.fields.themes) == (("redactie",), ("participatie",))
    assert item.text.body.strip() == "Ga met twee: # geen kop\n\nSpreek daarna af."
    assert {*item.text.front_matter} == {"title", "summary", "authors", "themes"}


def test_of_a_page_that_is_changed_nothing_else_changes(editor):
    page, root = editor
    start_at(page, "tips/entries/oud")
    page.get_by_label("Samenvatting").fill("Nieuw: en beter.")
    choose(page, "Auteurs", "bestaat-nog-niet")
    choose(page, "Auteurs", "Wie is dit?")
    expect(page.get_by_text("'Wie is dit?' bestaat hier nog niet.")).to_be_visible()
    page.get_by_label("Auteurs", exact=True).fill("")
    page.get_by_role("button", name="Verwijder bestaat-nog-niet").click()
    save(page)
    publish(page)
    assert errors_of(root) == []
    before, after = front_matter(OLD), front_matter((root / "commons/tips/oud.md").read_text("utf-8"))
    assert after.pop("summary") == "Nieuw: en beter."
    before.pop("summary")
    assert after == before
    assert (root / "commons/tips/oud.md").read_text("utf-8").endswith(OLD.split("---\n")[2].lstrip("\n"))


def test_what_is_missing_or_wrong_is_said_where_it_is(editor):
    page, _ = editor
    start_at(page, "gatherings/new")
    page.get_by_label("Titel", exact=True).fill("Een bijeenkomst")
    page.get_by_label("Begin", exact=True).fill("volgende week")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(page.get_by_text("Schrijf een datum zo precies als je ze kent").first).to_be_visible()
    expect(page.get_by_text("Samenvatting is vereist")).to_be_visible()
    expect(page.get_by_text("Auteurs is vereist")).to_be_visible()


def front_matter(text: str) -> dict:
    return yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)
