"""Draws the pictures that show where somebody shares a page: 1200 by 630, in the typeface of the site.

A picture is drawn when the site has none of its name, which is a hash of what stands on it, or when another program
drew the one that it has; the same text always gives the same bytes. Pillow draws, since the program needs it anyway.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from gemeengoed import kept, processes
from gemeengoed.cache import digest, program
from gemeengoed.output import Output
from gemeengoed.stage.social import SPECIFIED, Picture
from gemeengoed.typeface import BOLD, SANS, SERIF, Face

if TYPE_CHECKING:  # Pillow is imported where something is drawn
    from PIL import ImageDraw, ImageFont

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, TOP, FOOT = 80, 150, 500
GROUND, INK, QUIET, ACCENT = "#143d30", "#f6f1e6", "#cfdcd2", "#f2a878"
STRIPS = (
    ("#1c5a45", 22),
    ("#7fae8f", 14),
    ("#d9a441", 8),
    ("#2f7d60", 19),
    ("#a8431a", 7),
    ("#a9c3a4", 14),
    ("#2f7d60", 16),
)
"""The strips of the common field, as in the style sheet: colours, and widths in hundredths."""

TITLE_SIZES = (76, 66, 58, 50, 44)
COLOURS = 32
WORTH_IT = 100
"""From how many pictures on processes that help save more than they cost."""

DRAWN = TypeAdapter(list[str])


def place_pictures(trees: Iterable[Path], site: Output, notes: Path, jobs: int = 1) -> None:
    """Let the site hold the pictures that its staged trees ask for. ``notes`` keeps which are of this program."""
    files = [tree / SPECIFIED for tree in trees if (tree / SPECIFIED).is_file()]
    asked = {Picture(*fields) for file in files for fields in json.loads(file.read_text("utf-8"))}
    wanted = sorted(asked)
    drawn_with = digest(program(), version("pillow"), *(face.version for face in (BOLD, SANS, SERIF)))
    ours = {*kept.recall(notes, DRAWN, drawn_with, [])}
    missing = [picture for picture in wanted if picture.path not in ours or not site.digest(picture.path)]
    for picture in wanted:
        site.keep(picture.path)
    if jobs > 1 and len(missing) >= WORTH_IT:
        with processes.pool(jobs) as executor:
            drawn = list(executor.map(draw, missing, chunksize=32))
    else:
        drawn = [draw(picture) for picture in missing]
    for picture, content in zip(missing, drawn, strict=True):
        site.put(picture.path, content)
    kept.keep(notes, DRAWN, drawn_with, [picture.path for picture in wanted])


def draw(picture: Picture) -> bytes:
    """The picture as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", SIZE, GROUND)
    canvas = ImageDraw.Draw(image)
    _strips(canvas)
    canvas.text((MARGIN, 82), picture.kicker, ACCENT, _font(BOLD, 34))
    size, lines = _fitting(picture.title)
    for number, line in enumerate(lines):
        canvas.text((MARGIN, TOP + number * size * 1.16), line, INK, _font(SERIF, size))
    canvas.text((MARGIN, FOOT), picture.site, INK, _font(SERIF, 36))
    canvas.text((MARGIN, FOOT + 46), _cut(picture.by, _font(SANS, 28)), QUIET, _font(SANS, 28))
    packed = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(packed, "PNG", compress_level=9)
    return packed.getvalue()


def _strips(canvas: ImageDraw.ImageDraw) -> None:
    left = 0.0
    for colour, part in STRIPS:
        right = left + WIDTH * part / 100
        canvas.rectangle((left, 0, right, 22), colour)
        left = right


def _fitting(title: str) -> tuple[int, list[str]]:
    """The largest size at which a title stands above the foot, and its lines; at the smallest it is cut."""
    for size in TITLE_SIZES:
        lines = _lines(title, _font(SERIF, size))
        if len(lines) * size * 1.16 <= FOOT - TOP - 20:
            return size, lines
    most = int((FOOT - TOP - 20) // (TITLE_SIZES[-1] * 1.16))
    return TITLE_SIZES[-1], [*lines[: most - 1], f"{lines[most - 1]} …"]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font))
    return [line for line in lines if line]


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    while font.getlength(text) > WIDTH - 2 * MARGIN:
        text = f"{text[:-2].rstrip()}…"
    return text


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(face.source), size)
