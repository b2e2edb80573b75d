"""Dates that are only as exact as they are known.

Source: Extended Date/Time Format (EDTF), Library of Congress, level 0 (year, month, day, day with time,
interval), with ``2017-Q1`` for the first quarter of 2017. Nothing is ever made more exact by guessing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_DATE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-Q(?P<quarter>[1-4])|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d))?)?)?",
    re.ASCII,
)
_PATTERN = r"\d{4}(-Q[1-4]|-\d\d(-\d\d(T\d\d:\d\d)?)?)?"


class InexactDateError(ValueError):
    """The text is not a date in one of the accepted forms, or names a day that does not exist."""


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, quarter, month, day, or day with time. Orders by its first day, then its last, then its time.

    >>> PartialDate.parse("2017-Q1").first, PartialDate.parse("2017-Q1").last
    (datetime.date(2017, 1, 1), datetime.date(2017, 3, 31))
    """

    first: date
    last: date
    time: str
    text: str

    json_pattern = f"^{_PATTERN}$"

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2017``, ``2017-Q1``, ``2022-05``, ``2026-12-10`` or ``2026-12-10T19:00``.

        Raises InexactDateError for any other text, and for days or times that do not exist.
        """
        match = _DATE.fullmatch(text)
        if match is None:
            raise InexactDateError(text)

        def number(part: str, absent: int) -> int:
            return absent if match[part] is None else int(match[part])

        try:
            if match["time"]:
                datetime.strptime(match["time"], "%H:%M")
            year, quarter = number("year", 0), number("quarter", 0)
            starts, ends = (quarter * 3 - 2, quarter * 3) if quarter else (number("month", 1), number("month", 12))
            first = date(year, starts, number("day", 1))
            last = date(year, ends, number("day", monthrange(year, ends)[1]))
        except ValueError as error:
            raise InexactDateError(text) from error
        return cls(first, last, match["time"] or "", text)

    @property
    def is_whole(self) -> bool:
        """Whether the day is known, so that it may stand in a calendar."""
        return self.first == self.last

    @property
    def precision(self) -> str:
        """One of ``year``, ``quarter``, ``month``, ``day``, ``time``."""
        if self.time:
            return "time"
        return "quarter" if "Q" in self.text else {4: "year", 7: "month", 10: "day"}[len(self.text)]

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _text_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": cls.json_pattern}  # YAML reads a bare year as a number


@dataclass(frozen=True, order=True)
class Period:
    """A partial date, or two of them with a slash: ``2019/2020``, ``2017-Q1``, ``2026-01-05/2026-03``."""

    start: PartialDate
    end: PartialDate

    json_pattern = f"^{_PATTERN}(/{_PATTERN})?$"

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a partial date or an interval; raises InexactDateError when a part is wrong or the end is first."""
        start, slash, end = text.partition("/")
        period = cls(PartialDate.parse(start), PartialDate.parse(end if slash else start))
        if period.end.last < period.start.first:
            raise InexactDateError(text)
        return period

    def __str__(self) -> str:
        return self.start.text if self.start == self.end else f"{self.start}/{self.end}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _text_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": cls.json_pattern}  # YAML reads a bare year as a number


def _text_schema(cls: type[PartialDate] | type[Period]) -> CoreSchema:
    def validate(text: str) -> PartialDate | Period:
        try:
            return cls.parse(text)
        except InexactDateError as error:
            raise PydanticCustomError("partial_date", "not a date") from error

    return core_schema.no_info_after_validator_function(
        validate, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
    )
