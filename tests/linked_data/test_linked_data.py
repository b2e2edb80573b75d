"""What pages say to machines, read back as statements by rdflib; no context is fetched for it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filled import filled_commons
from gemeengoed.edition import EditionName, select
from gemeengoed.kinds import KINDS
from gemeengoed.revisions import History, Revision
from gemeengoed.stage.linked_data.meanings import MEANINGS
from gemeengoed.stage.tree import stage
from rdflib import RDF, SDO, Graph, URIRef
from sites import html_pages, parse

from commons import CONTRIBUTORS, METHOD, load_commons, page, write_commons

BASE = "https://proef.example/"
QUERY = URIRef("https://schema.org/query-input")
ADDRESSES = ("url", "license", "eventStatus", "eventAttendanceMode", "sameAs")
CONTEXT = {"@vocab": str(SDO), **{name: {"@id": str(SDO[name]), "@type": "@id"} for name in ADDRESSES}}
"""What matters here of schema.org's own context, which programs know by its name."""


def statements(text: str) -> Graph:
    """The statements of a page, of its HTML or its staged text."""
    found = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    return graph(json.loads(found))


def graph(data: dict[str, Any]) -> Graph:
    assert data["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps({**data, "@context": CONTEXT}), format="json-ld")


def graphs_of(root: Path, name: EditionName = EditionName.PUBLIC) -> dict[str, Graph]:
    """The statements of every staged page, by its address."""
    commons = load_commons(root)
    days = {item.path: Revision(date(2026, 3, 1), date(2026, 4, 2), 2) for item in commons.items.values()}
    texts, _ = stage(select(commons, name, History(days), ()), root)
    pages = ((path, text) for path, text in texts.items() if path.endswith(".md"))
    return {path.removesuffix(".md").removesuffix("index"): graph(data_of(text)) for path, text in pages}


def data_of(staged: str) -> dict[str, Any]:
    line = next(line for line in staged.splitlines() if line.startswith("gemeengoed: "))
    head = json.loads(line.removeprefix("gemeengoed: "))["head"]
    data: dict[str, Any] = json.loads(head.split('<script type="application/ld+json">')[1].split("</script>")[0])
    return data


def one(graph: Graph, subject: str, *names: str) -> Any:
    """The value that properties lead to, one after the other."""
    at: Any = URIRef(f"{BASE}{subject}")
    for name in names:
        at = graph.value(at, SDO[name], any=False)
    return at if at is None or isinstance(at, URIRef) else at.toPython()


def type_of(graph: Graph, subject: str) -> str:
    return str(graph.value(URIRef(f"{BASE}{subject}"), RDF.type)).removeprefix(str(SDO))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Graph]:
    files = {METHOD: None, **filled_commons("nl").files}
    return graphs_of(write_commons(tmp_path_factory.mktemp("vol"), files))


def unknown(graph: Graph) -> list[URIRef]:
    """The words that schema.org does not have; what search engines call the field of a search is none of its own."""
    words = (value if predicate == RDF.type else predicate for _, predicate, value in graph)
    return [word for word in words if word != QUERY and word not in SDO]


def test_every_kind_has_a_meaning():
    assert set(MEANINGS) == {kind.name for kind in KINDS}


def test_every_page_says_what_it_is_in_words_that_schema_org_has(filled):
    assert len(filled) > 50
    for path, found in filled.items():
        assert unknown(found) == [], path
        assert len(found), path


@pytest.mark.parametrize("name", ["own", "demo"])
def test_every_built_page_has_one_such_script(name, own_site, demo_site):
    site = own_site("mkdocs") if name == "own" else demo_site
    for path in html_pages(site):
        elements = list(parse(site / path).iter())
        scripts = [found for found in elements if found.get("type") == "application/ld+json"]
        if any(found.get("id") == "gg-main" for found in elements) and not path.endswith("404.html"):
            (script,) = scripts
            assert unknown(graph(json.loads(script.text or ""))) == [], path


def test_a_work_has_its_rights_makers_days_and_identifier(filled):
    found, at = filled["tips/vol"], "api/v1/tips/vol.json"
    assert type_of(found, at) == "Article"
    assert one(found, at, "url") == URIRef(f"{BASE}tips/vol/")
    assert str(one(found, at, "license")).startswith("http")
    assert str(one(found, at, "datePublished")) == "2026-03-01" and str(one(found, at, "dateModified")) == "2026-04-02"
    assert one(found, at, "publisher", "name") == "Proef"
    for name in ("author", "about", "contributor", "keywords", "citation"):
        assert list(found.objects(URIRef(f"{BASE}{at}"), SDO[name])), name


METHOD_TEXT = """\
Vooraf.

- geen stap

## Stappen

1. **Vertellen (10 minuten).** De inbrenger [schetst](https://elders.example/) wat er speelt.
2. Stel *open* vragen. Geen raad.
   Ook niet verpakt.
3. `Kies` <b>samen</b>

## Let op

1. Een
2. Twee
"""


def test_a_method_has_its_steps(tmp_path):
    files = {"commons/methods/intervisie.md": page("duration: {min: 60, max: 90}\nmaterials: [Een klok]", METHOD_TEXT)}
    found = graphs_of(write_commons(tmp_path, files))["methoden/intervisie"]
    at = "api/v1/methods/intervisie.json"
    assert type_of(found, at) == "HowTo" and one(found, at, "totalTime") is not None
    steps = {
        found.value(step, SDO.position).toPython(): (str(found.value(step, SDO.name)), found.value(step, SDO.text))
        for step in found.objects(URIRef(f"{BASE}{at}"), SDO.step)
    }
    assert {number: name for number, (name, _) in steps.items()} == {
        1: "Vertellen (10 minuten)",
        2: "Stel open vragen",
        3: "Kies samen",
    }
    assert str(steps[2][1]) == "Stel open vragen. Geen raad. Ook niet verpakt."
    assert one(found, at, "supply", "name") == "Een klok"


ASKED = "asked_by: redactie\nasked_on: 2026-02-01\naccepted_answer: answers/zo\nstate: answered"


def test_a_question_is_as_search_engines_want_it(tmp_path):
    files = {
        "commons/questions/hoe.md": page(
            "asked_by: redactie\nasked_on: 2026-02-01\naccepted_answer: answers/zo\nstate: answered",
            "Hoe dan?\n",
            title="Hoe?",
        ),
        "commons/answers/zo.md": page("question: questions/hoe\nby: vzw-b\non: 2026-02-03", "Zo!\n"),
        "commons/answers/of-zo.md": page("question: questions/hoe\nby: redactie\non: 2026-02", "Of zo.\n"),
    }
    graphs = graphs_of(write_commons(tmp_path, files))
    found, at = graphs["vragen/hoe"], "api/v1/questions/hoe.json"
    assert type_of(found, at) == "QAPage"
    question = f"{at}#it"
    assert one(found, at, "mainEntity") == URIRef(f"{BASE}{question}") and type_of(found, question) == "Question"
    assert one(found, question, "name") == "Hoe?" and one(found, question, "text") == "Hoe dan?"
    assert one(found, question, "answerCount") == 2 and str(one(found, question, "datePublished")) == "2026-02-01"
    assert one(found, question, "acceptedAnswer", "text") == "Zo!"
    assert one(found, question, "acceptedAnswer", "author", "name") == "Vzw B"
    assert one(found, question, "suggestedAnswer", "text") == "Of zo."
    assert one(graphs["antwoorden/zo"], "api/v1/answers/zo.json", "mainEntity", "parentItem", "name") == "Hoe?"


GATHERING = "network: networks/kring\ntype: meeting\nplace: De Markt\nfee: {subscriber: 0, other: 25.5}\n"


def test_a_gathering_is_an_event_where_its_day_is_known(tmp_path):
    files = {
        "commons/networks/kring.md": page("type: community\nmembers: [vzw-b]", title="De kring"),
        "commons/gatherings/dag.md": page(f"{GATHERING}start: 2026-12-10T19:00\nformat: hybrid"),
        "commons/gatherings/weg.md": page(f"{GATHERING}start: 2026-07-10\nformat: online\ncancelled: Te warm."),
        "commons/gatherings/ooit.md": page(f"{GATHERING}start: 2026-12\nformat: online"),
    }
    graphs = graphs_of(write_commons(tmp_path, files))
    found, at = graphs["bijeenkomsten/dag"], "api/v1/gatherings/dag.json#it"
    assert type_of(found, at) == "Event"
    assert str(one(found, at, "startDate")) == "2026-12-10T19:00:00+01:00"
    assert one(found, at, "eventStatus") == SDO.EventScheduled
    assert one(found, at, "eventAttendanceMode") == SDO.MixedEventAttendanceMode
    assert {str(found.value(place, RDF.type)) for place in found.objects(URIRef(BASE + at), SDO.location)} == {
        str(SDO.Place),
        str(SDO.VirtualLocation),
    }
    assert one(found, at, "organizer", "name") == "De kring"
    prices = {str(found.value(offer, SDO.price)) for offer in found.objects(URIRef(BASE + at), SDO.offers)}
    assert prices == {"0", "25.5"}
    off = graphs["bijeenkomsten/weg"]
    assert one(off, "api/v1/gatherings/weg.json#it", "eventStatus") == SDO.EventCancelled
    assert one(off, "api/v1/gatherings/weg.json#it", "location", "url") is not None
    assert list(graphs["bijeenkomsten/ooit"].subjects(RDF.type, SDO.Event)) == []
    kring = graphs["netwerken/kring"]
    assert type_of(kring, "api/v1/networks/kring.json#it") == "Organization"
    assert one(kring, "api/v1/networks/kring.json#it", "member", "name") == "Vzw B"


@pytest.mark.parametrize(
    ("start", "founded"), [("2026-Q2", "2026"), ("2026-05", "2026-05"), ("2026-05-03T19:30", "2026-05-03")]
)
def test_an_initiative_is_a_project_of_its_network(tmp_path, start, founded):
    fields = f"network: networks/kring\npromotor: vzw-b\nphase: running\nmotivation: Omdat het kan.\nstart: {start}"
    files = {
        "commons/networks/kring.md": page("type: community", title="De kring"),
        "commons/initiatives/tuin.md": page(fields, title="De tuin"),
    }
    found, at = graphs_of(write_commons(tmp_path, files))["initiatieven/tuin"], "api/v1/initiatives/tuin.json#it"
    assert type_of(found, at) == "Project" and one(found, at, "parentOrganization", "name") == "De kring"
    assert one(found, at, "member", "name") == "Vzw B" and str(one(found, at, "foundingDate")) == founded


def test_a_translation_and_its_original_name_each_other(tmp_path):
    root = write_commons(tmp_path, {})
    known = load_commons(root).items["methods/intervisie"].hash
    extra = f"language: en\ntranslation_of: {{item: methods/intervisie, hash: {known}}}"
    graphs = graphs_of(write_commons(tmp_path, {"commons/methods/peer.md": page(extra, title="Peer coaching")}))
    original, translation = "api/v1/methods/intervisie.json", "api/v1/methods/peer.json"
    assert one(graphs["methoden/peer"], translation, "translationOfWork") == URIRef(f"{BASE}{original}")
    assert one(graphs["methoden/intervisie"], original, "workTranslation") == URIRef(f"{BASE}{translation}")


def test_listings_terms_and_the_site_itself(tmp_path):
    graphs = graphs_of(
        write_commons(tmp_path, {"commons/tips/kort.md": page("organisations: [gemeente-a]", title="Korte tip")})
    )
    listing = graphs["tips/"]
    assert type_of(listing, "tips/#page") == "CollectionPage"
    assert one(listing, "tips/#page", "mainEntity", "itemListElement", "url") == URIRef(f"{BASE}tips/kort/")
    names = {str(listing.value(step, SDO.name)) for step in listing.subjects(RDF.type, SDO.ListItem)}
    assert {"Proef", "Tips"} <= names
    term = graphs["themas/participatie/"]
    assert one(term, "themas/participatie/#page", "about") == URIRef(f"{BASE}api/v1/themes/participatie.json")
    assert type_of(term, "api/v1/themes/participatie.json") == "DefinedTerm"
    assert type_of(graphs["themas/"], "api/v1/themes.json") == "DefinedTermSet"
    assert (
        type_of(graphs["organisaties/gemeente-a/"], "api/v1/organisations/gemeente-a.json") == "GovernmentOrganization"
    )
    home = graphs[""]
    target = one(home, "#site", "potentialAction", "target", "urlTemplate")
    assert target == f"{BASE}zoeken/?q={{search_term_string}}"


def test_a_person_is_named_with_consent_only(tmp_path):
    people = (
        "an:\n  name: An Peeters\n  consent: {on: 2026-01-01, scope: [name]}\n  organisations: [vzw-b]\n"
        "bo:\n  name: Bo Maes\n"
        "cis:\n  name: Cis Nijs\n  consent: {on: 2026-01-01, scope: [name]}\n  withdrawn_on: 2026-02-01\n"
    )
    files = {
        "contributors.yaml": CONTRIBUTORS + people,
        "commons/tips/kort.md": page().replace("[redactie]", "[an, bo, cis]"),
    }
    graphs = graphs_of(write_commons(tmp_path, files))
    persons = {
        str(found.value(person, SDO.name))
        for found in graphs.values()
        for person in found.subjects(RDF.type, SDO.Person)
    }
    assert persons == {"An Peeters"}
    an = graphs["bijdragers/an/"]
    assert type_of(an, "bijdragers/an/#page") == "ProfilePage"
    assert one(an, "api/v1/contributors/an.json", "affiliation") is None


def test_what_is_out_of_sight_is_in_no_statement(tmp_path):
    files = {
        "commons/tips/geheim.md": page("audience: members", title="Zeearend"),
        "commons/collections/pad.md": page("parts:\n  - item: tips/geheim\n  - item: methods/intervisie"),
        "commons/experiences/ook.md": page("about: tips/geheim\norganisation: vzw-b\non: 2026\nresult: worked"),
    }
    root = write_commons(tmp_path, files)
    told = "".join(found.serialize(format="nt") for found in graphs_of(root).values())
    assert "intervisie" in told and "geheim" not in told and "Zeearend" not in told
    assert "Zeearend" in "".join(
        found.serialize(format="nt") for found in graphs_of(root, EditionName.MEMBERS).values()
    )
