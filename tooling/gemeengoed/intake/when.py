"""Dates as people write them: ``10/12/2026``, ``10 december 2026``, ``mei 2022``, ``voorjaar`` is none."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from babel.dates import get_month_names

from gemeengoed.kinds.dates import InexactDateError, PartialDate, Period

_ISO: Final = re.compile(r"\d{4}(?:-\S+)?")
_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)")
_MONTH: Final = re.compile(r"(\d{1,2})[/.-](\d{4})")
_NAMED: Final = re.compile(r"(?:(\d{1,2})(?:ste|de|e|st|nd|rd|th)?\s+)?([^\W\d]+)\.?\s+(\d{4})(.*)")
_TIME: Final = re.compile(r"^[\s,]*(?:om|at|T)?\s*(\d{1,2})[:.u](\d{2})?\s*(?:uur|u|h)?$")
_BETWEEN: Final = re.compile(r"\s*(?:/|\s[-–]\s|–|(?<=^\d{4})-(?=\d{4}$)|\s(?:tot en met|tot|t/m|to|until)\s)\s*")


def read_date(typed: str, language: str) -> str:
    """A partial date as the commons writes it, out of what a person wrote. Raises InexactDateError."""
    text = typed.strip()
    if _ISO.fullmatch(text.upper().replace(" ", "T", 1)):
        return PartialDate.parse(text.upper().replace(" ", "T", 1)).text
    if found := _DAY.fullmatch(text):
        return _date(found[3], found[2], found[1], found[4])
    if found := _MONTH.fullmatch(text):
        return _date(found[2], found[1])
    if (found := _NAMED.fullmatch(text)) and (month := _months(language).get(found[2].casefold())):
        return _date(found[3], str(month), found[1] or "", found[4])
    raise InexactDateError(typed)


def read_period(typed: str, language: str) -> str:
    """A period: a date, or two of them. Raises InexactDateError."""
    try:
        return read_date(typed, language)
    except InexactDateError:
        parts = _BETWEEN.split(typed.strip())
        if len(parts) != 2:
            raise
        return str(Period.parse("/".join(read_date(part, language) for part in parts)))


def _date(year: str, month: str, day: str = "", time: str = "") -> str:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    if time.strip():
        clock = _TIME.match(time)
        if not clock or not day:
            raise InexactDateError(time)
        text += f"T{int(clock[1]):02}:{clock[2] or '00'}"
    return PartialDate.parse(text).text


@cache
def _months(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for spoken in (language, "nl", "en"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=spoken).items():
                names.setdefault(name.casefold().rstrip("."), number)
    return names
