"""Telephone numbers: Belgian and Dutch ones as one dials them there, and those of any country behind a plus.

What looks like one is held to the numbering plans (phonenumbers), so that dates, codes and amounts are none; only
with a Belgian or Dutch prefix, or grouped as Belgians do, a number that nobody has yet is found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gemeengoed.personal.bank_accounts import find_bank_accounts
from gemeengoed.personal.found import Found, in_address
from gemeengoed.personal.national_numbers import find_national_numbers

REGIONS = ("BE", "NL")

_CANDIDATE = re.compile(r"[+(0](?<![\w/+,-][+(0])(?<![0-9][.(][+(0])[0-9(][0-9 \u00a0./()-]{5,22}[0-9](?!\w)")
_HERE = re.compile(r"32[1-9]\d{7,8}|31[1-9]\d{8}")
_BELGIAN = re.compile(r"\(?0(?:4\d\d|[2349]|[1-9]\d)\)?[ \u00a0/]{1,3}\d{2,3}(?:[ \u00a0.]?\d\d){2,3}")
"""A number that is written as one is found also where the plan has not given it to anybody yet."""

_PAIRS = re.compile(r"0[1-57-9](?:[ \u00a0.]\d\d){4}")
_DATE = re.compile(r"\(?\d{1,2}([-/. ])\d{1,2}\1(?:19|20)\d\d(?!\d)")
_GROUPS = re.compile(r"\(?0[1-9]|\(?(?:\+|00)\(?[1-9]")
_CODE = re.compile(r"\b(?:ISBN|ISSN|EAN|DOI|KBO|BTW|BE|NIS|ondernemingsnummer)\b[^\w\n]*$", re.IGNORECASE)


def find_phone_numbers(text: str) -> Iterator[Found]:
    """Every telephone number. Not: numbers of accounts, persons, enterprises and books that look like one."""
    position = 0
    while match := _CANDIDATE.search(text, position):
        found = _number(match)
        position = found.end if found else match.start() + 1
        if found and not in_address(text, found.offset) and not _is_other(text, found):
            yield found


def _number(match: re.Match[str]) -> Found | None:
    """The longest number that starts the candidate; it ends with the candidate or before a space."""
    candidate = match.group()
    if _DATE.match(candidate) or not _GROUPS.match(candidate):
        return None
    ends = [len(candidate), *(space.start() for space in reversed(list(re.finditer(r"[ \u00a0]", candidate))))]
    for end in ends:
        number = candidate[:end].rstrip(" \u00a0./(-")
        if _is_phone(number):
            return Found(match.start(), number)
    return None


def _is_phone(number: str) -> bool:
    digits = re.sub(r"[^0-9]", "", number.replace("(0)", ""))
    if not 9 <= len(digits) <= 15 or _PAIRS.fullmatch(number):
        return False
    if number.lstrip("(").startswith("+") or digits.startswith("00"):
        dialled = digits.removeprefix("00")
        return bool(_HERE.fullmatch(dialled)) or _is_valid(f"+{dialled}", None)
    return bool(_BELGIAN.fullmatch(number)) or any(_is_valid(digits, region) for region in REGIONS)


def _is_valid(dialled: str, region: str | None) -> bool:
    import phonenumbers  # takes 10 ms, and few pages have what looks like a number

    try:
        number = phonenumbers.parse(dialled, region)
    except phonenumbers.NumberParseException:
        return False
    if region is None:
        return phonenumbers.is_valid_number(number)
    return phonenumbers.is_valid_number_for_region(number, region)


def _is_other(text: str, found: Found) -> bool:
    """Whether it is a part of a number of another sort, or a word before it says that it is one."""
    if _CODE.search(text, max(0, found.offset - 40), found.offset):
        return True
    if re.fullmatch(r"[01]\d{3}\.\d{3}\.\d{3}", found.text):
        from stdnum.be import vat

        if vat.is_valid(found.text):
            return True
    start, end = max(0, found.offset - 40), found.end + 40
    others = (*find_bank_accounts(text[start:end]), *find_national_numbers(text[start:end]))
    return any(start + other.offset <= found.offset < start + other.end for other in others)
