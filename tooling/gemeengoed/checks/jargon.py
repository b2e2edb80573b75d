"""A text uses the word that a citizen would use.

Why: officials' words keep out whoever did not learn them, and there is nearly always a plain one.

Bad: ``Inzake de facturatie dient men zich te richten tot de dienst.``
Good: ``Vragen over de rekening? Mail de dienst.``

The list is ``jargon.yaml``; a maintainer adds to it with the parameter ``more`` and takes from it with ``without``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from gemeengoed.checks.base import in_body, texts_in
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Language
from gemeengoed.kinds.declare import Record
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.texts import Text

SEVERITY = Severity.ADVICE
REACH = Reach.FILE

_BEFORE = ("", "(", "[", "*", "**", "_", '"', "“", "'", "‘")
_AFTER = ("", *".,:;!?", ")", "]", "*", "**", "_", '"', "”", "'", "’", '",', "”,", "),", ").", "**,", "**.", "…")

LIST = Path(__file__).with_name("jargon.yaml")


class Parameters(Record):
    """Words to add to the list, each with the better one, and words to leave out of it (Dutch)."""

    more: dict[str, str] = Field(default_factory=dict)
    without: tuple[str, ...] = ()


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield each word of the list where it first stands on a page."""
    words = {
        word: better for word, better in {**_listed(), **parameters.more}.items() if word not in parameters.without
    }
    signs = _signs(words)
    for text in texts_in(commons, Language.NL):
        lower = text.masked.lower()
        if not signs.isdisjoint(lower.split()) and len(lower) == len(text.body):
            yield from _jargon_in(text, lower, words)


def _jargon_in(text: Text, lower: str, words: Mapping[str, str]) -> Iterator[Finding]:
    for word, better in words.items():
        if word in lower and (match := _whole(word).search(lower)):
            what = message("'{word}' is an official's word.", word=text.body[match.start() : match.end()])
            yield in_body(text, match.start(), what, message("Plainer: {better}.", better=better))


def _signs(words: Iterable[str]) -> frozenset[str]:
    """What stands between two spaces where one of the words may stand: its longest part, with marks about it.

    One look at the set of these spares most pages a search for every word.
    """
    parts = {max(word.split(), key=len) for word in words if word.strip()}
    return frozenset(f"{before}{part}{after}" for part in parts for before in _BEFORE for after in _AFTER)


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){re.escape(word)}(?![\w/-])")


@cache
def _listed() -> Mapping[str, str]:
    words = yaml.load(LIST.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {str(word): str(better) for word, better in words.items()}
