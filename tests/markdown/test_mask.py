import pytest
from gemeengoed.markdown.mask import mask, mask_code, place
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text() | st.lists(st.sampled_from([*"`~<!->\\ \nab", "```", "~~~", "<!--", "-->", "    "])).map("".join)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a \\`b` c", "a \\`b` c"),
        ("a ` b\n\nc ` d", "a ` b\n\nc ` d"),
        ("a `b\nc` d", "a   \n   d"),
        ("a `b`` c` d", "a         d"),
        ("a\n```\nb\n```\nc", "a\n   \n \n   \nc"),
        ("a\n~~~ {.html}\n<b>\n~~~~\nc", "a\n           \n   \n    \nc"),
        ("a\n```\nb", "a\n   \n "),
        ("> ```\n> b\n> ```\nc", "     \n   \n     \nc"),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("a <!-- b", "a       "),
        ("`<!--` a -->", "       a -->"),
    ],
)
def test_code_and_comments_become_blank(text, masked):
    assert mask(text) == masked


@given(TEXTS)
def test_everything_else_stays_where_it_was(text):
    for masked in (mask(text), mask_code(text)):
        assert len(masked) == len(text)
        assert all(new == old or (new == " " and old != "\n") for new, old in zip(masked, text, strict=True))


@given(TEXTS)
def test_a_place_leads_back_to_its_offset(text):
    lines = text.split("\n")
    for offset in range(len(text) + 1):
        line, column = place(text, offset, 1)
        assert sum(len(each) + 1 for each in lines[: line - 1]) + column - 1 == offset


def test_a_place_counts_from_the_line_that_the_text_starts_on():
    assert place("a\nbc", 3, 7) == (8, 2)
