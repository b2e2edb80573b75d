"""The name of a picture or document is lower-case letters, digits, and single hyphens, underscores or points.

Why: the name becomes an address; spaces, capitals and accents break when that is passed on, or on another computer.

Bad: ``commons/methods/Foto van de zaal (2).JPG``.
Good: ``commons/methods/foto-van-de-zaal.jpg``.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from unicodedata import normalize

from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.load.media import media_files
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE

_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every media file with another name."""
    for file in media_files(commons):
        name = PurePosixPath(file.path).name
        if not _NAME.fullmatch(name):
            what = message("The file name '{name}' must be lower-case letters, digits and single hyphens.", name=name)
            good = _good(name)
            advice = message("Rename it to '{good}', also where it is used.", good=good) if good else None
            yield Finding(file.path, 1, 1, what, advice)


def _good(name: str) -> str:
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem, _, suffix = plain.rpartition(".")
    words = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")
    return f"{words}.{suffix}" if words else ""
