"""Pictures out of a document: what a browser shows, without what a camera noted in them."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import Final

from PIL import ExifTags, Image, ImageOps

from gemeengoed.i18n import Message, message

_ENDINGS: Final = {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif", "WEBP": ".webp"}
_PIXELS: Final = 60_000_000
_WIDEST: Final = 1_600


@dataclass(frozen=True)
class Picture:
    """A picture to put beside a page: how its name ends, its bytes, and what must be said of it."""

    ending: str
    content: bytes
    said: tuple[Message, ...] = ()


def clean_picture(name: str, content: bytes) -> Picture | Message:
    """The picture with nothing in it but what one sees, no wider than a page needs; or why it cannot come along."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=tuple(_ENDINGS)) as image:
                if image.width * image.height > _PIXELS:
                    return message("The picture '{name}' is too large to open.", name=name)
                return _cleaned(name, image)
    except Exception:  # what a broken picture makes the library raise is not documented in full
        return message("'{name}' is no picture that a browser shows; it was left out.", name=name)


def _cleaned(name: str, image: Image.Image) -> Picture:
    kind = str(image.format)
    has_place = ExifTags.IFD.GPSInfo in image.getexif()
    upright = ImageOps.exif_transpose(image)
    if upright.width > _WIDEST:
        upright.thumbnail((_WIDEST, 10 * _WIDEST))
    out = io.BytesIO()
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    if upright.palette is not None:
        bare.putpalette(upright.palette)
    bare.save(out, kind, **({"quality": 88, "optimize": True} if kind in ("JPEG", "WEBP") else {}))
    said = (
        [message("The place where '{name}' was taken stood in it; it was taken out.", name=name)] if has_place else []
    )
    if getattr(image, "is_animated", False):
        said.append(message("Of '{name}', which moves, the first picture was kept.", name=name))
    return Picture(_ENDINGS[kind], out.getvalue(), tuple(said))
