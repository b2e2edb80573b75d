"""The pages that exist once: home, what is new, every file, and the hand-written ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from gemeengoed.edition import Outcome
from gemeengoed.kinds import KINDS, Kind
from gemeengoed.kinds.common import Language
from gemeengoed.stage.addresses import CONTRIBUTE, FILES, HOME, NEW, address_of, listing_path, relative
from gemeengoed.stage.calendar.shown import entry
from gemeengoed.stage.contribute import forms_from, joining_from
from gemeengoed.stage.editor.page import editor_link
from gemeengoed.stage.entries import MOST_NAMED, Entry
from gemeengoed.stage.feeds import WAITING, follow
from gemeengoed.stage.linked_data import site_data, written_data
from gemeengoed.stage.page import StagedPage, Unit, only
from gemeengoed.stage.parts import in_parts
from gemeengoed.stage.site import LATEST, Card, Site
from gemeengoed.stage.texts import edit_address, staged_body
from gemeengoed.texts import Text

NEWEST = 36
NETWORKS, ORGANISATIONS = 8, 12
"""How many the first page names."""

FILES_PER_PAGE = 180


def special_units(site: Site) -> Iterator[Unit]:
    """Every page that exists once; those that people wrote together."""
    yield "home", partial(only, home_page, site)
    yield NEW, partial(only, new_page, site)
    yield "written", partial(_written_pages, site)


def _written_pages(site: Site) -> Iterator[StagedPage]:
    for text in site.commons.pages:
        path = site.written.texts.get(text.path, "index.md")
        if path != "index.md":
            yield hand_written_page(site, text, path)


def home_page(site: Site) -> StagedPage:
    """What this is, search, what is new, and the ways in: kinds and themes."""
    link = site.addresses.relative(HOME)
    items = site.index.by_kind
    kinds = [(kind, link(kind.folder), len(items.get(kind.folder, ())), _newest_of(site, kind)) for kind in KINDS]
    under = site.index.by_term.get("theme", {})
    themes = [
        Entry(site.name_of("theme", theme), link(f"themes/{theme}"), len(found)) for theme, found in under.items()
    ]
    networks, organisations = items.get("networks", ()), _organisations(site)
    questions = (item for item in site.index.newest if item.kind.name == "question")
    waiting = (item for item in questions if getattr(item.fields, "state", None) in WAITING)
    html = site.render(
        "home.html.jinja",
        HOME,
        kinds=kinds,
        themes=sorted(themes, key=lambda entry: (-entry.count, entry.name))[:MOST_NAMED],
        more_themes=len(themes) > MOST_NAMED,
        newest=site.cards(site.index.newest[:LATEST], HOME),
        questions=site.cards(islice(waiting, 3), HOME),
        coming=[entry(site, item, link) for item in site.programme.to_come[:3]],
        networks=site.cards(networks[:NETWORKS], HOME),
        network_count=len(networks),
        organisations=organisations[:ORGANISATIONS],
        organisation_count=len(organisations),
        total=len(site.edition.listed),
    )
    texts = site.written.texts
    introduction = next((text for text in site.commons.pages if texts.get(text.path) == "index.md"), None)
    body = staged_body(site, introduction, "index.md") if introduction else ""
    say = site.words.say
    return StagedPage(
        "index.md",
        site.settings.site_name,
        say("Practices, tips and methods of local governments, shared by their networks."),
        body,
        {"head": site.render("head.html.jinja", HOME, linked_data=site_data(site)), "header": html},
        {"layout": "home"},
    )


def _organisations(site: Site) -> list[Entry]:
    """The organisations under which most stands."""
    link, under = site.addresses.relative(HOME), site.index.by_term.get("organisation", {})
    shown = [
        Entry(site.name_of("organisation", name), link(f"organisations/{name}"), len(items))
        for name, items in under.items()
        if site.has_page("organisation", name)
    ]
    return sorted(shown, key=lambda entry: (-entry.count, entry.name))


def _newest_of(site: Site, kind: Kind) -> Card | None:
    """The item of a kind that came last."""
    found = next((item for item in site.index.newest if item.kind is kind), None)
    return site.card(found, site.addresses.relative(HOME)) if found else None


def new_page(site: Site) -> StagedPage:
    """The items that came last."""
    here = site.addresses.page(NEW)
    title = site.words.say("What is new")
    newest = site.cards(site.index.newest[:NEWEST], here)
    html = site.render("new.html.jinja", here, title=title, newest=newest, follow=follow(site, "", here))
    return StagedPage(listing_path(here), title, "", parts={"header": html}, facts={"layout": "listing"})


def file_pages(site: Site) -> Iterator[StagedPage]:
    """Every file of the commons that this edition may know of, and what became of it."""
    outcomes = site.edition.outcomes
    title = site.words.say("Every file and what became of it")
    counts = _counts(site, outcomes)

    def show(part: Sequence[Outcome], here: str, number: int) -> dict[str, Any]:
        return {"counts": counts, "outcomes": part, "manifest": relative(site.base + here, "manifest.json")}

    return in_parts(site, FILES, title, "", outcomes, "files.html.jinja", show, size=FILES_PER_PAGE)


def _counts(site: Site, outcomes: tuple[Outcome, ...]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for outcome in outcomes:
        label = site.words.say(outcome.fate.label)
        counts[label] = counts.get(label, 0) + 1
    return sorted(counts.items())


def hand_written_page(site: Site, text: Text, path: str) -> StagedPage:
    """A page below ``docs/``, at the same place on the site."""
    address = address_of(path)
    title = str(text.front_matter.get("title") or path.removesuffix(".md"))
    description = str(text.front_matter.get("description") or "")
    is_way_in = address == site.addresses.page(CONTRIBUTE)
    language = str(site.settings.language_of_page(text.path))
    context = {
        "title": site.said(title, language),
        "description": site.said(description, language),
        "edit": edit_address(site, text),
        "language": language,
        "languages": {str(each): site.words.say(each.label) for each in Language},
        "forms": forms_from(site, address) if is_way_in else [],
        "joining": joining_from(site, address) if is_way_in else "",
        "editor": editor_link(site, address) if is_way_in else "",
    }
    data = written_data(site, text, title, description, address)
    return StagedPage(
        path,
        title,
        description,
        staged_body(site, text, path),
        {
            "head": site.render("head.html.jinja", address, linked_data=data),
            **{part: site.render(f"written/{part}.html.jinja", address, **context) for part in ("header", "footer")},
        },
        {"layout": "written", "searchable": True},
        of=text.path,
        language="" if language == site.language else language,
    )
