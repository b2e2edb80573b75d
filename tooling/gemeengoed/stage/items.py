"""The page of an item: everything that its front matter says, and what the rest of the commons says about it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from gemeengoed.kinds.common import Audience, ItemFields, Maturity, Status
from gemeengoed.markdown.sanitise import in_language, part_in
from gemeengoed.model import Item
from gemeengoed.provenance import reserves_mining
from gemeengoed.rules.gaps import gaps_closed_by
from gemeengoed.stage.addresses import staged_path
from gemeengoed.stage.calendar.decisions import decisions_about
from gemeengoed.stage.citing import citation
from gemeengoed.stage.finding.further import further
from gemeengoed.stage.finding.old_addresses import replacements
from gemeengoed.stage.finding.searched import searched
from gemeengoed.stage.in_languages import in_languages
from gemeengoed.stage.index import revision_of
from gemeengoed.stage.linked_data import linked_data
from gemeengoed.stage.of_kind import OF_KIND
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.paths import SCRIPT, paths
from gemeengoed.stage.print_cards import print_card
from gemeengoed.stage.referring import MOST_LINES, MOST_PATHS, all_referring, referring_name, referring_pages
from gemeengoed.stage.reviewed import reviewed
from gemeengoed.stage.rights import rights
from gemeengoed.stage.site import Site
from gemeengoed.stage.social import address, item_picture
from gemeengoed.stage.texts import edit_address, staged_body
from gemeengoed.stage.used import (
    MOST_ANSWERS,
    answer_heading,
    answers,
    demoted,
    is_shown_with,
    next_step,
    own_search_values,
    used,
)

PARTS = ("head", "header", "aside", "footer")
"""The parts of a page that are rendered here, each by its template."""

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
    "related", "translation_of", "reviews", "maturity", "aliases",
)  # fmt: skip
"""Fields that have a place of their own in the templates."""

MOST_DECISIONS = 12
"""How many decisions about an item its page tells, the last ones; the pages of gatherings have them all."""


def item_units(site: Site) -> Iterator[Unit]:
    """The page of every item of the edition, each by itself."""
    for ref, item in site.edition.items.items():
        yield f"item {ref}", partial(_item_pages, site, item)


def _item_pages(site: Site, item: Item) -> Iterator[StagedPage]:
    """The page of one item, and the list of what refers to it where that is much."""
    yield item_page(site, item)
    yield from referring_pages(site, item)


def item_page(site: Site, item: Item) -> StagedPage:
    """The page of one item."""
    here, item = site.addresses.page(item.ref), site.shown(item)
    path = staged_path(here)
    context = _context(site, item, here)
    part = OF_KIND.get(item.kind.name)
    scripts = (*(part.scripts(item) if part else ()), *([SCRIPT] if context["paths"] else []))
    return StagedPage(
        path=path,
        title=item.title,
        description=item.fields.summary or "",
        body=_body(site, item, path),
        parts={part: site.render(f"item/{part}.html.jinja", here, **context) for part in PARTS},
        facts={
            "layout": "item",
            "aside_title": site.words.say("In short"),
            "kind": item.kind.name,
            **({"social": picture} if (picture := address(site.settings, item_picture(site, item))) else {}),
            "licence": context["licence"].url if context["licence"] else "",
            "reserved": reserves_mining(context["licence_id"]),
            "searchable": item.fields.status is Status.PUBLISHED and item.ref not in site.index.instead,
            **({"scripts": list(scripts)} if scripts else {}),
        },
        of=item.ref,
        language="" if (language := site.language_of(item)) == site.language else language,
    )


def _body(site: Site, item: Item, path: str) -> str:
    """The text of an item; of a question with the answers below it, each under a heading of its own."""
    parts = [staged_body(site, item.text, path)]
    language = site.language_of(item)
    for answer, accepted in answers(site, item)[:MOST_ANSWERS]:
        body = demoted(staged_body(site, answer.text, path))
        own = site.language_of(answer)
        parts += [
            answer_heading(site, answer, accepted, language),
            part_in(body, own) if own != language else body,
        ]
    return in_language("\n\n".join(part.strip() for part in parts), str(item.fields.language or ""))


def _context(site: Site, item: Item, here: str) -> dict[str, Any]:
    """Everything that the templates of an item ask for."""
    fields = item.fields
    return {
        "item": item,
        "kind": item.kind,
        "fields": fields,
        "values": site.values(here),
        **_own(site, item, here),
        **_of_others(site, item, here),
        **_days(site, item),
        **rights(site, item),
        "maturities": list(Maturity),
        "card": print_card(site, item, here),
        "linked_data": linked_data(site, item),
        "cited": citation(site, item),
        "in_languages": in_languages(site, item, here),
        "edit": edit_address(site, item.text),
        "is_archived": fields.status is Status.ARCHIVED,
        "for_members": fields.audience is Audience.MEMBERS,
    }


def _own(site: Site, item: Item, here: str) -> dict[str, Any]:
    """What its own fields say: before and after the text, beside it, and in the part that only its kind has."""
    fields, values, kind = item.fields, site.values(here), item.kind.name
    part = OF_KIND.get(kind)
    elsewhere = {*ELSEWHERE, *(part.shows if part else ())}
    own = [name for name in type(fields).model_fields if name not in ItemFields.model_fields and name not in elsewhere]
    facts = [name for name in own if name not in (*BEFORE, *AFTER)]
    return {
        "before": values.fields(fields, [name for name in BEFORE if name in own]),
        "after": values.fields(fields, [name for name in AFTER if name in own]),
        "facts": values.fields(fields, [name for name in (*facts, *COMMON_FACTS) if name not in elsewhere]),
        "related": values.field(fields, "related").many,
        "of_kind": f"item/of_kind/{kind}.html.jinja" if part else "",
        "lead": f"item/of_kind/{kind}_lead.html.jinja" if part and part.leads else "",
        "own": part.values(site, item, here) if part else {},
    }


def _of_others(site: Site, item: Item, here: str) -> dict[str, Any]:
    """What the rest of the commons says about it: who used it, found it good, refers to it, decided on it."""
    values, part = site.values(here), OF_KIND.get(item.kind.name)
    backlinks = [other for other in site.index.backlinks.get(item.ref, ()) if not is_shown_with(other, item)]
    usage, every = used(site, item, here), all_referring(site, item)
    told = usage.search if usage else own_search_values(site, item)
    return {
        "decisions": decisions_about(site, item, here)[:MOST_DECISIONS],
        "replaced_by": replacements(site, item, here)[:MOST_PATHS],
        "referring": site.cards(backlinks[:MOST_LINES], here) if not (part and part.lists_referring) else [],
        "all_referring": (site.addresses.relative(here)(referring_name(item)), len(every)) if every else None,
        "closed": [values.item(gap.ref) for gap in gaps_closed_by(item, backlinks)[:MOST_PATHS]],
        "used": usage,
        "next_step": next_step(usage.standing) if usage and usage.standing else None,
        "reviewed": reviewed(site, item, here),
        "further": further(site, item, here),
        "paths": paths(site, item, here)[:MOST_PATHS],
        "searched": searched(site, item, told, usage.sum.organisations if usage else 0),
    }


def _days(site: Site, item: Item) -> dict[str, str]:
    """When it came, and when it changed since."""
    revision = revision_of(site.edition, item)
    return {
        "created": site.words.day(revision.created) if revision else "",
        "changed": site.words.day(revision.changed) if revision and revision.changed != revision.created else "",
    }
