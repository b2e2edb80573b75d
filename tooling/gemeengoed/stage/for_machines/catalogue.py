"""``catalog.jsonld``: the commons as open data, in the words of DCAT 3.

The open data portals of Flanders, Belgium and the Union harvest those (as DCAT-AP), and search engines for data read
them too; schema.org's DataCatalog only the latter do. The context is written out, since harvesters fetch none.

The pages, the organisations and the vocabulary are datasets of their own, since their licences differ.
"""

from __future__ import annotations

import json
from typing import Any

from gemeengoed.kinds import KINDS
from gemeengoed.licences import find_licence
from gemeengoed.stage.addresses import DATA
from gemeengoed.stage.feeds import FORMATS, feeds
from gemeengoed.stage.index import last_change
from gemeengoed.stage.open_data.addresses import API, api_address, page_address, whole
from gemeengoed.stage.site import Site

Node = dict[str, Any]

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_LANGUAGES = {"nl": "NLD", "en": "ENG", "fr": "FRA"}
_TYPES = "https://www.iana.org/assignments/media-types/"
_EXPORTS = {"NDJSON": "application/x-ndjson", "CSV": "text/csv", "SQLite": "application/vnd.sqlite3"}
_FREE = "CC0-1.0"


def catalogue(site: Site) -> str:
    """The text of the file."""
    return json.dumps({"@context": CONTEXT, **_catalogue(site)}, ensure_ascii=False, indent=1) + "\n"


def _catalogue(site: Site) -> Node:
    settings, say = site.settings, site.words.say
    title = say("The data of {name}").format(name=settings.site_name)
    return {
        "@id": _name(site, "catalog"),
        "@type": "dcat:Catalog",
        "dct:title": _said(site, title),
        "dct:description": _said(site, settings.site_description or title),
        "dct:publisher": {"@id": _name(site, "publisher"), "@type": "foaf:Agent", "foaf:name": settings.site_name},
        "foaf:homepage": {"@id": page_address(site, DATA), "@type": "foaf:Document"},
        **_language(site),
        **_licence(settings.licences.default),
        **_changed(site),
        "dcat:themeTaxonomy": {"@id": api_address(site, "themes")},
        "dcat:dataset": [_pages(site), _organisations(site), _vocabulary(site)],
        "dcat:service": _service(site),
    }


def _pages(site: Site) -> Node:
    say, licence = site.words.say, site.settings.licences.default
    files = [(say(kind.plural), api_address(site, kind.folder), "application/json") for kind in KINDS]
    found = feeds(site).get("")
    files += [(name, whole(site, found.path(ending)), kind) for ending, kind, name in FORMATS] if found else []
    files += [(name, page_address(site, DATA), kind) for name, kind in _EXPORTS.items()]
    about = say("Everything that is published: practices, methods, tips, questions, networks and what they do.")
    return {**_dataset(site, "pages", say("The pages"), about, files, licence), **_changed(site)}


def _organisations(site: Site) -> Node:
    say = site.words.say
    files = [(say("Organisations"), api_address(site, "organisations"), "application/json")]
    about = say("The organisations that take part or are named, and all municipalities.")
    return _dataset(site, "organisations", say("Organisations"), about, files, _FREE)


def _vocabulary(site: Site) -> Node:
    say, names = site.words.say, {"themes": "Themes", "skills": "Skills", "roles": "Roles", "regions": "Regions"}
    files = [(say(label), api_address(site, name), "application/json") for name, label in names.items()]
    about = say("The words that pages are filed under, with labels and other words in each language.")
    return _dataset(site, "vocabulary", say("The vocabulary"), about, files, site.settings.licences.default)


def _dataset(site: Site, name: str, title: str, about: str, files: list[tuple[str, str, str]], licence: str) -> Node:
    return {
        "@id": _name(site, name),
        "@type": "dcat:Dataset",
        "dct:title": _said(site, title),
        "dct:description": _said(site, about),
        "dct:accessRights": {"@id": f"{_AUTHORITY}/access-right/PUBLIC"},
        **_language(site),
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": _said(site, label),
                "dcat:accessURL": {"@id": address},
                "dcat:mediaType": {"@id": f"{_TYPES}{kind}"},
                **_licence(licence),
            }
            for label, address, kind in files
        ],
    }


def _service(site: Site) -> Node:
    return {
        "@id": _name(site, "api"),
        "@type": "dcat:DataService",
        "dct:title": _said(site, site.words.say("The interface for other programs")),
        "dcat:endpointURL": {"@id": whole(site, API)},
        "dcat:endpointDescription": {"@id": api_address(site, "openapi")},
        "dcat:servesDataset": [{"@id": _name(site, name)} for name in ("pages", "organisations", "vocabulary")],
        **_licence(site.settings.licences.default),
    }


def _name(site: Site, name: str) -> str:
    return f"{whole(site, 'catalog.jsonld')}#{name}"


def _said(site: Site, text: str) -> Node:
    return {"@value": text, "@language": site.language}


def _language(site: Site) -> Node:
    code = _LANGUAGES.get(str(site.settings.language))
    return {"dct:language": {"@id": f"{_AUTHORITY}/language/{code}"}} if code else {}


def _licence(identifier: str) -> Node:
    found = find_licence(identifier)
    return {"dct:license": {"@id": found.url}} if found else {}


def _changed(site: Site) -> Node:
    day = last_change(site.edition)
    return {"dct:modified": {"@value": day.isoformat(), "@type": "xsd:date"}} if day else {}
