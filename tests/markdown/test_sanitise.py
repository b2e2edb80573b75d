import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from gemeengoed.markdown.sanitise import ATTRIBUTES, TAGS, sanitise
from gemeengoed.markdown.unsafe import FORBIDDEN_TAGS, address_scheme
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

ADDRESSES = {"href", "src", "action", "formaction", "srcset", "background", "poster", "data", "cite", "xlink:href"}


def elements(html: str) -> Iterator[Element]:
    """Every element that a browser makes of the HTML, inside the body."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    yield from (element for element in tree.find("body").iter() if element.tag != "body")


def assert_safe(html: str) -> None:
    for element in elements(html):
        assert element.tag in TAGS | {"tbody", "colgroup"}
        for name, value in element.attrib.items():
            assert not str(name).lower().startswith("on")
            assert name in ATTRIBUTES["*"] | ATTRIBUTES.get(str(element.tag), set())
            if name in ADDRESSES:
                assert address_scheme(value) in {"http", "https", "mailto", "tel", ""}
            if name == "id":
                assert not re.match(r"__|gg-|config$|document$|location$|window$|pagefind$", value, re.IGNORECASE)
            if name == "class":
                assert "md-" not in value
            if name == "style":
                assert re.fullmatch(r"text-align:\s*[\w-]+;?", value)


NASTY = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//a.be></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><a xlink:href='javascript:alert(1)'>a</a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='java\nscript:alert(1)'>a</a>",
    "<a href='&#106;avascript:alert(1)'>a</a>",
    '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    "<img src='data:image/svg+xml,x'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action=//a.be><input name=x><button>a</button></form>",
    "<p id=__config>a</p><p id='__search'>b</p><p id=gg-search>c</p><p id=Location>d</p>",
    "<p class='md-overlay note md-header'>a</p>",
    "<p style='position:fixed;text-align:right'>a</p><td style='text-align:right;background:url(x)'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<style>@import '//a.be'</style><link rel=stylesheet href=x><base href=//a.be><meta http-equiv=refresh>",
    "<template><script>a</script></template><object data=x></object><embed src=x>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<a href='x' target=_blank ping=//a.be download>a</a><details open ontoggle=a>",
    "<ul class=toc><li value=3 role=button tabindex=0 accesskey=x>a",
]


@pytest.mark.parametrize("html", NASTY)
def test_known_attacks(html):
    assert_safe(sanitise(html))
    assert_safe(sanitise(markdown(html, extensions=["attr_list", "md_in_html"])))


@pytest.mark.parametrize("tag", FORBIDDEN_TAGS)
def test_a_tag_that_the_check_forbids_never_comes_through(tag):
    assert tag not in TAGS
    assert f"<{tag}" not in sanitise(f"<{tag} src=x>a</{tag}>")


@pytest.mark.parametrize(
    "html",
    [
        '<p>Een <em>tekst</em> met <a href="../x/#y">een link</a> en <code>&lt;script&gt;</code>.</p>',
        '<h2 id="kop">Kop<a class="headerlink" href="#kop" title="Link">#</a></h2>',
        '<div class="admonition note"><p class="admonition-title">Let op</p></div>',
        '<table><thead><tr><th style="text-align:right">a</th></tr></thead><tbody></tbody></table>',
        '<img alt="a" src="b.png" width="3" height="4" loading="lazy">',
        '<ol start="3"><li>a</li></ol><details open=""><summary>a</summary></details>',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
    ],
)
def test_what_markdown_makes_is_kept(html):
    kept = sanitise(html)
    assert [(element.tag, dict(element.attrib)) for element in elements(kept)] == [
        (element.tag, dict(element.attrib)) for element in elements(html)
    ]


PIECES = [
    *NASTY,
    *"<>='\"/&;`\0 \n\t-!",
    "<p>",
    "</p>",
    "<table>",
    "<td>",
    "<a href='",
    "<b ",
    "onclick=",
    "</",
    "<!--",
    "-->",
]
PIECES += [
    f"<{tag}>" for tag in (*FORBIDDEN_TAGS, "select", "option", "title", "textarea", "plaintext", "xmp", "mglyph")
]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=300)
def test_nothing_comes_through_and_a_second_time_changes_nothing(html):
    once = sanitise(html)
    assert_safe(once)
    assert sanitise(once) == once
