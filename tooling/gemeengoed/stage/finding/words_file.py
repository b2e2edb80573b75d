"""The words of the commons, for "did you mean": a small file that a browser loads when a search finds little.

Words of titles, summaries, keywords and the vocabulary, in order of alphabet, so that they pack well. Each stands on a
line: how many letters it shares with the one before it (as a letter, ``a`` for none), its other letters, and how usual
it is (a digit, the logarithm of how many titles and such it is in). Where there are too many, rare ones are left out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from itertools import takewhile

from gemeengoed.stage.addresses import SEARCH
from gemeengoed.stage.site import Site

MOST = 20_000
_SHORTEST = 4
_A = ord("a")


def words_file(site: Site) -> Iterator[tuple[str, str]]:
    """The path of the file and its text."""
    yield posixpath.join(site.addresses.page(SEARCH), "words.txt"), packed(dict(site.word_counts.items()))


def packed(counts: Mapping[str, int]) -> str:
    """Words with how often each is used, as one text; see the head of this module."""
    usual = sorted((word for word in counts if len(word) >= _SHORTEST), key=lambda word: (-counts[word], word))
    lines: list[str] = []
    before = ""
    for word in sorted(usual[:MOST]):
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before[:25], word, strict=False)))
        lines.append(f"{chr(_A + shared)}{word[shared:]}{min(counts[word].bit_length() - 1, 9)}")
        before = word
    return "\n".join(lines)
