"""The pages that are no item: the site itself, listings with what stands in them, terms, parties, written pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from gemeengoed.kinds import KIND_BY_FOLDER, REGISTER_BY_PLURAL, Register
from gemeengoed.kinds.registers import Contributor, Organisation
from gemeengoed.licences import find_licence
from gemeengoed.model import Item
from gemeengoed.rules.consent import may_be_named
from gemeengoed.stage.addresses import SEARCH, address_of
from gemeengoed.stage.linked_data.nodes import Node, identifier, node, publisher, this_site, way_to, written
from gemeengoed.stage.linked_data.parties import term, whole_contributor, whole_organisation
from gemeengoed.stage.open_data.addresses import here_address, page_address, whole
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site
from gemeengoed.texts import Text


def site_data(site: Site) -> Markup:
    """The linked data of the first page: the site, who publishes it, and how one searches it."""
    licence = find_licence(site.settings.licences.default)
    search = node(
        "SearchAction",
        target=node("EntryPoint", urlTemplate=f"{page_address(site, SEARCH)}?q={{search_term_string}}"),
        **{"query-input": "required name=search_term_string"},
    )
    about = node(
        "WebSite",
        id=this_site(site)["@id"],
        name=site.settings.site_name,
        description=site.settings.site_description,
        url=whole(site, ""),
        inLanguage=[str(language.locale) for language in site.settings.shown_in],
        license=licence.url if licence else None,
        publisher=publisher(site),
        potentialAction=search,
    )
    return written([about])


def listing_data(
    site: Site, name: str, title: str, about: str, items: Sequence[Item], number: int = 1, *, named: Sequence[str] = ()
) -> Markup:
    """The linked data of a listing, or of one of its further parts; that of a register with ``named`` entries."""
    return written(_listing(site, name, title, about, items, number, named))


def _listing(
    site: Site, name: str, title: str, about: str, items: Sequence[Item], number: int, named: Sequence[str]
) -> Iterator[Node]:
    folder, _, entry = name.partition("/")
    entries = [
        node("ListItem", position=at, url=page_address(site, item.ref))
        for at, item in enumerate(items, start=1 + (number - 1) * site.settings.limits.listing_page)
    ]
    subject = _subject(site, REGISTER_BY_PLURAL[folder], entry, named) if folder in REGISTER_BY_PLURAL else None
    yield _page(site, title, about, site.addresses.page(name, number)) | node(
        "ProfilePage" if subject and subject["@type"] == "Person" else "CollectionPage",
        about=subject,
        mainEntity=node("ItemList", itemListElement=entries) if entries else None,
    )
    yield way_to(site, _trail(site, folder, name, title))


def _trail(site: Site, folder: str, name: str, title: str) -> list[tuple[str, str]]:
    above = KIND_BY_FOLDER[folder].plural if folder in KIND_BY_FOLDER else None
    above = REGISTER_BY_PLURAL[folder].label if folder in REGISTER_BY_PLURAL else above
    first = [(folder, site.words.say(above))] if above and folder != name else []
    return [*first, (name, title)]


def _subject(site: Site, register: Register, entry: str, named: Sequence[str]) -> Node | None:
    """What the page of an entry is about, or that of all of them."""
    if not entry:
        return _terms(site, register, named) if register.name in site.commons.terms else None
    record = site.records(register.name).get(entry.partition("/")[0])
    if record is None or "/" in entry:
        return None
    if isinstance(record, Contributor):
        return whole_contributor(site, entry) if may_be_named(site.commons, entry) else None
    if isinstance(record, Organisation):
        return whole_organisation(site, entry)
    description = record.about and record.about.said(site.language, site.settings.language)
    other = list(getattr(record.synonyms, site.language, None) or ()) if record.synonyms else []
    return term(site, register.name, entry) | node(
        "DefinedTerm",
        description=description,
        alternateName=other,
        url=page_address(site, f"{register.plural}/{entry}"),
        inDefinedTermSet={"@id": identifier(site, register.plural)},
    )


def _terms(site: Site, register: Register, names: Sequence[str]) -> Node:
    return node(
        "DefinedTermSet",
        id=identifier(site, register.plural),
        name=site.words.say(register.label),
        hasDefinedTerm=[term(site, register.name, name) for name in names],
    )


def written_data(site: Site, text: Text, title: str, description: str, address: str) -> Markup:
    """The linked data of a hand-written page."""
    revision = site.edition.history.revisions.get(text.path)
    licence = find_licence(site.settings.licences.default)
    page = _page(site, title, description, address) | node(
        "WebPage",
        license=licence.url if licence else None,
        datePublished=revision.created.isoformat() if revision else None,
        dateModified=revision.changed.isoformat() if revision else None,
        publisher=publisher(site),
    )
    return written([page])


def described(site: Site, page: StagedPage) -> StagedPage:
    """A page that says what it is, where nothing more is known of it than its title."""
    if "head" in page.parts:
        return page
    here = address_of(page.path)
    data = written([_page(site, page.title, page.description, here)])
    return replace(page, parts={"head": site.render("head.html.jinja", here, linked_data=data), **page.parts})


def _page(site: Site, title: str, description: str, address: str) -> Node:
    return node(
        "WebPage",
        id=f"{here_address(site, address)}#page",
        name=title,
        description=description,
        url=here_address(site, address),
        inLanguage=site.language,
        isPartOf=this_site(site),
    )
