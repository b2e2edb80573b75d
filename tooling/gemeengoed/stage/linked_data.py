"""What a page is, for machines: JSON-LD in the words of schema.org (CreativeWork)."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from gemeengoed.kinds.common import Relation, Source
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.kinds.registers import ContributorType
from gemeengoed.licences import find_licence, is_known
from gemeengoed.model import Item
from gemeengoed.provenance import licence_of
from gemeengoed.rules.gatherings import YEARS
from gemeengoed.stage.calendar.brussels import in_calendar
from gemeengoed.stage.index import revision_of
from gemeengoed.stage.site import Site

_MEANINGS = {
    Relation.DERIVED_FROM: "isBasedOn",
    Relation.INCLUDES: "hasPart",
    Relation.CITES: "citation",
    Relation.INSPIRED_BY: "citation",
}


def linked_data(site: Site, item: Item) -> Markup:
    """The JSON-LD of an item, safe between the tags of a script: no character in it can end that."""
    text = json.dumps(describe(site, item), ensure_ascii=False)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def describe(site: Site, item: Item) -> dict[str, Any]:
    """An item as a CreativeWork; what is not known is left out."""
    fields, revision = item.fields, revision_of(site.edition, item)
    work: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": item.title,
        "abstract": fields.summary,
        "url": site.full_address(item.ref),
        "inLanguage": site.language_of(item),
        "license": _licence(licence_of(site.commons, item).licence),
        "author": [_party(site, name) for name in fields.authors],
        "publisher": {"@type": "Organization", "name": site.settings.site_name},
        "dateCreated": revision.created.isoformat() if revision else None,
        "dateModified": revision.changed.isoformat() if revision else None,
        "keywords": list(fields.keywords),
        "translationOfWork": _original(site, item),
    }
    for source in fields.sources:
        if source.relation:
            work.setdefault(_MEANINGS[source.relation], []).append(_source(source))
    if isinstance(fields, Gathering):
        work |= _event(fields)
    return {name: value for name, value in work.items() if value}


def _event(fields: Gathering) -> dict[str, Any]:
    """When and where, in the words of schema.org's Event: a gathering is one besides being a text."""
    where = {"@type": "Place", "name": fields.place} if fields.place else None
    status = "EventCancelled" if fields.cancelled else "EventScheduled"
    return {
        "@type": ["CreativeWork", "Event"],
        "startDate": _moment(fields.start),
        "endDate": _moment(fields.end),
        "eventStatus": f"https://schema.org/{status}",
        "location": where,
    }


def _moment(when: PartialDate | None) -> str | None:
    """A whole day (ISO 8601), or a time with how far Brussels then is from UTC; nothing where the day is not known."""
    if when is None or not when.is_whole or when.first.year not in YEARS:
        return None
    return in_calendar(when.first, when.time).isoformat() if when.time else when.first.isoformat()


def _licence(licence: str) -> str | None:
    """The address of a licence, or its identifier where we know no address."""
    found = find_licence(licence)
    return found.url if found else licence if is_known(licence) else None


def _party(site: Site, name: str) -> dict[str, Any]:
    contributor = site.commons.contributors.get(name)
    register = "contributor" if contributor else "organisation"
    is_person = contributor is not None and contributor.type is ContributorType.PERSON
    party = {"@type": "Person" if is_person else "Organization", "name": site.name_of(register, name)}
    return {**party, "url": site.full_address(f"{register}s/{name}")} if site.has_page(register, name) else party


def _source(source: Source) -> dict[str, Any]:
    work = {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "author": source.author,
        "isPartOf": {"@type": "CreativeWork", "name": source.publication} if source.publication else None,
        "license": _licence(source.licence) if source.licence else None,
    }
    return {name: value for name, value in work.items() if value}


def _original(site: Site, item: Item) -> dict[str, Any] | None:
    """The item that this one translates, where the readers of this edition may know of it."""
    translation = item.fields.translation_of
    original = site.edition.items.get(translation.item) if translation and translation.item else None
    if original is None:
        return None
    return {"@type": "CreativeWork", "name": original.title, "url": site.full_address(original.ref)}
