"""Labels, dates and numbers in the language of the site (Babel, CLDR)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from babel.dates import TIMEDELTA_UNITS, format_date, format_timedelta
from babel.numbers import format_currency, format_decimal

from gemeengoed.i18n import Message, message, translator
from gemeengoed.kinds.dates import PartialDate, Period
from gemeengoed.kinds.declare import Range

_PATTERNS = {"year": "y", "quarter": "QQQQ y", "month": "MMMM y", "day": "d MMMM y", "time": "d MMMM y"}

_NEVER = 10**9
"""More of any unit than there will ever be, so that Babel takes no larger one."""


class Words:
    """Everything that is said on the site, in one language; what its catalogue lacks, in the language ``otherwise``."""

    def __init__(self, language: str, otherwise: str = "") -> None:
        self.language = language
        self.say = translator(language, otherwise)

    def message(self, message: Message) -> str:
        """A message in the language of the site."""
        return message.say(self.say)

    def day(self, day: date) -> str:
        """A whole day: ``22 november 2026``."""
        return dated(day, "d MMMM y", self.language)

    def partial_date(self, partial: PartialDate) -> str:
        """A date as exactly as it is known: ``2017``, ``1e kwartaal 2017``, ``mei 2022``."""
        text = dated(partial.first, _PATTERNS[partial.precision], self.language)
        return f"{text}, {partial.time}" if partial.time else text

    def period(self, period: Period) -> str:
        """A period: one date, or two with a dash between."""
        start = self.partial_date(period.start)
        return start if period.start == period.end else f"{start} – {self.partial_date(period.end)}"

    def range(self, between: Range, unit: str) -> str:
        """At least and at most, with what is counted: ``60 tot 90 minuten``."""
        low, high, counted = between.min, between.max, self.say(unit)
        if low and high and low != high:
            return self.message(message("{low} to {high} {unit}", low=low, high=high, unit=counted))
        if high and not low:
            return self.message(message("at most {number} {unit}", number=high, unit=counted))
        if low and not high:
            return self.message(message("at least {number} {unit}", number=low, unit=counted))
        return f"{high or low or 0} {counted}"

    def number(self, number: int) -> str:
        """A whole number, with the separators of the language."""
        return _whole(number, self.language)

    def decimal(self, number: float) -> str:
        """A number with one decimal at most: ``12,5``."""
        return format_decimal(round(number, 1), locale=self.language)

    def euro(self, amount: Decimal) -> str:
        """An amount in euro."""
        return format_currency(amount, "EUR", locale=self.language)

    def span(self, number: int, unit: str) -> str:
        """A length of time: ``3 maanden``. (Babel's own ``format_unit`` lacks the Dutch word for days.)"""
        length = timedelta(seconds=number * dict(TIMEDELTA_UNITS)[unit])
        return format_timedelta(length, granularity=unit, threshold=_NEVER, locale=self.language)  # type: ignore[arg-type]


@lru_cache(maxsize=16384)
def dated(day: date, pattern: str, language: str) -> str:
    """A date in a pattern of Babel's, which takes a tenth of a millisecond, while many pages show the same days."""
    return format_date(day, pattern, locale=language)


@lru_cache(maxsize=4096)
def _whole(number: int, language: str) -> str:
    return format_decimal(number, locale=language)
