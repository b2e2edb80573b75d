"""Which pages nobody may draw away for commerce by text and data mining, said to machines.

In three ways, by the TDM Reservation Protocol (TDMRep, final report of the W3C community group, 10 May 2024): in each
page, in ``/.well-known/tdmrep.json``, and as HTTP headers for hosts that read a file ``_headers`` (Netlify, Cloudflare
Pages; the latter reads a hundred rules at most). A page whose licence allows commerce is never reserved.
"""

from __future__ import annotations

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote, urlsplit

from gemeengoed.provenance import included, licence_of, reserves_mining
from gemeengoed.stage.addresses import address_of
from gemeengoed.stage.editor.connection import connection
from gemeengoed.stage.feeds import FORMATS, feeds
from gemeengoed.stage.page import StagedFile, StagedPage
from gemeengoed.stage.policy import with_policy
from gemeengoed.stage.shared import kept
from gemeengoed.stage.site import Site
from gemeengoed.stage.texts import media_path
from gemeengoed.stage.trace import STAGED, read
from gemeengoed.stage.write import ROOT_FILES

WELL_KNOWN = ".well-known/tdmrep.json"
HEADERS = "_headers"
_SEARCH_INDEX = "pagefind/"


def marked(site: Site, page: StagedPage) -> StagedPage:
    """A page that says whether it is reserved. One that is not an item has the licence that holds by default."""
    settings = site.settings.licences
    reserved = page.facts.get("reserved", reserves_mining(settings.default))
    return replace(page, facts={**page.facts, "reserved": reserved, "tdm_policy": settings.tdm_policy or ""})


def root_files(site: Site, pages: Mapping[str, bool]) -> Iterator[StagedFile]:
    """The files that say it for the whole site. ``pages`` has the paths of all, and whether each is reserved."""
    patterns = reserved_patterns(reserved_paths(site, pages))
    base = quote(urlsplit(site.settings.site_url).path.rstrip("/") + f"/{site.base}".rstrip("/"))
    policy = site.settings.licences.tdm_policy
    told = headers(base, patterns, policy)
    files = {
        WELL_KNOWN: tdmrep(base, patterns, policy),
        HEADERS: with_policy(base, told, _editor_origins(site)) if site.is_first else told,
    }
    yield from (StagedFile(f"{ROOT_FILES}{path}", text) for path, text in files.items())


def _editor_origins(site: Site) -> tuple[str, ...] | None:
    """The origins that the editor asks; None where nobody can sign in to one."""
    found = connection(site.settings)
    return found.origins if found and found.is_ready else None


def tdmrep(base: str, patterns: Iterable[str], policy: str | None) -> str:
    """``tdmrep.json``: a rule for each pattern; a path that ends in a slash and a star is all below it."""
    rules = [
        {
            "location": base + (pattern.removesuffix("*") if pattern.endswith("*") else f"{pattern}$"),
            "tdm-reservation": 1,
            **({"tdm-policy": policy} if policy else {}),
        }
        for pattern in patterns
    ]
    return json.dumps(rules or [{"location": f"{base}/", "tdm-reservation": 0}], indent=1) + "\n"


def headers(base: str, patterns: Iterable[str], policy: str | None) -> str:
    """``_headers``: the same, as a host sends it."""
    fields = "  tdm-reservation: 1\n" + (f"  tdm-policy: {policy}\n" if policy else "")
    return "".join(f"{base}{pattern}\n{fields}" for pattern in patterns)


def reserved_patterns(paths: Mapping[str, bool]) -> list[str]:
    """The reserved ones of the paths of a site, as few patterns as can be: ``/*``, a whole folder, or a page."""
    if paths and all(paths.values()):
        return ["/*"]
    folders: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        folders[path.partition("/")[0] if "/" in path else ""].append(path)
    patterns: list[str] = []
    for folder, inside in sorted(folders.items()):
        if folder and all(paths[path] for path in inside):
            patterns.append(f"/{quote(folder)}/*")
        else:
            patterns += [f"/{quote(path)}" for path in sorted(inside) if paths[path]]
    return patterns


def reserved_paths(site: Site, pages: Mapping[str, bool]) -> dict[str, bool]:
    """The path of every page, medium and feed, and whether it is reserved. The search index has the text of all."""
    read(STAGED)
    paths = {address_of(path): is_reserved for path, is_reserved in pages.items()}
    return {**paths, **dict(_media(site).items()), **_feeds(site), _SEARCH_INDEX: any(paths.values())}


def _feeds(site: Site) -> dict[str, bool]:
    """Every file of a feed: reserved when any page is that it tells of."""
    return {
        feed.path(ending): any(reserved_items(site).get(ref) for ref in feed.items)
        for feed in feeds(site).values()
        for ending, _, _ in FORMATS
    }


@kept(dict[str, bool])
def reserved_items(site: Site) -> Mapping[str, bool]:
    """Whether the licence of each item reserves it."""
    items = site.edition.items.values()
    return {item.ref: reserves_mining(licence_of(site.commons, item).licence) for item in items}


@kept(dict[str, bool])
def _media(site: Site) -> Mapping[str, bool]:
    """Every medium: by its own licence where an item states it, and else reserved when all pages that show it are."""
    stated: dict[str, bool] = {}
    shown: dict[str, bool] = {}
    for item in site.edition.items.values():
        own = reserves_mining(licence_of(site.commons, item).licence)
        folder = item.path.rpartition("/")[0]
        for part in included(item):
            if part.loc[0] == "media":
                stated[posixpath.normpath(f"{folder}/{part.title}")] = reserves_mining(part.licence)
        for path in item.media:
            shown[path] = own and shown.get(path, True)
    return {
        media_path(site, path): stated.get(path, reserved)
        for path, reserved in shown.items()
        if path in site.edition.media and path.count("/") >= 2
    }
