"""Which links of a built site lead to a page, file or place in a page that is not there. Other websites are not asked.

Everything is read once, with the parser of the standard library; what a link names is looked up afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_HOST = "https://site.invalid"
_LINKS = ("href", "src", "action")
_NO_LINK = frozenset({"base"})


@dataclass
class _Page(HTMLParser):
    """The links of a page, and the places in it that a link can name."""

    links: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element links to and how it is named."""
        for name, value in attrs:
            if value and name in _LINKS and tag not in _NO_LINK:
                self.links.add(value)
            elif value and (name == "id" or (tag == "a" and name == "name")):
                self.places.add(value)


def dead_links(site: Path, base: str = "") -> tuple[tuple[str, str], ...]:
    """Every page and link of it, sorted, that leads nowhere. ``base`` is the address where the site will stand."""
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    mount = urlsplit(base).path.strip("/")
    return tuple(
        (path, link)
        for path, page in pages.items()
        for link in sorted(page.links)
        if not _leads_somewhere(site, pages, path, link, f"/{mount}/" if mount else "/")
    )


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text("utf-8"))
    page.close()
    return page


def _leads_somewhere(site: Path, pages: dict[str, _Page], path: str, link: str, mount: str) -> bool:
    try:
        there = urlsplit(urljoin(f"{_HOST}{mount}{path}", link))
    except ValueError:  # "http://[": no address at all
        return False
    if f"{there.scheme}://{there.netloc}" != _HOST:
        return True
    if not there.path.startswith(mount):
        return False
    target = unquote(there.path.removeprefix(mount))
    file = f"{target}index.html" if target.endswith("/") or not target else target
    if file not in pages:
        return (site / file).is_file()
    place = unquote(there.fragment)
    return not place or place.startswith("__") or place in pages[file].places  # the theme's own switches: "__drawer"
