"""The lines of a file that switch a check off there: ``<!-- gemeengoed: off link-target, because … -->``.

In YAML the same stands behind a ``#``. What follows the code is the reason.
"""

from __future__ import annotations

import re

from gemeengoed.texts import Switch

_SWITCH = re.compile(
    r"(?:<!--|#)[ \t]*+gemeengoed:[ \t]*+off[ \t]++(?P<code>[^\s,;:>]+)[ \t]*+[,;:]?(?P<reason>(?:(?!-->)[^\n])*+)"
)


def find_switches(text: str) -> tuple[Switch, ...]:
    """The switches in the text of a whole file, in order."""
    if "gemeengoed:" not in text:
        return ()
    return tuple(
        Switch(
            match["code"],
            match["reason"].strip(),
            (
                text.count("\n", 0, match.start("code")) + 1,
                match.start("code") - text.rfind("\n", 0, match.start("code")),
            ),
        )
        for match in _SWITCH.finditer(text)
    )
