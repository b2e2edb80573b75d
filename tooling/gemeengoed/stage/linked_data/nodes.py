"""Nodes of linked data, and how they are written into a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from gemeengoed.stage.open_data.addresses import api_address, page_address, whole
from gemeengoed.stage.site import Site

Node = dict[str, Any]

CONTEXT = "https://schema.org"


def node(kind: str | tuple[str, ...], **properties: Any) -> Node:
    """A node of a type; what is not known is left out, and a name ``id`` identifies it."""
    found: Node = {"@type": kind if isinstance(kind, str) else list(kind)}
    if identifier := properties.pop("id", ""):
        found["@id"] = identifier
    return found | {name: value for name, value in properties.items() if value is not None and value not in ("", [])}


def written(nodes: Iterable[Node]) -> Markup:
    """Nodes as the text of a script, in which no character can end that."""
    data = {"@context": CONTEXT, "@graph": list(nodes)}
    text = to_json(data).decode()
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def identifier(site: Site, name: str) -> str:
    """What identifies an item, entry or list, in every language."""
    return api_address(site, name)


def thing(site: Site, name: str) -> str:
    """What identifies the thing that a page is about."""
    return f"{api_address(site, name)}#it"


def this_site(site: Site) -> Node:
    """A reference to the site."""
    return {"@id": f"{whole(site, '')}#site"}


def publisher(site: Site) -> Node:
    """Who publishes the site: its commons."""
    return node("Organization", id=f"{whole(site, '')}#commons", name=site.settings.site_name, url=whole(site, ""))


def way_to(site: Site, trail: Iterable[tuple[str, str]]) -> Node:
    """The way to a page from the beginning: name and title of each step, the page itself last."""
    steps: Iterator[Node] = (
        node("ListItem", position=number, name=title, item=page_address(site, name))
        for number, (name, title) in enumerate([("", site.settings.site_name), *trail], start=1)
    )
    return node("BreadcrumbList", itemListElement=list(steps))
