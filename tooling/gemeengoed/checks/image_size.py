"""A picture is no larger than a page can show.

Why: on a telephone in the train a photograph of eight megabytes keeps the reader waiting, and costs money.

Bad: a photograph as the camera made it: 6000 by 4000 pixels, 8 MB.
Good: the same one, 1600 pixels wide, 300 kB.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from pydantic import PositiveInt

from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.declare import Record
from gemeengoed.load.media import MediaFile, media_files, read_head
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"})
_HEAD = 256_000
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF")


class Parameters(Record):
    """How large a picture may be, in bytes, and how wide or high, in pixels."""

    bytes: PositiveInt = 1_500_000
    pixels: PositiveInt = 4_000


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every picture that is larger. Only the start of the file is read, and the picture is not decoded."""
    advice = message("Save it smaller: 1600 pixels wide is enough for a page.")
    for file in media_files(commons):
        if file.suffix in PICTURES and (what := _fault(commons.root, file, parameters)):
            yield Finding(file.path, 1, 1, what, advice)


def _fault(root: Path, file: MediaFile, limits: Parameters) -> Message | None:
    if file.size > limits.bytes:
        return message(
            "The picture is {size} kB; at most {limit} kB loads fast enough.",
            size=file.size // 1000,
            limit=limits.bytes // 1000,
        )
    width, height = dimensions(read_head(root, file.path, _HEAD))
    if max(width, height) > limits.pixels:
        return message(
            "The picture is {width} by {height} pixels; more than {limit} is of no use.",
            width=width,
            height=height,
            limit=limits.pixels,
        )
    return None


def dimensions(head: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP, from its first bytes; -1 where they do not say."""
    if not head.startswith(_SIGNATURES):
        return -1, -1
    import imagesize  # here, since it brings along what asks other websites: that takes as long as fifty of our modules

    try:
        width, height = imagesize.get(BytesIO(head))
    except Exception:
        return -1, -1
    return int(width), int(height)
