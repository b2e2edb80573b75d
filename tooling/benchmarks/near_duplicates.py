"""Near-duplicates among 10,000 made-up pages: our inverted index beside MinHash with LSH.

    python tooling/benchmarks/near_duplicates.py ours
    python tooling/benchmarks/near_duplicates.py minhash    (needs: pip install datasketch)

Two hundred pages are copies of another one in which 2, 5 or 8 in a hundred words were changed; a third of all pages end
with the same two sentences. Each way runs in a process of its own, so that the memory is its own too.
"""

from __future__ import annotations

import random
import resource
import sys
import time

from gemeengoed.resemblance import resemblances, sketch

PAGES, COPIES, WORDS = 10_000, 200, 440
ENDING = "Deze pagina is gemaakt door de redactie van het netwerk. Neem contact op met de begeleider van je regio."
Pairs = set[frozenset[str]]


def main(way: str) -> None:
    """Make the pages, find the copies, and print the figures."""
    pages, copies = made_up(random.Random(4))
    before, start = _memory(), time.perf_counter()
    found = {"ours": ours, "minhash": minhash}[way](pages)
    seconds = time.perf_counter() - start
    print(f"{way}: {seconds:.2f} s, {_memory() - before} MB, {len(found & copies)} of {len(copies)} copies, ", end="")
    print(f"{len(found - copies)} others")


def made_up(chance: random.Random) -> tuple[dict[str, str], Pairs]:
    """The pages by name, and which of them are copies of which."""
    letters = "abcdefghijklmnoprstuvwz"
    vocabulary = ["".join(chance.choices(letters, k=chance.choice((2, 3, 4, 5, 6, 7, 9, 11)))) for _ in range(8_000)]
    texts = [chance.choices(vocabulary, k=WORDS) for _ in range(PAGES)]
    names, copies = [f"p{number}" for number in range(PAGES)], Pairs()
    picked = chance.sample(range(PAGES), 2 * COPIES)
    for source, target in zip(picked[::2], picked[1::2], strict=True):
        rate = chance.choice((0.02, 0.05, 0.08))
        texts[target] = [chance.choice(vocabulary) if chance.random() < rate else word for word in texts[source]]
        copies.add(frozenset((names[source], names[target])))
    ending = ENDING.split()
    return {
        name: " ".join(text + ending * (at % 3 == 0)) for at, (name, text) in enumerate(zip(names, texts, strict=True))
    }, copies


def ours(pages: dict[str, str]) -> Pairs:
    """What ``gemeengoed check`` does."""
    sketches = ((name, sketch(text)) for name, text in pages.items())
    return {frozenset((found.text, found.other)) for found in resemblances(sketches, pages.__getitem__, 0.6, 50)}


def minhash(pages: dict[str, str]) -> Pairs:
    """MinHash of 128 permutations over runs of four words, in LSH for a Jaccard similarity of a half."""
    from datasketch import MinHash, MinHashLSH

    shingles = (
        [" ".join(words[at : at + 4]).encode() for at in range(len(words) - 3)]
        for words in (text.lower().split() for text in pages.values())
    )
    index, found = MinHashLSH(threshold=0.5, num_perm=128), Pairs()
    for name, hashes in zip(pages, MinHash.generator(shingles, num_perm=128), strict=True):
        found |= {frozenset((name, str(other))) for other in index.query(hashes)}
        index.insert(name, hashes)
    return found


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(sys.argv[1])
