import pytest
from gemeengoed.markdown.links import find_links, resolve, rewrite_links
from hypothesis import given, settings
from hypothesis import strategies as st

SIGNS = [
    *"[]()<>!\"'`\\# \n{}:/.",
    "](",
    "[a](b)",
    "![a](b.png)",
    "<https://a.be>",
    "[a]: b",
    "<a href='",
    '<img src="',
    "é",
]
TEXTS = st.text() | st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b) ![c](d.png 'titel')", ["b", "d.png"]),
        ("[a](<b c>) [d]( e )", ["b c", "e"]),
        ("[a](b(c)d) [e](f\\)g)", ["b(c)d", "f\\)g"]),
        ("[![a](b)](c)", ["c", "b"]),
        ("[a [b] c](d)", ["d"]),
        ("\\[a](b) \\\\[c](d) [e\\](f)](g)", ["d", "g"]),
        ("[a]: b 'titel'\n[^1]: voetnoot\n  [c]: <d>", ["b", "d"]),
        ("<https://a.be> <mailto:a@b.be> <b>", ["https://a.be", "mailto:a@b.be"]),
        ("<a href='b'> <img alt=x src=\"c\"> <A HREF=d>", ["b", "c", "d"]),
        ("`[a](b)` <!-- [c](d) -->\n\n```\n[e](f)\n```", []),
        ("[a] (b) [c]()", [""]),
    ],
)
def test_links_are_found(text, targets):
    assert [link.target for link in find_links(text)] == targets


@given(TEXTS)
def test_every_link_stands_where_it_says(text):
    for link in find_links(text):
        assert text[link.start : link.end] == link.target
        if link.whole:
            assert text[slice(*link.whole)].endswith(")")
            assert link.whole[0] <= link.start <= link.end <= link.whole[1]


@given(TEXTS)
@settings(max_examples=300)
def test_rewriting_a_link_into_itself_changes_nothing(text):
    assert rewrite_links(text, lambda link: link.target) == text


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("a [b](c) d ![e](f) g", "a [b](C) d ![e](F) g"),
        ("[![a](b)](c)", "[![a](B)](C)"),
        ("[a](<b c>) [d](e 'titel')", "[a](<B C>) [d](E 'titel')"),
        ("[a]: b\n<a href='c'>d</a> <https://e.be>", "[a]: B\n<a href='C'>d</a> <HTTPS://E.BE>"),
        ("`[a](b)` [c](d)", "`[a](b)` [c](D)"),
    ],
)
def test_targets_are_replaced(text, rewritten):
    assert rewrite_links(text, lambda link: link.target.upper()) == rewritten


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a [b](c) d ![e](f) g", "a b d  g"),
        ("[![a](b)](c) d", " d"),
        ("[a *b*](<c>)", "a *b*"),
        ("[a]: b\n<a href='c'>d</a>", "[a]: #\n<a href='#'>d</a>"),
    ],
)
def test_links_that_lead_nowhere_leave_their_words(text, left):
    assert rewrite_links(text, lambda link: None) == left


def test_a_picture_in_the_words_of_a_link_is_kept_whole():
    text = "voor [![beeld](b.png)](weg) na"
    assert rewrite_links(text, lambda link: "B.PNG" if link.is_image else None) == "voor ![beeld](B.PNG) na"


@pytest.mark.parametrize(
    ("target", "path", "name", "anchor"),
    [
        ("methods/intervisie", "commons/tips/x.md", "methods/intervisie", ""),
        ("methods/intervisie.md#stap", "docs/index.md", "methods/intervisie", "stap"),
        ("../methods/intervisie.md", "commons/tips/x.md", "methods/intervisie", ""),
        ("intervisie.md", "commons/methods/x.md", "methods/intervisie", ""),
        ("methods/", "commons/tips/x.md", "methods", ""),
        ("themes/participatie", "commons/tips/x.md", "themes/participatie", ""),
        ("#stap", "commons/tips/x.md", "", "stap"),
        ("", "commons/tips/x.md", "", ""),
        ("a.png?x=y#z", "commons/tips/x.md", "commons/tips/a.png", "z"),
        ("../../../etc/passwd", "commons/tips/x.md", "../etc/passwd", ""),
        ("/etc/passwd", "commons/tips/x.md", "/etc/passwd", ""),
    ],
)
def test_what_a_link_names(target, path, name, anchor):
    assert resolve(target, path) == (name, anchor)


@given(st.text() | st.text("./#?amethods"), st.sampled_from(["commons/tips/x.md", "docs/index.md", "x"]))
def test_no_target_is_too_odd(target, path):
    name, anchor = resolve(target, path)
    assert "#" not in name
    assert target.endswith(anchor)
