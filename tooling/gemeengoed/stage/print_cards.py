"""Cards to print and cut, four on a sheet of A4 (A6 each), of what one takes along to a meeting: methods and tips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from gemeengoed.kinds import KIND_BY_FOLDER, Kind
from gemeengoed.licences import find_licence
from gemeengoed.markdown.words import steps_or_points
from gemeengoed.model import Item
from gemeengoed.provenance import licence_of
from gemeengoed.stage.addresses import PRINT_CARDS, listing_path
from gemeengoed.stage.named import PRINTED, printed
from gemeengoed.stage.page import StagedPage, Unit, only
from gemeengoed.stage.shared import shared
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown

FACTS = ("duration", "group_size", "difficulty", "materials", "applies_to")
A_PART = 24
"""Six sheets of four."""

MOST_STEPS = 8


@dataclass(frozen=True)
class PrintCard:
    """What stands on a card."""

    slug: str
    title: str
    kind: Kind
    lead: str
    facts: tuple[tuple[str, Shown], ...]
    steps: tuple[str, ...]
    address: str
    licence: str


def print_card(site: Site, item: Item, here: str) -> PrintCard | None:
    """The card of an item; None where its kind has none."""
    if item.kind.folder not in PRINTED:
        return None
    fields, language = site.fields(item), site.language_of(item)
    known = [name for name in FACTS if name in type(fields).model_fields]
    licence = find_licence(licence_of(site.commons, item).licence)
    return PrintCard(
        slug=item.ref.partition("/")[2],
        title=site.title(item),
        kind=item.kind,
        lead=getattr(fields, "purpose", None) or fields.summary or "",
        facts=tuple(site.values(here).fields(fields, known)),
        steps=tuple(site.said(step.name, language) for step in steps_or_points(item.text.body)[:MOST_STEPS]),
        address=site.full_address(item.ref).partition("://")[2].rstrip("/"),
        licence=licence.badge if licence else "",
    )


def print_card_units(site: Site) -> Iterator[Unit]:
    """The cards of each kind, each part by itself."""
    for folder in PRINTED:
        for number in range(1, _parts(site, folder) + 1):
            yield f"print cards {folder} {number}", partial(only, _page, site, KIND_BY_FOLDER[folder], number)


def _parts(site: Site, folder: str) -> int:
    return -(-len(site.index.by_kind.get(folder, ())) // A_PART)


@shared
def _on_cards(site: Site) -> Mapping[str, tuple[str, ...]]:
    """What is on the cards of each part of each kind: a page depends on its own part."""
    found = dict[str, tuple[str, ...]]()
    for folder in PRINTED:
        refs = [item.ref for item in site.index.by_kind.get(folder, ())]
        found |= {f"{folder} {at // A_PART + 1}": tuple(refs[at : at + A_PART]) for at in range(0, len(refs), A_PART)}
    return found


def cards_name(site: Site, folder: str) -> str:
    """The name of the cards of a kind, in the words of the site: ``print-cards/methoden``."""
    return f"{PRINT_CARDS}/{printed(site.words.say)[folder]}"


def _page(site: Site, kind: Kind, number: int) -> StagedPage:
    part, parts = _on_cards(site)[f"{kind.folder} {number}"], _parts(site, kind.folder)
    title = site.words.say("Cards to print: %(kind)s") % {"kind": site.words.say(kind.plural).lower()}
    name = cards_name(site, kind.folder)
    here = site.addresses.page(name, number)
    html = site.render(
        "print_cards/page.html.jinja",
        here,
        title=title,
        kind=kind,
        cards=[print_card(site, site.edition.items[ref], here) for ref in part],
        name=name,
        number=number,
        numbers=range(1, parts + 1),
    )
    shown = f"{title} ({number}/{parts})" if number > 1 else title
    return StagedPage(listing_path(here), shown, "", parts={"header": html}, facts={"layout": "listing"})
