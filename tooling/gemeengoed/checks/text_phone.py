"""No text holds a telephone number.

Why: a number belongs to a person or a desk; people change desks, and a page is copied and kept for ever.

Bad: ``Bel An op 0475 12 34 56.``
Good: ``Bel de dienst Participatie; het nummer staat op https://www.gemeente.be/contact.``

A maintainer may name in ``allowed`` the numbers that may stand, written in any way: those of the commons itself.
"""

import re
from collections.abc import Iterator

from gemeengoed.checks.base import passages
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Line, Record
from gemeengoed.model import Commons
from gemeengoed.personal.phone_numbers import find_phone_numbers
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE


class Parameters(Record):
    """``allowed``: the numbers that may stand in a text."""

    allowed: tuple[Line, ...] = ()


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every number in pages and registers, those in front matter, code and comments too."""
    allowed = {_digits(number) for number in parameters.allowed}
    advice = message("Remove it. Name a service, a role or a web page where one can ask.")
    for passage in passages(commons):
        for offset, number in find_phone_numbers(passage.text):
            if _digits(number) not in allowed:
                yield passage.finding(
                    offset, message("Here stands a telephone number: '{number}'.", number=number), advice
                )


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
