"""What a site ships that others made: with the version, the licence and the source of each. The colophon shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from gemeengoed import typeface


@dataclass(frozen=True)
class Shipped:
    """A part of the site that somebody else made. ``changed``: shipped otherwise than found."""

    name: str
    version: str
    licence: str
    source: str
    holder: str
    changed: bool = False


def shipped() -> Iterator[Shipped]:
    """Every part, of the versions that are installed."""
    sans, serif = typeface.SANS.version, typeface.SERIF.version
    by_adobe = "Copyright 2010–2018 Adobe Systems Incorporated"
    yield Shipped(
        "Source Sans Pro", sans, typeface.LICENCE, "https://pypi.org/project/font-source-sans-pro/", by_adobe, True
    )
    yield Shipped(
        "Source Serif Pro", serif, typeface.LICENCE, "https://pypi.org/project/font-source-serif-pro/", by_adobe, True
    )
    yield Shipped(
        "Material Design Icons",
        version("mkdocs-material"),
        "Apache-2.0",
        "https://pypi.org/project/mkdocs-material/",
        "Pictogrammers",
    )
    yield Shipped(
        "Pagefind",
        version("pagefind-bin"),
        "MIT",
        "https://pypi.org/project/pagefind-bin/",
        "CloudCannon and contributors",
    )
