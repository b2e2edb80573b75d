"""Belgian national register numbers, told from other numbers by their checksum (mod 97, before and after 2000)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gemeengoed.personal.found import Found, has_digits, in_address

_NUMBER = re.compile(
    r"[0-9]{2}(?<![0-9][0-9]{2})[. /-]?[0-9]{2}[. /-]?[0-9]{2}[ .-]{0,3}[0-9]{3}[ .-]{0,3}[0-9]{2}(?![0-9])"
)


def find_national_numbers(text: str) -> Iterator[Found]:
    """Every number of a person in the national register, and every bis number of one who is not in it."""
    if not has_digits(text, 11):
        return
    for match in _NUMBER.finditer(text):
        from stdnum.be import ssn  # takes 8 ms, and few pages have what looks like one

        digits = re.sub(r"[^0-9]", "", match.group())
        if ssn.is_valid(digits) and not _is_part(text, match) and not in_address(text, match.start()):
            yield Found(match.start(), match.group())


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether the digits are a part of a longer code."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return any(sign.isalnum() or sign == "_" for sign in around)
