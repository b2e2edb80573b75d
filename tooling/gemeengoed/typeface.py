"""The typeface of the site: the faces that are shipped, their letters for Latin scripts, made once on a machine.

Each face is two files: the letters of western Europe, which every page needs, and those of the rest of Europe, which a
browser loads where a page has one of them (``unicode-range`` in ``styles/typeface.css``).

The faces come from packages of the Python registry (Source Sans Pro and Source Serif Pro, by Adobe, OFL 1.1). What is
shipped is a part of each, so a modified version: the name that the licence reserves is taken out of it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import ModuleType

import font_source_sans_pro
import font_source_serif_pro
from platformdirs import user_cache_path

from gemeengoed.cache import digest

LICENCE = "OFL-1.1"
FEATURES = ("kern", "liga", "ccmp", "locl", "lnum", "pnum", "tnum")
"""What OpenType does with the letters that the site wants of it: figures of equal width in tables, for one."""

LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x178, *range(0x2010, 0x2016), *range(0x2018, 0x201F),
    0x2020, 0x2021, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122,
    *range(0x2190, 0x2194), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
)  # fmt: skip
"""The letters of western Europe, and the signs of a well-set text."""

FURTHER = (*sorted({*range(0x100, 0x180)} - {*LETTERS}), 0x218, 0x219, 0x21A, 0x21B)
"""Latin with every other accent of the languages of Europe."""

_COPYRIGHT, _FAMILY, _UNIQUE, _FULL, _POSTSCRIPT, _LICENCE, _LICENCE_ADDRESS = 0, 1, 3, 4, 6, 13, 14


@dataclass(frozen=True)
class Face:
    """One face: the file that ships it, the package that it comes from, what it is called there, and which letters."""

    name: str
    package: ModuleType
    file: str
    letters: tuple[int, ...] = LETTERS

    @property
    def source(self) -> Path:
        """The file in the package, whole."""
        return Path(str(self.package.__file__)).parent / "files" / self.file

    @property
    def version(self) -> str:
        """The version of the package."""
        return _version(self.package.__name__.replace("_", "-"))


SANS = Face("sans", font_source_sans_pro, "SourceSansPro-Regular.ttf")
ITALIC = Face("sans-italic", font_source_sans_pro, "SourceSansPro-It.ttf")
BOLD = Face("sans-bold", font_source_sans_pro, "SourceSansPro-Semibold.ttf")
SERIF = Face("serif-bold", font_source_serif_pro, "SourceSerifPro-Semibold.ttf")
FACES = tuple(
    replace(face, name=face.name + suffix, letters=letters)
    for suffix, letters in (("", LETTERS), ("-further", FURTHER))
    for face in (SANS, ITALIC, BOLD, SERIF)
)


@cache
def _version(package: str) -> str:
    """The version of a package: telling it takes longer than reading a face."""
    return version(package)


def web_font(face: Face) -> bytes:
    """The face as WOFF2 with its letters; kept for the next build, of whichever commons."""
    made_with = (_version(name) for name in ("fonttools", "brotli"))
    key = digest(Path(__file__).read_bytes(), face.name, face.version, *made_with)
    kept = user_cache_path("gemeengoed") / "fonts" / f"{face.name}-{key}.woff2"
    try:
        return kept.read_bytes()
    except OSError:
        made = _cut(face)
        _keep(kept, made)
        return made


def _keep(place: Path, content: bytes) -> None:
    """Put a file in its place whole; where one may keep nothing, it is made again next time."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, delete=False) as written:
            written.write(content)
        os.replace(written.name, place)
    except OSError:
        return


def _cut(face: Face) -> bytes:
    import brotli  # noqa: F401 (with which fontTools packs; it asks for it when it saves)
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    wanted = Options(hinting=False, layout_features=list(FEATURES), name_IDs=["*"], notdef_outline=True)
    cut, packed = Subsetter(wanted), BytesIO()
    cut.populate(unicodes=face.letters)
    with TTFont(face.source, lazy=True, recalcTimestamp=False) as font:
        cut.subset(font)
        _name(font["name"], face)
        font.flavor = "woff2"
        font.save(packed)
    return packed.getvalue()


def _name(names: object, face: Face) -> None:
    """Give a face a name of our own, and say under which licence it is; its copyright stays."""
    own = f"Gemeengoed {face.name}"
    said = {
        _FAMILY: own,
        _UNIQUE: f"{own}, after {face.package.__name__} {face.version}",
        _FULL: own,
        _POSTSCRIPT: own.replace(" ", "-"),
        _LICENCE: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        _LICENCE_ADDRESS: "https://openfontlicense.org",
    }
    copyright_ = names.getDebugName(_COPYRIGHT)  # type: ignore[attr-defined]
    names.names = []  # type: ignore[attr-defined]
    for number, text in {_COPYRIGHT: copyright_, **said}.items():
        names.setName(text, number, 3, 1, 0x409)  # type: ignore[attr-defined]
