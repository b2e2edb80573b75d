"""The page of an experience: how large who used it is and where, and what others told about the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.kinds.experience import Experience
from gemeengoed.model import Item
from gemeengoed.rules.usage import experiences_with, usage
from gemeengoed.stage.of_kind.part import Part
from gemeengoed.stage.site import Site

MOST_OTHERS = 9
"""How many other experiences with the same are named; its own page tells more of them."""


def values(site: Site, item: Item, here: str) -> Mapping[str, Any]:
    """The page that was used, what all experiences with it add up to, and the other ones."""
    fields = item.fields
    assert isinstance(fields, Experience)
    organisation = site.commons.organisations.get(fields.organisation or "")
    band = organisation.population_band if organisation else None
    about = site.edition.items.get(fields.about or "")
    found = experiences_with(about.ref, site.index.backlinks.get(about.ref, ())) if about else ()
    others = [other for other in found if other.ref != item.ref]
    return {
        "size": site.words.say(band.label) if band else "",
        "regions": [site.name_of("region", name) for name in (organisation.regions if organisation else ())],
        "about": site.cards([about], here) if about else [],
        "sum": usage(found, site.commons.organisations),
        "others": site.cards(others[:MOST_OTHERS], here),
        "more": max(len(others) - MOST_OTHERS, 0),
    }


PART = Part(values)
