"""A line that switches a check off names a check, gives a reason, and has something to switch off.

Why: a switch that nobody needs any more hides the next mistake, and one without a reason helps nobody to judge it.

Bad: ``<!-- gemeengoed: off link-target -->``.
Good: ``<!-- gemeengoed: off link-target, because the page comes next week -->``.
"""

from collections.abc import Iterator, Set

from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import nearest

SEVERITY = Severity.WARNING

ONLY_WHEN_ASKED = frozenset({"external-link"})
"""Checks that find nothing in an ordinary run, so that a switch for them is never without use."""


def check(commons: Commons) -> Iterator[Finding]:
    """Yield nothing: whether a switch is of use is known only after the other checks; see ``check_switches``."""
    yield from ()


def check_switches(commons: Commons, codes: Set[str], used: Set[tuple[str, str]]) -> Iterator[Finding]:
    """Yield every switch that names none of ``codes``, gives no reason, or is not among the ``used`` (path, code)."""
    for file in commons.files():
        for switch in file.switches:
            line, column = switch.place
            if switch.code not in codes:
                near = nearest(switch.code, codes)
                advice = message("Did you mean '{known}'?", known=near) if near else None
                what = message("There is no check '{code}' to switch off.", code=switch.code)
            elif not switch.reason:
                what = message("The reason why '{code}' is switched off is missing; it stays on.", code=switch.code)
                advice = message("Write the reason behind it: off {code}, because …", code=switch.code)
            elif (file.path, switch.code) not in used and switch.code not in ONLY_WHEN_ASKED:
                what = message(
                    "The check '{code}' finds nothing here, so it need not be switched off.", code=switch.code
                )
                advice = message("Remove this line.")
            else:
                continue
            yield Finding(file.path, line, column, what, advice)
