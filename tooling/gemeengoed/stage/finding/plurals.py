"""Singular and plural of Dutch nouns, guessed from their letters, so that *buurten* is known where *buurt* is.

Rules of Dutch spelling (Taalunie, Leidraad): ``-en`` and ``-s``; an open syllable has one vowel letter (raad, raden), a
closed one doubles the consonant (budget, budgetten), ``f`` and ``s`` become ``v`` and ``z`` (brief, brieven).
"""

from __future__ import annotations

import re

_DOUBLED = re.compile(r"([bcdfgklmnprst])\1$")
_OPEN = re.compile(r"(?:^|[^aeiou])([aeou])([bcdfghklmnprstvwz])$")
_VOICED = {"v": "f", "z": "s"}


def singulars(word: str) -> set[str]:
    """What a word may be the plural of; it may be none at all."""
    found: set[str] = set()
    if word.endswith("en") and len(word) > 4:
        found |= _closed(word[:-2])
    if word.endswith("en") and len(word) > 6:
        found.add(word[:-1])  # gemeenten: gemeente
    if word.endswith("s") and len(word) > 3:
        found |= {word[:-1], word[:-1].removesuffix("'")}
    return found


def _closed(stem: str) -> set[str]:
    """A stem before ``-en`` as it is written without it."""
    if _DOUBLED.search(stem):
        return {stem[:-1]}
    found = {stem}
    if stem[-1:] in _VOICED:
        found.add(stem[:-1] + _VOICED[stem[-1]])
    if match := _OPEN.search(stem):
        last = _VOICED.get(match[2], match[2])
        found.add(f"{stem[:-2]}{match[1] * 2}{last}")
    return found


_UNSTRESSED = re.compile(r"\w{3,}(?:tor|sor)en$")


def missed(word: str) -> set[str]:
    """The singulars that Pagefind's stemmer does not see: to it *factoren* is of *factoor*, as *oren* is of *oor*."""
    return {word[:-2]} if _UNSTRESSED.match(word) else set()
