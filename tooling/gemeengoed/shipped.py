"""What a site ships to its readers, and under which licence: declared once, held by a test to what a built site has.

The colophon shows it.

Licences and versions of what comes from a package are in the package's own description. What a package itself brings
along stands in its source maps; the test reads those too.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata

from gemeengoed import typeface
from gemeengoed.i18n import Message, message


@dataclass(frozen=True)
class Source:
    """What something of ours was drawn after: its name, its licence (SPDX), and where it stands."""

    name: str
    licence: str
    url: str


@dataclass(frozen=True)
class Shipped:
    """Something that is shipped: name, what it is for, where it comes from, and the files that it is.

    ``package`` is what it is installed from; its licence is the package's, unless ``licence`` says another. ``files``
    are patterns of paths below the root of the site.
    """

    name: str
    purpose: Message
    url: str
    files: tuple[str, ...] = ()
    package: str = ""
    licence: str = ""
    holder: str = ""
    is_changed: bool = False

    @property
    def version(self) -> str:
        """The version that is installed; empty for what comes from no package."""
        return _said_by(self.package, "Version") if self.package else ""

    @property
    def terms(self) -> str:
        """Its licence."""
        return self.licence or _said_by(self.package, "License-Expression") or _said_by(self.package, "License")


def _said_by(package: str, field: str) -> str:
    try:
        return str(metadata(package)[field] or "") if field in metadata(package) else ""
    except PackageNotFoundError:
        return ""


_BY_ADOBE = "Copyright 2010–2018 Adobe Systems Incorporated"

SHIPPED: tuple[Shipped, ...] = (
    Shipped(
        "Gemeengoed",
        message("The program that makes this site, with its look and its scripts."),
        "",
        files=("assets/gemeengoed/*.css", "assets/gemeengoed/*.js", "assets/gemeengoed/*.svg"),
        licence="EUPL-1.2",
    ),
    Shipped(
        "Source Sans Pro",
        message("The letters of the text."),
        "https://pypi.org/project/font-source-sans-pro/",
        files=("assets/gemeengoed/fonts/sans*.woff2",),
        package="font-source-sans-pro",
        licence=typeface.LICENCE,
        holder=_BY_ADOBE,
        is_changed=True,
    ),
    Shipped(
        "Source Serif Pro",
        message("The letters of the titles."),
        "https://pypi.org/project/font-source-serif-pro/",
        files=("assets/gemeengoed/fonts/serif*.woff2",),
        package="font-source-serif-pro",
        licence=typeface.LICENCE,
        holder=_BY_ADOBE,
        is_changed=True,
    ),
    Shipped(
        "Material Design Icons",
        message("The pictures beside words."),
        "https://pictogrammers.com/library/mdi/",
        licence="Apache-2.0",
        holder="Pictogrammers",
    ),
    Shipped(
        "Decap CMS",
        message("The editor in the browser, where a commons has one."),
        "https://decapcms.org/",
        licence="MIT",
    ),
    Shipped(
        "Pagefind",
        message("The search, and the index that it reads."),
        "https://pagefind.app/",
        files=("pagefind/*",),
        package="pagefind-bin",
        holder="CloudCannon and contributors",
    ),
)
"""Everything that is shipped besides the pages and what is made of them."""

DRAWN_FROM: tuple[Source, ...] = (
    Source("bmesuere/belgium-topojson", "CC0-1.0", "https://github.com/bmesuere/belgium-topojson"),
)
"""What the outlines on the maps were drawn from."""
