import pytest
from gemeengoed.markdown.unsafe import FORBIDDEN_TAGS, address_scheme, find_unsafe
from hypothesis import given
from hypothesis import strategies as st

SIGNS = [*"<>='\"/&;:`[]()\\ \n\t\0", "script", "onload", "javascript:", "&#106;", "data:", "href", "src", "a"]


@pytest.mark.parametrize("tag", FORBIDDEN_TAGS)
def test_every_forbidden_tag_is_found(tag):
    assert [unsafe.quote for unsafe in find_unsafe(f"a <{tag.upper()} x>")] == [tag]


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("javascript:x", "javascript"),
        (" JaVaScRiPt:x", "javascript"),
        ("java\tscript:x", "javascript"),
        ("java\u200bscript:x", "javascript"),
        ("&#106;avascript&colon;x", "javascript"),
        ("&#x6A;avascript:x", "javascript"),
        ("https://a.be", "https"),
        ("methods/a:b", ""),
        ("#a:b", ""),
        ("//a.be", ""),
        ("", ""),
    ],
)
def test_the_scheme_is_the_one_that_a_browser_reads(target, scheme):
    assert address_scheme(target) == scheme


@given(st.text() | st.lists(st.sampled_from(SIGNS)).map("".join))
def test_no_text_is_too_odd(text):
    found = list(find_unsafe(text))
    assert [unsafe.offset for unsafe in found] == sorted(unsafe.offset for unsafe in found)
    assert all(0 <= unsafe.offset <= len(text) for unsafe in found)
