import re
from datetime import date

import pytest
from gemeengoed.kinds.dates import InexactDateError, PartialDate, Period
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.dates()
WRITTEN = st.one_of(
    DAYS.map(lambda day: f"{day.year:04}"),
    DAYS.map(lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}"),
    DAYS.map(lambda day: f"{day.year:04}-{day.month:02}"),
    DAYS.map(date.isoformat),
    st.datetimes().map(lambda moment: moment.isoformat()[:16]),
)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31), "year"),
        ("2017-Q1", date(2017, 1, 1), date(2017, 3, 31), "quarter"),
        ("2017-Q4", date(2017, 10, 1), date(2017, 12, 31), "quarter"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2026-12-10", date(2026, 12, 10), date(2026, 12, 10), "day"),
        ("2026-12-10T19:00", date(2026, 12, 10), date(2026, 12, 10), "time"),
        ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), "year"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text, first, last, precision):
    found = PartialDate.parse(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)
    assert found.is_whole == (precision in {"day", "time"})


@pytest.mark.parametrize(
    "text",
    [
        "", "17", "2017-1", "2017-13", "2017-00", "2017-05-00", "2017-02-30", "2017-Q0", "2017-Q5", "2017-q1",
        "0000", "0000-01", "10000", "-2017", "2017 ", " 2017", "2017\n", "2017/", "２０１７", "ooit",
        "2017-01-01T24:00", "2017-01-01T12:60", "2017-01T12:00", "2017-01-01T12:00:00", "2017-01-01T12:00Z",
    ],
)  # fmt: skip
def test_what_is_no_date(text):
    with pytest.raises(InexactDateError):
        PartialDate.parse(text)


@given(WRITTEN)
def test_a_date_is_written_as_it_was_read(text):
    found = PartialDate.parse(text)
    assert str(found) == text
    assert found.first <= found.last
    assert re.fullmatch(PartialDate.json_pattern, text)


@given(WRITTEN, WRITTEN)
def test_dates_are_in_order_of_their_first_day(one, other):
    earlier, later = sorted([PartialDate.parse(one), PartialDate.parse(other)])
    assert (earlier.first, earlier.last) <= (later.first, later.last)


@given(st.text() | st.from_regex(PartialDate.json_pattern) | st.text("0123456789-QT:/"))
def test_what_is_read_has_the_form_that_the_schema_asks_for(text):
    for form in (PartialDate, Period):
        try:
            found = form.parse(text)
        except InexactDateError:
            continue
        assert re.fullmatch(form.json_pattern, text, re.ASCII)
        assert form.parse(str(found)) == found


@pytest.mark.parametrize("text", ["2019/2020", "2017-Q1", "2026-01-05/2026-03", "2020/2020-Q1"])
def test_periods(text):
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize("text", ["2020/2019", "2020/", "/2020", "/", "2019/2020/2021", "2020-02/2020-01-31"])
def test_what_is_no_period(text):
    with pytest.raises(InexactDateError):
        Period.parse(text)
