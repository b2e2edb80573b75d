"""Numbers of bank accounts (IBAN, ISO 13616), told from other codes by their checksum (ISO 7064 mod 97-10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gemeengoed.personal.found import Found, has_digits, in_address

_START = re.compile(r"[0-9]{2}(?<=[A-Za-z]{2}[0-9]{2})(?:[ \u00a0.-]?[A-Za-z0-9]){11,30}")
"""The first match is on the two digits, since a search for digits skips most of a text at once."""

_ALNUM = re.compile(r"[A-Za-z0-9]")
_SHORTEST, _LONGEST = 15, 34
_FEWEST_DIGITS = 10
"""Some countries allow letters nearly everywhere, but nobody has an account with fewer digits."""


def find_bank_accounts(text: str) -> Iterator[Found]:
    """Every IBAN of any country, written with or without spaces."""
    if not has_digits(text, _FEWEST_DIGITS):
        return
    for match in _START.finditer(text):
        start = match.start() - 2
        if _ALNUM.match(text, start - 1) if start else False:
            continue
        if (found := _account(text, start, match.end())) and not in_address(text, start):
            yield found


def _account(text: str, start: int, end: int) -> Found | None:
    """The account number that starts here; what follows it may look like a part of it."""
    from stdnum import iban  # takes 8 ms, and few pages have what looks like one

    ends = [match.end() for match in _ALNUM.finditer(text, start, end)]
    for last in ends[_SHORTEST - 1 : _LONGEST]:
        number = text[start:last]
        if not _ALNUM.match(text, last) and iban.is_valid(number.replace("\u00a0", ""), check_country=False):
            return Found(start, number)
    return None
