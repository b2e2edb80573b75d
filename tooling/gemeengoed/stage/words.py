"""Labels, dates and numbers in the language of the site (Babel, CLDR)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from gemeengoed.i18n import Message, translator
from gemeengoed.kinds.dates import PartialDate, Period

_PATTERNS = {"year": "y", "quarter": "QQQQ y", "month": "MMMM y", "day": "d MMMM y", "time": "d MMMM y"}


class Words:
    """Everything that is said on the site, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.say = translator(language)

    def message(self, message: Message) -> str:
        """A message in the language of the site."""
        return message.say(self.say)

    def day(self, day: date) -> str:
        """A whole day: ``22 november 2026``."""
        return format_date(day, "d MMMM y", locale=self.language)

    def partial_date(self, partial: PartialDate) -> str:
        """A date as exactly as it is known: ``2017``, ``1e kwartaal 2017``, ``mei 2022``."""
        text = format_date(partial.first, _PATTERNS[partial.precision], locale=self.language)
        return f"{text}, {partial.time}" if partial.time else text

    def period(self, period: Period) -> str:
        """A period: one date, or two with a dash between."""
        start = self.partial_date(period.start)
        return start if period.start == period.end else f"{start} – {self.partial_date(period.end)}"

    def number(self, number: int) -> str:
        """A whole number, with the separators of the language."""
        return format_decimal(number, locale=self.language)

    def euro(self, amount: Decimal) -> str:
        """An amount in euro."""
        return format_currency(amount, "EUR", locale=self.language)
