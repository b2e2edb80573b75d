"""A paragraph does not pile up passive forms: it says who does what.

Why: "er wordt beslist" leaves out who decides; several of those in a row make a text distant and hard to act on.

Bad: ``De aanvraag wordt ingediend, wordt onderzocht en wordt daarna voorgelegd.``
Good: ``De vereniging dient de aanvraag in. De dienst onderzoekt ze en legt ze voor aan het college.``
"""

import re
from collections.abc import Iterator
from functools import cache

from pydantic import PositiveInt

from gemeengoed.checks.base import in_body, texts_in
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.common import Language
from gemeengoed.kinds.declare import Record
from gemeengoed.markdown.prose import paragraphs
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.FILE


class Parameters(Record):
    """From how many passive forms in a paragraph on it is told, and how they are recognised (Dutch)."""

    most: PositiveInt = 2
    auxiliaries: tuple[str, ...] = ("word", "wordt", "worden", "werd", "werden")
    prefixes: tuple[str, ...] = (
        "ge", "be", "ver", "her", "ont", "aange", "afge", "inge", "opge", "uitge", "voorge", "toege", "meege", "bijge",
        "overge", "doorge", "nage", "onder", "over", "door", "omge", "weer", "vastge", "samenge", "voort",
    )  # fmt: skip


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every paragraph with more passive forms than that, at the first of them."""
    form = _passive(parameters.auxiliaries, parameters.prefixes)
    advice = message("Say who does it: 'de dienst onderzoekt' rather than 'er wordt onderzocht'.")
    for text in texts_in(commons, Language.NL):
        if sum(text.body.count(word) for word in ("word", "werd")) <= parameters.most:
            continue
        for paragraph in paragraphs(text.masked):
            found = list(form.finditer(paragraph.text))
            if len(found) > parameters.most:
                what = message(
                    "This paragraph has {count} passive forms, such as '{form}'.",
                    count=len(found),
                    form=found[0].group(),
                )
                yield in_body(text, paragraph.offset + found[0].start(), what, advice)


@cache
def _passive(auxiliaries: tuple[str, ...], prefixes: tuple[str, ...]) -> re.Pattern[str]:
    """An auxiliary with a past participle at most six words after it, or right before it."""
    auxiliary = rf"\b(?:{'|'.join(auxiliaries)})\b"
    participle = rf"\b(?:{'|'.join(prefixes)})\w{{2,}}(?:d|t|en)\b"
    return re.compile(
        rf"{auxiliary}(?:[ \n]+(?!{auxiliary})[^\s.!?;:]+){{0,6}}?[ \n]+{participle}|{participle}[ \n]+{auxiliary}",
        re.IGNORECASE,
    )
