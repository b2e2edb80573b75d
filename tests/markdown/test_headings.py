import re

import pytest
from gemeengoed.markdown.headings import find_anchors, find_headings
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

EXTENSIONS = ["attr_list", "toc", "fenced_code"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Eén kop", [(1, "Eén kop", "een-kop")]),
        ("## Kop ##\n\n## Kop\n\n## Kop", [(2, "Kop", "kop"), (2, "Kop", "kop_1"), (2, "Kop", "kop_2")]),
        ("Kop\n===\n\nKop\n---", [(1, "Kop", "kop"), (2, "Kop", "kop_1")]),
        ("## De *beste* [weg](x.md) `hier`", [(2, "De beste weg hier", "de-beste-weg-hier")]),
        ("## Kop {#eigen .klas}", [(2, "Kop", "eigen")]),
        ("## Eigen\n\n## Kop {#eigen}", [(2, "Eigen", "eigen_1"), (2, "Kop", "eigen")]),
        ("## Kop {: #eigen } ##", [(2, "Kop", "eigen")]),
        ("## \n", [(2, "", "_1")]),
        ("```\n# Geen kop\n```\n\n<!--\n# Ook niet\n-->", []),
        ("geen # kop\n\n\\# ook niet\n\n####### wel zes", [(6, "# wel zes", "wel-zes")]),
    ],
)
def test_headings(text, found):
    assert [(heading.level, heading.title, heading.anchor) for heading in find_headings(text)] == found


WORDS = ["Kop", "Eén", "*a*", "_a_", "[a](b)", "`c`", "#", "1", "een_1", "!", "&", "  "]
TITLES = st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join)
ENDS = st.sampled_from(["", " ##", " {#x}", " {#y .klas}", " {: #z }"])
HEADINGS = st.lists(st.builds("## K {}{}".format, TITLES, ENDS))


@given(HEADINGS.map("\n\n".join))
@settings(max_examples=200)
def test_anchors_are_those_that_python_markdown_gives(text):
    rendered = re.findall(r'<h2[^>]*? id="([^"]*)"', markdown(text, extensions=EXTENSIONS))
    assert sorted(rendered) == sorted(heading.anchor for heading in find_headings(text))
    assert set(rendered) <= find_anchors(text)


def test_anchors_that_are_no_headings():
    text = "<a id='oud'></a> <p class=x id=bare>\n\nTekst\n{: #alinea .klas }\n\n*a*{#nadruk}\n\n`<a id='code'>`\n"
    assert find_anchors(text) == {"oud", "bare", "alinea", "nadruk"}


@given(st.text())
def test_no_text_is_too_odd(text):
    for heading in find_headings(text):
        assert 0 <= heading.offset <= len(text)
    find_anchors(text)
