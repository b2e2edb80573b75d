"""What a reader may do with a page: its licence, what follows along from what it includes, and how to name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gemeengoed.licences import Licence, find_licence
from gemeengoed.model import Item
from gemeengoed.provenance import licence_of, restricted
from gemeengoed.stage.site import Site


@dataclass(frozen=True)
class Following:
    """An included work whose restrictions follow along: its title, its licence, and what one may not do with it."""

    title: str
    licence: str
    url: str
    may_not: tuple[str, ...]


def rights(site: Site, item: Item) -> dict[str, Any]:
    """What the template of the licence box asks for."""
    licence_id = licence_of(site.commons, item).licence
    return {
        "licence": find_licence(licence_id),
        "licence_id": licence_id,
        "following": following(item),
        "address": site.full_address(item.ref),
        "makers": [site.name_of(site.commons.party_register(name), name) for name in item.fields.authors],
    }


def following(item: Item) -> list[Following]:
    """The included works with restrictions of their own."""
    parts = ((part, find_licence(part.licence)) for part in restricted(item))
    return [
        Following(part.title, _badge(licence, part.licence), licence.url if licence else "", _may_not(licence))
        for part, licence in parts
    ]


def _badge(licence: Licence | None, identifier: str) -> str:
    return licence.badge if licence else identifier


def _may_not(licence: Licence | None) -> tuple[str, ...]:
    return licence.may_not if licence else ()
