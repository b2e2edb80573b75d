"""Values of content made safe to show: nothing in them moves a cursor, sets a colour or turns the text around."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from typing import Any, Final

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_HARMLESS: Final = frozenset("\u00ad")  # a soft hyphen


def visible(text: str) -> str:
    """The text with every sign that would act or cannot be seen as its number: ``\\x1b`` is ``<U+001B>``."""
    return text if text.isprintable() else "".join(_shown(sign) for sign in text)


@cache
def _shown(sign: str) -> str:
    is_hidden = unicodedata.category(sign) in _HIDDEN and sign not in _HARMLESS
    return f"<U+{ord(sign):04X}>" if is_hidden else sign


def dump(data: Any) -> str:
    """JSON in which such signs are escaped; for a program it is the same data."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return text if text.isascii() else "".join(_escaped(sign) for sign in text)


@cache
def _escaped(sign: str) -> str:
    is_hidden = sign != "\n" and unicodedata.category(sign) in _HIDDEN
    return json.dumps(sign)[1:-1] if is_hidden else sign
