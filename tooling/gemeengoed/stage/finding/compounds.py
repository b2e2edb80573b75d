"""The parts of compounds, so that a search for ``participatie`` finds *burgerparticipatie* and *participatiebudget*.

Rule: a word is split where it is made, from its first letter to its last, of known words, with a linking sound between
them or none (gemeente|raad|s|lid, kind|er|opvang). Known are the words of the commons (titles, summaries, keywords,
vocabulary) and those of the field (``locale/<language>/searching.yaml``), in the singular and the plural. A part has
four letters at least, but for a few short words; function words (*samen*, *over*) and endings (*heid*, *schap*) are no
parts. Of several ways to split, the likeliest is taken (``_likeliness``); a part that is itself a compound gives its
own too.

Limits: a compound of words that nobody uses by themselves stays whole, and chance can make a word of two others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from gemeengoed.stage.finding.language import Searching
from gemeengoed.stage.finding.plurals import missed, singulars

_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 7
_MOST_PARTS = 4

Split: TypeAlias = tuple[str, ...]


def words_of(text: str) -> set[str]:
    """The words of three letters or more in a text, in lower case."""
    return set(_WORD.findall(text.casefold()))


class Splitter:
    """Splits words by those that are known, and remembers how: pages use the same words over and over."""

    def __init__(self, known: Iterable[str], language: Searching) -> None:
        self._links = language.links
        self._no_part = language.never_parts | language.function_words
        self._short = language.short_parts
        self._field = language.field
        self._exact = {*known, *language.field} - self._no_part
        self._known = self._exact | {one for word in self._exact for one in singulars(word)}
        self._done: dict[str, Split] = {}
        self._further: dict[str, Split] = {}
        self._ways: dict[tuple[str, int], Split] = {}

    def split(self, word: str) -> Split:
        """The parts of a compound, in their order; none when it is not made of known words."""
        if len(word) < _SHORTEST_COMPOUND or not self._links:
            return ()
        if word not in self._done:
            self._done[word] = self._outer(word)
        return self._done[word]

    def further(self, word: str) -> Split:
        """The parts of a word, and what else it should be found by."""
        found = self._further.get(word)
        if found is None:
            found = self._further[word] = (*self.split(word), *missed(word))
        return found

    def _outer(self, word: str) -> Split:
        """The parts of a word; a part that is itself a compound is followed by its own."""
        found: list[str] = []
        for part in self._way(word, _MOST_PARTS, is_whole=True):
            found += [part, *self.split(part)]
        return tuple(dict.fromkeys(found))

    def _way(self, word: str, most: int, *, is_whole: bool = False) -> Split:
        """The best way to divide a word into at most so many known words; none when there is no way."""
        key = (word, most)
        if not is_whole and key in self._ways:
            return self._ways[key]
        best: Split = () if is_whole or not self._is_part(word) else (word,)
        if not best and most > 1:
            ways = [(*head, tail) for tail, rest in self._tails(word) if (head := self._way(rest, most - 1))]
            best = min(ways, key=self._likeliness, default=())
        if not is_whole:
            self._ways[key] = best
        return best

    def _likeliness(self, way: Split) -> tuple[int, int, int, int]:
        """The less, the likelier: few parts, as they are known and no plural, words of the field, a long last one."""
        strange = sum(part not in self._exact for part in way)
        return len(way), strange, -sum(part in self._field for part in way), -len(way[-1])

    def _tails(self, word: str) -> Iterable[tuple[str, str]]:
        """Every known word that a word can end in, with what stands before it and the linking sound."""
        for cut in range(3, len(word) - 2):
            tail = word[cut:]
            if self._is_part(tail):
                before = word[:cut]
                yield from ((tail, before.removesuffix(link)) for link in self._links if before.endswith(link))

    def _is_part(self, word: str) -> bool:
        if word in self._no_part or (len(word) < _SHORTEST_PART and word not in self._short):
            return False
        return word in self._known or word in self._short or not self._known.isdisjoint(singulars(word))


def compound_parts(text: str, splitter: Splitter) -> list[str]:
    """The parts of the compounds in a text, and singulars, that are not words of it themselves, in order."""
    words = words_of(text)
    return sorted(set().union(*map(splitter.further, words)) - words)
