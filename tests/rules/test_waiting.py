"""How long somebody has been waiting."""

from __future__ import annotations

from datetime import date

import pytest
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.rules.waiting import Span, waiting

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("since", "span"),
    [
        ("2026-11-22", None),
        ("2026-11-23", None),
        ("2026", None),
        ("2026-11-21", Span(1, "day")),
        ("2026-11-09", Span(13, "day")),
        ("2026-11-08", Span(2, "week")),
        ("2026-09-23", Span(8, "week")),
        ("2026-09-22", Span(2, "month")),
        ("2026-08", Span(2, "month")),
        ("2024-11-23", Span(23, "month")),
        ("2024-11-22", Span(2, "year")),
        ("2017", Span(8, "year")),
    ],
)
def test_counted_from_the_last_day_that_the_date_allows(since: str, span: Span | None) -> None:
    assert waiting(PartialDate.parse(since), TODAY) == span


def test_nobody_knows_since_when() -> None:
    assert waiting(None, TODAY) is None
