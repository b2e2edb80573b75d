"""The name of a file, and with it the address of a page: what is left of a title in plain letters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LONGEST: Final = 80


def slug_of(title: str) -> str:
    """The file name of a title: lower-case letters, digits and single hyphens. Empty when nothing of it is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
