"""The picture of a person, organisation or skill: on its page, or on one of its own where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gemeengoed.rules.connections import Node
from gemeengoed.stage.addresses import listing_path
from gemeengoed.stage.drawing import drawing, has_room, href_of, name_of, picture_name
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site


def picture(site: Site, node: Node, here: str) -> Mapping[str, Any]:
    """The picture, or the link to it; neither where nothing hangs together with it."""
    if has_room(site, node):
        return {"drawing": drawing(site, node, here), "picture": ""}
    link = site.addresses.relative(here)
    return {"drawing": None, "picture": href_of(site, link, node) if node in site.people.neighbours else ""}


def own_picture(site: Site, node: Node) -> Iterator[StagedPage]:
    """The page of a picture that has no room on that of what it is about."""
    if not has_room(site, node) and node in site.people.neighbours:
        yield picture_page(site, node, listing_path)


def picture_page(site: Site, node: Node, path_of: Callable[[str], str]) -> StagedPage:
    """A picture on a page of its own, which is staged at the path of its address."""
    here, name = site.addresses.page(picture_name(node)), name_of(site, node)
    title = mixed(site.words.say("Connections of {name}"), name=name)
    html = site.render(
        "people/picture.html.jinja",
        here,
        title=title,
        name=name,
        page=f"{node[0]}s/{node[1]}",
        drawing=drawing(site, node, here),
    )
    return StagedPage(path_of(here), title, "", parts={"header": html}, facts={"layout": "listing"})
