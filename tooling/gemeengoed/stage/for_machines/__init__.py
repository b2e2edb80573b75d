"""Files that programs look for: the site map, ``robots.txt``, ``llms.txt``, the catalogue, and how to cite it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from gemeengoed.stage.for_machines.catalogue import catalogue
from gemeengoed.stage.for_machines.citation import citation
from gemeengoed.stage.for_machines.guide import guide
from gemeengoed.stage.for_machines.robots import robots
from gemeengoed.stage.for_machines.site_map import site_maps
from gemeengoed.stage.page import StagedFile
from gemeengoed.stage.reservation import reserved_paths
from gemeengoed.stage.site import Site
from gemeengoed.stage.trace import STAGED, read
from gemeengoed.stage.write import ROOT_FILES

FILES: Mapping[str, Callable[[Site], str]] = {
    "catalog.jsonld": catalogue,
    "llms.txt": guide,
    "CITATION.cff": citation,
}


def machine_files(site: Site) -> Iterator[tuple[str, str]]:
    """Path and text of those that stand once for all languages."""
    yield from ((path, make(site)) for path, make in FILES.items())


def root_site_map(site: Site, reserved: Mapping[str, bool]) -> Iterator[StagedFile]:
    """The site map in the language of the site. ``reserved`` has the paths of all pages."""
    read(STAGED)
    if site.settings.site_url:
        for path, text in site_maps(site, reserved):
            yield StagedFile(f"{ROOT_FILES}{site.base}{path}", text)


def root_robots(site: Site, reserved: Mapping[str, bool]) -> Iterator[StagedFile]:
    """What the site adds to ``robots.txt``. ``reserved`` says of the path of each page whether it is reserved."""
    yield StagedFile(f"{ROOT_FILES}robots.txt", robots(site, reserved_paths(site, reserved)))
