"""The page of an item: a work with its rights, its makers, and what it was made of."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from gemeengoed.kinds.common import Source
from gemeengoed.licences import find_licence, is_known
from gemeengoed.model import Item
from gemeengoed.provenance import licence_of
from gemeengoed.stage.index import revision_of
from gemeengoed.stage.linked_data.meanings import MEANINGS, RELATIONS
from gemeengoed.stage.linked_data.nodes import Node, identifier, node, publisher, this_site, way_to, written
from gemeengoed.stage.linked_data.parties import parties, term
from gemeengoed.stage.linked_data.things import as_term
from gemeengoed.stage.open_data.addresses import page_address
from gemeengoed.stage.site import Site


def linked_data(site: Site, item: Item) -> Markup:
    """The linked data of the page of an item."""
    return written(describe(site, item))


def describe(site: Site, item: Item) -> Iterator[Node]:
    """The nodes of the page of an item: the work, the thing that it is about, and the way to it."""
    meaning = MEANINGS[item.kind.name]
    work, thing = _work(site, item, meaning.type), meaning.thing(site, item)
    work |= meaning.adds(site, item)
    if thing:
        work["mainEntity"] = {"@id": thing["@id"]}
    yield work
    if thing:
        yield thing
    yield way_to(site, [(item.kind.folder, site.words.say(item.kind.plural)), (item.ref, item.title)])


def _work(site: Site, item: Item, kind: str) -> Node:
    fields, revision = item.fields, revision_of(site.edition, item)
    credited = dict.fromkeys(name for names in fields.credits.values() for name in names)
    return node(
        kind,
        id=identifier(site, item.ref),
        name=item.title,
        headline=item.title if kind == "Article" else None,
        abstract=fields.summary,
        url=page_address(site, item.ref),
        inLanguage=site.language_of(item),
        license=_licence(licence_of(site.commons, item).licence),
        isAccessibleForFree=True,
        author=parties(site, fields.authors),
        contributor=parties(site, (name for name in credited if name not in fields.authors)),
        publisher=publisher(site),
        isPartOf=this_site(site),
        datePublished=revision.created.isoformat() if revision else None,
        dateModified=revision.changed.isoformat() if revision else None,
        about=[term(site, "theme", theme) for theme in fields.themes if as_term(site, "theme", theme)],
        keywords=list(fields.keywords),
        spatialCoverage=[site.name_of("region", name) for name in fields.regions if as_term(site, "region", name)],
        translationOfWork=_original(site, item),
        workTranslation=_translations(site, item),
        **_sources(item),
    )


def _sources(item: Item) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for source in item.fields.sources:
        if source.relation:
            found.setdefault(RELATIONS[source.relation], []).append(_source(source))
    return found


def _licence(licence: str) -> str | None:
    """The address of a licence, or its identifier where we know no address."""
    found = find_licence(licence)
    return found.url if found else licence if is_known(licence) else None


def _source(source: Source) -> Node:
    return node(
        "CreativeWork",
        name=source.title,
        url=source.url,
        author=source.author,
        datePublished=source.date.text if source.date and "Q" not in source.date.text else None,
        isPartOf=node("CreativeWork", name=source.publication) if source.publication else None,
        license=_licence(source.licence) if source.licence else None,
    )


def _original(site: Site, item: Item) -> Node | None:
    """The item that this one translates, where the readers of this edition may know of it."""
    translation = item.fields.translation_of
    original = site.edition.items.get(translation.item) if translation and translation.item else None
    return _named(site, original) if original else None


def _translations(site: Site, item: Item) -> list[Node]:
    """The items that translate this one."""
    original, *translations = site.index.versions.get(item.ref, (item,))
    return [_named(site, other) for other in translations] if original.ref == item.ref else []


def _named(site: Site, item: Item) -> Node:
    return node(
        "CreativeWork",
        id=identifier(site, item.ref),
        name=item.title,
        url=page_address(site, item.ref),
        inLanguage=site.language_of(item),
    )
