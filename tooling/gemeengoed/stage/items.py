"""The page of an item: everything that its front matter says, and what the rest of the commons says about it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from gemeengoed.kinds.common import Audience, ItemFields, Status
from gemeengoed.licences import LICENCES
from gemeengoed.markdown.links import Link, resolve, rewrite_links
from gemeengoed.model import MEDIA, Item, Text
from gemeengoed.stage.addresses import listing_path, staged_path
from gemeengoed.stage.compounds import compound_parts
from gemeengoed.stage.index import revision_of
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site

BEFORE = ("purpose",)
AFTER = (
    "outcome", "evidence", "success_factors", "obstacles", "when_not", "worksheet",
    "changed", "advice", "motivation", "engagements", "business_model", "fit", "aspects", "evaluations", "handover",
    "roles", "open_roles", "cycles", "agenda", "decisions", "parts",
)  # fmt: skip
"""Fields of a kind that read as a section of the article; its other own fields stand in the box beside it."""

COMMON_FACTS = ("organisations", "networks", "regions", "skills", "keywords", "steward", "review_by", "supersedes")
ELSEWHERE = (
    "title", "summary", "authors", "themes", "credits", "language", "licence", "audience", "status", "sources", "media",
    "related", "translation_of", "reviews", "maturity",
)  # fmt: skip
"""Fields that have a place of their own in the templates."""


def item_pages(site: Site) -> Iterator[StagedPage]:
    """The page of every item of the edition."""
    for item in site.edition.items.values():
        yield item_page(site, item)


def item_page(site: Site, item: Item) -> StagedPage:
    """The page of one item."""
    here = site.addresses.page(item.ref)
    path = staged_path(here)
    context = _context(site, item, here)
    return StagedPage(
        path=path,
        title=item.title,
        description=item.fields.summary or "",
        body=staged_body(site, item.text, path),
        parts={part: site.render(f"item/{part}.html.jinja", here, **context) for part in ("header", "aside", "footer")},
        facts={
            "layout": "item",
            "aside_title": site.words.say("In short"),
            "kind": item.kind.name,
            "language": str(item.fields.language or site.settings.language),
            "licence": context["licence"].url if context["licence"] else "",
            "searchable": item.fields.status is Status.PUBLISHED,
        },
    )


def _context(site: Site, item: Item, here: str) -> dict[str, Any]:
    fields, values = item.fields, site.values(here)
    own = [name for name in type(fields).model_fields if name not in ItemFields.model_fields]
    facts = [name for name in own if name not in (*BEFORE, *AFTER, *ELSEWHERE)]
    backlinks = [other for other in site.index.backlinks.get(item.ref, ()) if other.ref != item.ref]
    revision = revision_of(site.edition, item)
    licence_id = fields.licence or site.settings.licences.default
    return {
        "item": item,
        "kind": item.kind,
        "fields": fields,
        "values": values,
        "keywords": [*fields.keywords, *(site.name_of("theme", theme) for theme in fields.themes)],
        "before": values.fields(fields, [name for name in BEFORE if name in own]),
        "after": values.fields(fields, [name for name in AFTER if name in own]),
        "facts": values.fields(fields, [*facts, *COMMON_FACTS]),
        "backlinks": site.cards(backlinks, here),
        "related": values.field(fields, "related").many,
        "created": site.words.day(revision.created) if revision else "",
        "changed": site.words.day(revision.changed) if revision and revision.changed != revision.created else "",
        "sort_date": revision.created.isoformat() if revision else "",
        "licence": LICENCES.get(licence_id),
        "licence_id": licence_id,
        "edit": edit_address(site, item.text),
        "is_archived": fields.status is Status.ARCHIVED,
        "for_members": fields.audience is Audience.MEMBERS,
        "parts_of_words": " ".join(compound_parts(f"{item.title} {fields.summary} {item.text.body}", site.lexicon)),
    }


def edit_address(site: Site, text: Text) -> str:
    """Where the forge lets a reader change a file; empty where the settings name no forge."""
    if not site.settings.repo_url:
        return ""
    return posixpath.join(site.settings.repo_url.rstrip("/"), site.settings.edit_uri.strip("/"), text.path)


def staged_body(site: Site, text: Text, path: str) -> str:
    """The body of a page with its links as the staged tree has them. A link out of the edition keeps only its words."""

    def change(link: Link) -> str | None:
        return _staged_link(site, text, path, link)

    return rewrite_links(text.body, change)


def _staged_link(site: Site, text: Text, path: str, link: Link) -> str | None:
    if link.is_external or not link.target or link.target.startswith("#"):
        return link.target
    name, anchor = resolve(link.target, text.path)
    target = _staged_target(site, name)
    if target is None:
        return None
    relative = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return f"{relative}#{anchor}" if anchor else relative


def _staged_target(site: Site, name: str) -> str | None:
    """The staged file that a resolved link leads to; None when this edition has none."""
    if name in site.edition.items:
        return staged_path(site.addresses.page(name))
    if name in site.commons.items:
        return None
    if posixpath.splitext(name)[1].lower() in MEDIA and name.startswith("commons/"):
        return media_path(site, name) if name in site.edition.media else None
    if name.startswith("docs/"):
        return name.removeprefix("docs/")
    folder, _, term = name.partition("/")
    if term and not site.has_page(folder.removesuffix("s"), term):
        term = ""
    return listing_path(site.addresses.page(f"{folder}/{term}" if term else folder))


def media_path(site: Site, path: str) -> str:
    """The staged path of a file beside an item: ``commons/tips/x.png`` is ``tips/x.png``."""
    _, folder, name = path.split("/", 2)
    return f"{site.addresses.folder(folder)}/{name}"
