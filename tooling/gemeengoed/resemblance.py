"""Which texts are nearly the same: an inverted index over a sample of their shingles, then a full comparison of pairs.

A shingle is a run of words (Broder, "On the resemblance and containment of documents", 1997). Of each text those that
start at a long word are put in an index. A text is held against the earlier one that shares most of them with it, never
against all, so the work grows with the number of words and not with the number of pairs. Beside MinHash with LSH
(datasketch) this is faster, finds more, says what is shared, and needs no numpy; see tooling/benchmarks/.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_LONG = 9
_HOLDERS = 4
_LIKELY = 0.15


@dataclass(frozen=True)
class Resemblance:
    """A text that says much of what an earlier one says.

    ``share`` is the part of the shorter text's shingles that the other has too, from 0 to 1; ``start`` and ``end`` are
    the offsets, in ``text``, of the longest passage that both have.
    """

    text: str
    other: str
    share: float
    start: int
    end: int


@dataclass(frozen=True)
class Sketch:
    """What the index needs of a text: how many words it has, and the hashes of its sample of shingles, in order."""

    words: int
    sample: tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The sketch of a text: the same in every run."""
    words = text.lower().split()
    starts = (at for at, word in enumerate(words) if len(word) >= _LONG)
    return Sketch(len(words), tuple(sorted({crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in starts})))


def resemblances(
    sketches: Iterable[tuple[str, Sketch]], text_of: Callable[[str], str], least: float, shortest: int
) -> Iterator[Resemblance]:
    """Every text of at least ``shortest`` words that shares ``least`` or more with an earlier one.

    ``sketches`` are those of all texts, each with the name under which ``text_of`` knows the text.
    Of several earlier ones that which shares most is named. A shingle that many texts have (a standard sentence)
    counts for the first few of them, so that a thousand copies all point at the first.
    """
    index: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    compared = [(name, of_text) for name, of_text in sketches if of_text.words >= shortest]
    several = _in_several(of_text.sample for _, of_text in compared)
    for name, of_text in compared:
        shared = Counter[str]()
        for shingle in several.intersection(of_text.sample):
            holders = index[shingle]
            if holders:
                shared.update(holders)
            if len(holders) < _HOLDERS:
                index[shingle] = (*holders, name)
        other = min(shared, key=lambda each: (-shared[each], each), default="")
        if shared[other] > _LIKELY * len(of_text.sample):
            found = _compare(name, text_of(name), other, text_of(other))
            if found.share >= least:
                yield found


def _in_several(samples: Iterable[tuple[int, ...]]) -> set[int]:
    """The shingles that more than one text has: few of all, and only those make texts resemble each other."""
    seen, several = set[int](), set[int]()
    for sample in samples:
        several.update(seen.intersection(sample))
        seen.update(sample)
    return several


def _compare(name: str, text: str, other: str, other_text: str) -> Resemblance:
    places = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].lower() for start, end in places]
    ours, theirs = _shingles(words), _shingles_of(other_text)
    distinct = set(ours)
    share = len(distinct & theirs) / max(1, min(len(distinct), len(theirs)))
    first, last = _longest_run([shingle in theirs for shingle in ours])
    end = places[min(last + _SHINGLE - 1, len(places)) - 1][1]
    return Resemblance(name, other, share, places[first][0], end)


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))


@lru_cache(maxsize=64)
def _shingles_of(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(_shingles(_WORD.findall(text.lower())))


def _longest_run(shared: list[bool]) -> tuple[int, int]:
    """Start and end of the longest row of true values."""
    best, start = (0, 0), 0
    for at, is_shared in enumerate([*shared, False]):
        if not is_shared:
            if at - start > best[1] - best[0]:
                best = start, at
            start = at + 1
    return best
