"""A picture does not tell where it was taken.

Why: a telephone writes into each photograph where it stood, to the metre. On a public page that may be somebody's home,
and git keeps it for ever.

Bad: a photograph of a kitchen table as the telephone made it.
Good: the same one, saved again without its data, or a picture of the screen.
"""

import re
from collections.abc import Iterator

from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.load.media import media_files, read_head
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.FILE

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif"})

_EXIF = re.compile(rb"(?:Exif\0\0|eXIf|EXIF.{4}|\0{4})(?=II\*\0|MM\0\*)", re.DOTALL)
"""What stands before the data of a camera (Exif 3.0), which begin as a TIFF file does: in JPEG, PNG and WebP; in AVIF
the first of these, or only how far off they are (nothing)."""
_XMP = (b"exif:GPSLatitude", b"exif:GPSLongitude")
_LONGEST = 65_536
_PLACE = 0x8825
_WHERE = frozenset({2, 4})
"""Latitude and longitude; what else stands there (a version, a time) tells of no place."""


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every picture with a place in its data. The picture itself is not decoded."""
    advice = message(
        "Save it again without its data. In Windows: right-click, Properties, Details, 'Remove Properties and Personal "
        "Information'. On a Mac: Preview, Tools, Show Inspector, GPS, 'Remove Location Info'. Put that one here."
    )
    most = commons.settings.limits.media_bytes
    for file in media_files(commons):
        if file.suffix in PICTURES and tells_where(read_head(commons.root, file.path, most)):
            what = message("The picture tells where it was taken.")
            yield Finding(file.path, 1, 1, what, advice)


def tells_where(content: bytes) -> bool:
    """Whether a picture has a place in its data."""
    if any(word in content for word in _XMP):
        return True
    return any(_has_place(content[found.end() : found.end() + _LONGEST]) for found in _EXIF.finditer(content))


def _has_place(data: bytes) -> bool:
    from PIL.Image import Exif  # takes a while to load, and hardly any picture has such data

    exif = Exif()
    try:
        exif.load(data)
        return not _WHERE.isdisjoint(exif.get_ifd(_PLACE))
    except Exception:  # whatever strangers put there: what cannot be read tells of no place
        return False
