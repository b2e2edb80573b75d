"""A line does not end in blanks, other than the two spaces that make a line break.

Why: nobody sees them, yet they show up as changes of the page, and hide the ones that matter.

Bad: a line with one space, a tab, or blanks before an empty line at its end
Good: a line that ends with its last word
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from gemeengoed.checks.base import in_body, mended, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.texts import Text

SEVERITY = Severity.ADVICE
REACH = Reach.FILE

_BLANKS = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
_BREAK = re.compile(r"(?<=[^\s#])  (?=\n[ \t>]*[^\s>])")
_BLOCK = re.compile(r":[ ]+[|>][-+0-9]*[ ]*$", re.MULTILINE)


def check(commons: Commons) -> Iterator[Finding]:
    """Yield the blanks at the end of each line, those in code and in literal blocks of front matter aside."""
    for text in texts(commons):
        if " \n" in text.head or "\t\n" in text.head:
            yield from _in_front_matter(text)
        if " \n" in text.body or "\t\n" in text.body or text.body.endswith((" ", "\t")):
            yield from _in_body(text)


def _in_body(text: Text) -> Iterator[Finding]:
    for match in _BLANKS.finditer(text.body):
        start, end = match.span()
        line = text.body.rfind("\n", 0, start) + 1
        if _BREAK.match(text.body, start) or text.masked[line:end] != text.body[line:end]:
            continue
        yield mended(text, in_body(text, start, *_WHAT), end, "", is_sure=True)


def _in_front_matter(text: Text) -> Iterator[Finding]:
    if _BLOCK.search(text.head):
        return
    for number, line in enumerate(text.head.split("\n"), start=text.head_line):
        kept = line.rstrip(" \t")
        if kept and kept != line:
            found = Finding(text.path, number, len(kept) + 1, *_WHAT)
            yield replace(found, replacement="", end=(number, len(line) + 1), is_sure=True)


_WHAT = (message("This line ends in blanks that nobody sees."), message("Take away the blanks at the end of the line."))
