"""The documentation of a check in its four parts, as they stand in the docstring of its module.

The first paragraph is the rule. Then come ``Why:``, ``Bad:`` and ``Good:``, each at the start of a line; a part ends
where the next one starts, and the last one at a blank line: what comes then is what else there is to know. Each part is
a message id, so that it can be said in the language of the reader.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gemeengoed.i18n import Message
from gemeengoed.kinds.declare import Record

_PART = re.compile(r"^(Why|Bad|Good):[ \t\n]*", re.MULTILINE)


@dataclass(frozen=True)
class Documentation:
    """Rule, reason and examples of a check, and what else there is to know.

    In an example what one writes stands between double backticks.
    """

    rule: str
    why: str = ""
    bad: str = ""
    good: str = ""
    more: str = ""

    def labelled(self) -> Iterator[tuple[Message, str]]:
        """Every part after the rule, with its label."""
        yield from ((Message("Why"), self.why), (Message("Not so"), self.bad), (Message("But so"), self.good))
        yield Message("More"), self.more

    def parts(self) -> tuple[str, ...]:
        """Every part that there is, in order."""
        return tuple(text for text in (self.rule, self.why, self.bad, self.good, self.more) if text)


@cache
def documentation(docstring: str) -> Documentation:
    """The parts of a docstring. Lines that are filled are drawn together; indented ones are kept as they are."""
    rule, *rest = _PART.split(inspect.cleandoc(docstring))
    named = dict(zip(rest[::2], rest[1::2], strict=True))
    good, _, more = _drawn(named.get("Good", "")).partition("\n\n")
    return Documentation(_drawn(rule), _drawn(named.get("Why", "")), _drawn(named.get("Bad", "")), good, more)


def _drawn(text: str) -> str:
    paragraphs = (
        part if part.startswith(" ") else " ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text.rstrip())
    )
    return "\n\n".join(part for part in paragraphs if part)


def about_parameters(parameters: type[Record]) -> str:
    """What the docstring of the parameters of a check says of them, in one paragraph."""
    return " ".join((parameters.__doc__ or "").split())
