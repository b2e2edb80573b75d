"""What is written of an item is read again as it was, whatever stands in it."""

from contextlib import suppress

import pytest
from gemeengoed.intake.clean import body, clean, one_line
from gemeengoed.intake.front_matter import item_text
from gemeengoed.intake.people import with_entry
from gemeengoed.intake.when import read_date, read_period
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.kinds.dates import InexactDateError
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.load.positions import read_yaml
from hypothesis import given
from hypothesis import strategies as st

from commons import CONTRIBUTORS

TIP = KIND_BY_NAME["tip"]
lines = st.text().map(one_line).filter(bool)
texts = st.text().map(clean).filter(bool)


@given(
    lines, texts, st.lists(lines, min_size=1), st.text().map(lambda text: body(text)[0]), st.lists(lines, max_size=2)
)
def test_any_words_are_read_again_as_they_were_written(title, summary, applies_to, text, notes):
    fields = {
        "applies_to": applies_to,
        "title": title,
        "summary": summary,
        "sources": [{"title": title, "url": summary}],
    }
    written = item_text(TIP, fields, text, tuple(notes))
    read = read_front_matter("x.md", 0, written, 10**6, ())
    assert not read.defects
    assert read.front_matter == fields and list(read.front_matter) == ["title", "summary", "sources", "applies_to"]
    assert read.body.strip() == text.strip()


@given(lines, texts)
def test_an_entry_is_added_below_and_nothing_else_changes(name, about):
    after = with_entry(CONTRIBUTORS, "an", {"name": name, "about": about})
    assert after.startswith(CONTRIBUTORS)  # the first entry stays above, with what is said of the file
    data, _, defects = read_yaml(after)
    assert not defects and data["an"] == {"name": name, "about": about} and "redactie" in data


def test_an_entry_goes_where_the_alphabet_has_it_and_remarks_stay_with_theirs():
    register = "# Bijdragers.\nbo:\n  name: Bo\n# Over Dirk.\ndirk:\n  name: Dirk\n"
    entry = "cas:\n  name: Cas\n"
    assert with_entry(register, "cas", {"name": "Cas"}) == register.replace("# Over Dirk", f"{entry}# Over Dirk")
    assert with_entry(register, "eva", {"name": "Eva"}) == f"{register}eva:\n  name: Eva\n"
    assert with_entry(register, "an", {"name": "An"}) == register.replace("# Over Dirk", "an:\n  name: An\n# Over Dirk")


@pytest.mark.parametrize("register", ["", "# niets\n", "{}\n", "{a: {name: A}}  # tussen haken\n", "a: {name: A}"])
def test_an_entry_is_added_to_any_register(register):
    after = with_entry(register, "an", {"name": "An"})
    data, _, defects = read_yaml(after)
    assert not defects and data["an"] == {"name": "An"}
    assert ("a" in data) is ("A" in register) and ("#" in after) is ("#" in register)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026", "2026"),
        ("2017-Q1", "2017-Q1"),
        ("2026-12-10", "2026-12-10"),
        ("2026-12-10 19:00", "2026-12-10T19:00"),
        ("10/12/2026", "2026-12-10"),
        ("1.5.2026", "2026-05-01"),
        ("10/12/2026 om 19u30", "2026-12-10T19:30"),
        ("10 december 2026", "2026-12-10"),
        ("1 mrt. 2026", "2026-03-01"),
        ("mei 2022", "2022-05"),
        ("May 2022", "2022-05"),
        ("05/2026", "2026-05"),
        ("31/02/2026", None),
        ("voorjaar 2026", None),
        ("10/12/26", None),
        ("morgen", None),
        ("10/12/2026 25u00", None),
    ],
)
def test_dates_as_people_write_them(typed, read):
    if read is None:
        with pytest.raises(InexactDateError):
            read_date(typed, "nl")
    else:
        assert read_date(typed, "nl") == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2019", "2019"),
        ("2019/2020", "2019/2020"),
        ("2019-2020", "2019/2020"),
        ("2019 tot 2020", "2019/2020"),
        ("mei 2022 – juni 2022", "2022-05/2022-06"),
        ("2020 tot 2019", None),
    ],
)
def test_periods_as_people_write_them(typed, read):
    if read is None:
        with pytest.raises(InexactDateError):
            read_period(typed, "nl")
    else:
        assert read_period(typed, "nl") == read


@given(st.text())
def test_no_text_breaks_the_reading_of_dates(text):
    for read in (read_date, read_period):
        with suppress(InexactDateError):
            assert read(text, "nl")


def test_what_cannot_be_seen_is_out_and_the_words_stay():
    assert clean("a\u202eb\u200b c\x00\x1b[1m\r\nd\u0085e") == "ab c[1m\nd\ne"
    assert clean("👩\u200d💻 e\u0301") == "👩\u200d💻 é"
