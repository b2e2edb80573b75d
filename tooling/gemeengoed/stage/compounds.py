"""The parts of Dutch compounds, so that a search for ``participatie`` finds *burgerparticipatie*.

Rule: a word is split where both halves are words of the commons itself (titles, summaries, keywords, vocabulary) of at
least four letters, with an optional linking ``s``, ``e``, ``en`` or ``n`` between them. Limit: a compound whose parts
nobody else uses is not split, and neither is one of three or more parts beyond its outer two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORTEST = 4
_LINKS = ("", "s", "en", "e", "n")


def words_of(text: str) -> set[str]:
    """The words of four letters or more in a text, in lower case."""
    return {word.casefold() for word in _WORD.findall(text)}


def split(word: str, known: frozenset[str]) -> set[str]:
    """The known words that a compound is made of; empty when it is not made of known words."""
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        tail = word[cut:]
        if tail not in known:
            continue
        for link in _LINKS:
            head = word[: cut - len(link)] if word[:cut].endswith(link) else ""
            if len(head) >= _SHORTEST and head in known:
                return {head, tail}
    return set()


def compound_parts(text: str, known: frozenset[str]) -> list[str]:
    """The parts of the compounds in a text that are not themselves words of it, in order of alphabet."""
    words = words_of(text)
    parts: set[str] = set()
    for word in words:
        if len(word) >= 2 * _SHORTEST:
            parts |= split(word, known)
    return sorted(parts - words)


def lexicon(texts: Iterable[str]) -> frozenset[str]:
    """The words that the commons itself uses."""
    known: set[str] = set()
    for text in texts:
        known |= words_of(text)
    return frozenset(known)
