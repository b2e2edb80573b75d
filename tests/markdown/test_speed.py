"""No text makes the scanners slow: a megabyte of any sign takes a moment, so no page can stop a build."""

import signal
import time
from collections.abc import Callable

import pytest
from gemeengoed.markdown import words
from gemeengoed.markdown.headings import find_anchors
from gemeengoed.markdown.links import find_links, rewrite_links
from gemeengoed.markdown.mask import mask
from gemeengoed.markdown.unsafe import find_unsafe
from gemeengoed.personal.addresses import disguised

SIZE = 300_000
PATTERNS = [
    *"[<`(#*~>\\ \n|a{!_",
    "\\[",
    "[[a]",
    "](",
    "[a](",
    "![a](b)",
    "[![a](b)](c) ",
    "[a](<b",
    "[a](b 'c ",
    "[a]: b\n",
]
PATTERNS += [
    "[a]:",
    "<a:",
    "<!--",
    "```\n",
    "~~~a\n````\n",
    "> ```\n",
    "a\n--\n",
    "# a\n",
    "# \n",
    "<svg>",
    "{#a",
    "`a``b",
]
PATTERNS += ["[a](javascript:x)", '<a src="', "<a src=\"x'", "[^1]: x\n", "* * ", "1. ", " _a", "*a "]
STARTED = ["[a](| |x", "[a](|\n|x", "[a](b| |x", "[a](|(b|)", "[a](|()|x", "[|\\[|](", "# a| |b", "# a| #|b", "# |\t|b"]
STARTED += ["# a {|#a|x", "{|#a |x", "# |[a](|x", "# |<a|x", "# | _a|x", "<a |href |>", "<a |href= |>", '<a href="|x|>']
STARTED += ["a@b.be |[|x", "a@b.be |[a](mailto:|x", "a@b.be |<a href='mailto:a@b.be'>|x", "|a@b|", "a@b.be |a.|x"]
STARTED += ["<a | ona|>", "<a ona| |>", "<a |id |>", "<a id=| |>", "```\n| > > \n|x", "a\n|-|x"]
SHAPES = [*(("", pattern, "") for pattern in PATTERNS), *(tuple(shape.split("|")) for shape in STARTED)]
"""What stands at the start, what is repeated, and what stands at the end."""

SCANNERS: list[Callable[[str], object]] = [
    mask,
    lambda text: list(find_links(text)),
    lambda text: rewrite_links(text, lambda link: f"{link.target}x"),
    find_anchors,
    lambda text: list(find_unsafe(text)),
    words.plain_words,
    words.steps,
    words.steps_or_points,
    disguised,
]


def filled(start: str, pattern: str, end: str) -> str:
    return start + (pattern * (SIZE // len(pattern))) + end


def stop(*_: object) -> None:
    raise TimeoutError


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
def test_a_long_text_takes_a_moment(shape):
    text = filled(*shape)
    signal.signal(signal.SIGVTALRM, stop)
    for scan in SCANNERS:
        signal.setitimer(signal.ITIMER_VIRTUAL, 3)
        try:
            scan(text)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def test_runs_of_backticks_of_every_length():
    start = time.process_time()
    mask("".join(f"{'`' * length}a" for length in range(1, 1_400)))
    assert time.process_time() - start < 3
