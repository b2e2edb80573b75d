"""The picture of a person, organisation or skill: on its page, or on one of its own where there is no room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.rules.connections import Node
from gemeengoed.stage.drawing import drawing, has_room, href_of
from gemeengoed.stage.site import Site


def picture(site: Site, node: Node, here: str) -> Mapping[str, Any]:
    """The picture, or the link to it; neither where nothing hangs together with it."""
    if has_room(site, node):
        return {"drawing": drawing(site, node, here), "picture": ""}
    link = site.addresses.relative(here)
    return {"drawing": None, "picture": href_of(site, link, node) if node in site.people.neighbours else ""}
