"""Files that programs look for: the site map, ``robots.txt``, ``llms.txt``, the catalogue, and how to cite it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from gemeengoed.stage.for_machines.catalogue import catalogue
from gemeengoed.stage.for_machines.citation import citation
from gemeengoed.stage.for_machines.guide import guide
from gemeengoed.stage.for_machines.robots import robots
from gemeengoed.stage.for_machines.site_map import site_maps
from gemeengoed.stage.page import Staged
from gemeengoed.stage.reservation import reserved_paths
from gemeengoed.stage.site import Site
from gemeengoed.stage.write import ROOT_FILES

FILES: Mapping[str, Callable[[Site], str]] = {
    "catalog.jsonld": catalogue,
    "llms.txt": guide,
    "CITATION.cff": citation,
}


def machine_files(site: Site, staged: Iterable[Staged]) -> Iterator[tuple[str, str]]:
    """Path and text of each, apart from those that a commons has below ``docs/`` itself.

    The site in each language has a site map and adds to ``robots.txt``; the others stand once, at the root.
    """
    pages = list(staged)
    if site.is_first:
        yield from ((path, make(site)) for path, make in FILES.items() if not _is_own(site, path))
    if site.settings.site_url:
        for path, text in site_maps(site, pages):
            yield f"{ROOT_FILES}{site.base}{path}", text
    if not _is_own(site, "robots.txt"):
        yield f"{ROOT_FILES}robots.txt", robots(site, reserved_paths(site, pages))


def _is_own(site: Site, path: str) -> bool:
    return (site.commons.root / "docs" / path).is_file()
