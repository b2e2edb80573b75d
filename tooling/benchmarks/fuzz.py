"""Fuzzes what reads strangers' files: front matter and Markdown through loading, every check, links and the sanitiser.

    python tooling/benchmarks/fuzz.py --seconds 120

An input that raises, or that takes this process longer than ``LIMIT`` seconds, ends the run with a failure; atheris
then leaves it in a file ``crash-…`` in the folder that one stands in. The run begins with very long pages of a word
over and over, and goes on from the pages of this repository.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["gemeengoed"]):
    from gemeengoed.cache import Memory
    from gemeengoed.checks.run import run_checks
    from gemeengoed.i18n import translator
    from gemeengoed.kinds import KINDS
    from gemeengoed.load import fill, frame
    from gemeengoed.load.files import Found
    from gemeengoed.markdown.links import rewrite_links
    from gemeengoed.markdown.sanitise import sanitise
    from gemeengoed.model import Commons
    from gemeengoed.report.text import report
    from gemeengoed.settings import read_settings

LIMIT = 2.0
LENGTH = 50_000
LONG_PAGES = 100
REPOSITORY = Path(__file__).parents[2]
WORDS = (
    "---\n", "\n---\n\n", "title: ", "sources: [{relation: derived-from, licence: ", "licence: ", "CC-BY-SA-4.0",
    "  - ", "<!-- gemeengoed: off ", "](", "![", "```\n", "~~~", "<script>", "<a href='", "javascript:", "{#", "[^1]:",
    "|---|\n", "&amp;", "*x", "&x ", "!!str ", "2017-Q1", "2019/2020", "BE68 5390 0754 7034", "85.07.30-033.28",
    "0470 12 34 56", "\u202e", "\u200b", "\u2028", "\ufeff", "@", "> ", "1. ", "# ", "\n===\n", "[", "a ", "<", "**",
    "an@gemeente.example", "https://x.example/", "translation_of: {item: methods/a, hash: ", "word ", "\n", "\\", ".",
)  # fmt: skip
"""What a page is made of, so that the fuzzer need not find it letter by letter."""


def fuzz_page(commons: Commons, data: bytes) -> None:
    """Load and check a page of these bytes (the first says of which kind it is), and make its text and links safe."""
    kind = KINDS[data[0] % len(KINDS)] if data else KINDS[0]
    path = f"commons/{kind.folder}/pagina.md"
    (commons.root / path).write_bytes(data[1:])
    start = time.process_time()
    whole = fill(commons, Memory(), [Found(path, len(data) - 1)])
    report(run_checks(whole), translator("nl"))
    for text in whole.texts():
        assert rewrite_links(text.body, lambda link: link.target) == text.body
        assert "<script" not in sanitise(text.body).lower()
    seconds = time.process_time() - start
    assert seconds < LIMIT, f"took {seconds:.1f} seconds: {data[:200]!r}"


def main() -> None:
    """Fuzz for so many seconds, in a folder that is thrown away; very long pages first."""
    parser = argparse.ArgumentParser(description="Fuzz the reading and checking of pages.")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root, seeds, words = Path(folder, "commons-of-one"), Path(folder, "seeds"), Path(folder, "words")
        commons = _prepare(root, seeds, words)
        for data in long_pages(random.Random(options.seed)):
            fuzz_page(commons, data)
        arguments = [f"-max_total_time={options.seconds}", f"-seed={options.seed}", "-max_len=4096", f"-dict={words}"]
        atheris.Setup([sys.argv[0], *arguments, str(seeds)], lambda data: fuzz_page(commons, data))
        atheris.Fuzz()


def long_pages(chance: random.Random) -> Iterator[bytes]:
    """Pages of one or two words, over and over: what makes a pattern or parser slow that is not linear."""
    pairs = [("", word) for word in WORDS] + [tuple(chance.sample(WORDS, 2)) for _ in range(LONG_PAGES)]
    for pair in pairs:
        text = "".join(pair) * (LENGTH // len("".join(pair)))
        yield f"\0---\ntitle: Lang\nkeywords: [{text[:2000]}\n---\n{text}".encode()
        yield f"\0---\ntitle: Lang\n---\n{text}".encode()


def _prepare(root: Path, seeds: Path, words: Path) -> Commons:
    """A commons with the registers of this repository, and what to begin with; returns the commons without texts."""
    for kind in KINDS:
        (root / "commons" / kind.folder).mkdir(parents=True)
    for name in ("mkdocs.yml", "contributors.yaml", "commons/vocabulary.yaml"):
        (root / name).write_bytes((REPOSITORY / name).read_bytes())
    seeds.mkdir()
    for number, kind in enumerate(KINDS):
        for page in sorted((REPOSITORY / "commons" / kind.folder).glob("*.md"))[:9]:
            (seeds / f"{kind.name}-{page.stem}").write_bytes(bytes([number]) + page.read_bytes()[:4000])
    quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    words.write_text("".join(f'"{word}"\n' for word in quoted))
    return frame(root, read_settings(root), None, date(2026, 11, 22), Memory())


if __name__ == "__main__":
    main()
