"""Old addresses lead on, so that no link rots: of what was renamed (git, ``aliases``) and of what was superseded.

Rule: an address where no page stands leads to the item that had it. A rename that git knows counts, and so does a
former name in the front matter; what an item supersedes and is no longer shown leads to that item. Of several the front
matter comes first. Nothing that the readers of this edition may not know of leads anywhere.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from urllib.parse import quote, urlsplit

from gemeengoed.kinds import KIND_BY_FOLDER
from gemeengoed.kinds.declare import SLUG, Ref
from gemeengoed.model import Item
from gemeengoed.stage.policy import in_a_page
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown
from gemeengoed.stage.write import ROOT_FILES

REDIRECTS = "_redirects"
"""Read by hosts that answer with the new address themselves (Netlify, Cloudflare Pages, Codeberg Pages)."""

_MOST_STEPS = 20
_NAME = re.compile(SLUG)


def replacements(site: Site, item: Item, here: str) -> list[Shown]:
    """The items that say that they replace this one."""
    link = site.addresses.relative(here)
    others = site.index.backlinks.get(item.ref, ())
    newer = [other.ref for other in others if item.ref in other.fields.supersedes]
    return [site.reference(ref, Ref("item"), link) for ref in newer]


def moved(site: Site) -> Mapping[str, str]:
    """The item that the address of each former name leads to."""
    steps = _steps(site)
    items, hidden = site.edition.items, site.withheld
    ends = {old: _end(old, steps, items, hidden) for old in steps if old not in items and _is_name(old)}
    return {old: new for old, new in sorted(ends.items()) if new}


def _steps(site: Site) -> Mapping[str, str]:
    """What each name that is gone became, a step at a time."""
    steps: dict[str, str] = {}
    for old, new in site.commons.history.renamed.items():
        if (before := _ref(old)) and (after := _ref(new)):
            steps[before] = after
    for item in site.edition.items.values():
        steps |= dict.fromkeys(item.fields.supersedes, item.ref)
        steps |= dict.fromkeys(item.fields.aliases, item.ref)
    return steps


def _ref(path: str) -> str:
    """The item whose file this is; empty for another file."""
    top, _, rest = path.partition("/")
    folder, _, name = rest.partition("/")
    is_item = top == "commons" and folder in KIND_BY_FOLDER and name.endswith(".md") and "/" not in name
    return f"{folder}/{name.removesuffix('.md')}" if is_item else ""


def _is_name(ref: str) -> bool:
    """Whether an item can have this name: git knows any that a file had, and ``p_2`` is a part of a listing."""
    folder, _, name = ref.partition("/")
    return folder in KIND_BY_FOLDER and _NAME.fullmatch(name) is not None


def _end(old: str, steps: Mapping[str, str], items: Mapping[str, Item], hidden: Set[str]) -> str:
    """Where one gets by following steps; empty when that is no page, or when one passes what nobody may know of."""
    name = old
    for _ in range(_MOST_STEPS):
        if name in hidden:
            return ""
        name = steps.get(name, "")
        if name in items:
            return name
    return ""


def redirect_files(site: Site) -> Iterator[tuple[str, str]]:
    """A page at every old address that leads on by itself and by a link, and the list for hosts that do it better."""
    found = moved(site)
    base = f"{urlsplit(site.settings.site_url).path.rstrip('/')}/{site.base}".rstrip("/")
    lines = []
    for old, new in found.items():
        here = site.addresses.page(old)
        link = site.addresses.relative(here)
        html = site.render(
            "finding/moved.html.jinja",
            here,
            title=site.title(site.edition.items[new]),
            href=link(new),
            address=site.full_address(new) or link(new),
            policy=in_a_page(),
        )
        yield posixpath.join(ROOT_FILES, site.base, here, "index.html"), f"{html}\n"
        lines.append(f"{base}/{quote(here)} {base}/{quote(site.addresses.page(new))} 301\n")
    if lines:
        yield posixpath.join(ROOT_FILES, REDIRECTS), "".join(lines)
