"""Well-set text: what changes, and what is left alone."""

from __future__ import annotations

import markdown
import pytest
from gemeengoed.markdown.sanitise import in_language
from gemeengoed.markdown.typography import typeset, typeset_template
from hypothesis import given
from hypothesis import strategies as st

NARROW, FIXED = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("html", "becomes"),
    [
        ('<p>Zij zei: "Kom!"</p>', "<p>Zij zei: “Kom!”</p>"),
        ("<p>collega's, foto's, zo'n</p>", "<p>collega’s, foto’s, zo’n</p>"),
        ("<p>'s Avonds en 's ochtends, in '80s</p>", "<p>’s Avonds en ’s ochtends, in ’80s</p>"),
        ("<p>het 'gewone' werk</p>", "<p>het ‘gewone’ werk</p>"),
        ('<p>een "<em>goed</em>" plan</p>', "<p>een “<em>goed</em>” plan</p>"),
        ('<p><em>"goed"</em>, zei (zij "ja")</p>', "<p><em>“goed”</em>, zei (zij “ja”)</p>"),
        ("<p>wacht ... dan - of niet -- toch</p>", "<p>wacht … dan – of niet – toch</p>"),
        ("<p>10 uur, 5 %, € 5, p. 12, bv. dit</p>", "<p>10_uur, 5_%, €_5, p._12, bv._dit</p>".replace("_", FIXED)),
        ("<p>10 uurtjes en 3 mensen</p>", "<p>10 uurtjes en 3 mensen</p>"),
        ("<p>&#34;Ja&#34;, collega&#39;s</p>", "<p>“Ja”, collega’s</p>"),
    ],
)
def test_is_set(html, becomes):
    assert typeset(html) == becomes


@pytest.mark.parametrize(
    "html",
    [
        '<pre><code>print("x") -- 10 uur</code></pre>',
        "<p><code>git commit -m 'x'</code></p>",
        """<p><a href="https://x.example/a--b?q='c'" title="a > 'b'">x</a></p>""",
        '<script type="application/ld+json">{"a": "it\'s..."}</script>',
        '<textarea>zo\'n "ding"</textarea>',
    ],
)
def test_is_left_alone(html):
    assert typeset(html) == typeset_template(html, "nl") == html


def test_french_has_its_own_quotes():
    text = in_language('Elle dit "oui", l\'eau.', "fr")
    html = markdown.markdown(text, extensions=["gemeengoed.markdown.sanitise"])
    assert html == f"<p>Elle dit «{NARROW}oui{NARROW}», l’eau.</p>"


FRENCH = """\
## Que faire ? Tout !

- "Oui" ; non !
- Le mot : « eau »

| Qui ? | Quoi : |
| --- | --- |
| « Lui » ! | `a ? b : c` |

*Vraiment* ? <https://x.example/?a=b;c>
"""


def test_french_signs_stand_off_alike_in_headings_lists_and_tables():
    html = markdown.markdown(in_language(FRENCH, "fr"), extensions=["tables", "gemeengoed.markdown.sanitise"])
    expected = [
        "<h2>Que faire_? Tout_!</h2>", "<li>«_Oui_»_; non_!</li>", "<li>Le mot~: «_eau_»</li>", "<th>Qui_?</th>",
        "<th>Quoi~:</th>", "<td>«_Lui_»_!</td>", "<td><code>a ? b : c</code></td>", "<p><em>Vraiment</em>_?",
        "https://x.example/?a=b;c",
    ]  # fmt: skip
    for part in expected:
        assert part.replace("_", NARROW).replace("~", FIXED) in html, part
    made = "<h1>Que faire ?</h1><a title='Quoi ?'>« x » : y</a><code>a ? b</code>"
    set_ = f"<h1>Que faire{NARROW}?</h1><a title='Quoi ?'>«{NARROW}x{NARROW}»{FIXED}: y</a><code>a ? b</code>"
    assert typeset_template(made, "fr") == set_ and typeset_template(made, "nl") == made


@pytest.mark.parametrize("language", ["nl", "en", ""])
def test_dutch_and_english_have_the_same(language):
    html = markdown.markdown(in_language('"ja"', language), extensions=["gemeengoed.markdown.sanitise"])
    assert html == "<p>“ja”</p>"


def test_what_a_template_made():
    html = "<h1>Thema&#39;s &#34;x&#34;</h1><code>a&#39;b</code><a title='x&#39;s'>'s avonds, 10 uur</a>"
    set_ = f"<h1>Thema’s “x”</h1><code>a&#39;b</code><a title='x&#39;s'>’s avonds, 10{FIXED}uur</a>"
    assert typeset_template(html, "nl") == set_


@given(st.text(alphabet="ab'\"<>/= .-10%p", max_size=60))
def test_tags_stay_what_they_are(text):
    """Whatever stands between them, a page has the same tags before and after."""
    html = f'<p title="x">{text.replace("<", "&lt;").replace(">", "&gt;")}</p><b>z</b>'
    done = typeset(html)
    assert done.startswith('<p title="x">') and done.endswith("</p><b>z</b>")
    assert "<" not in done[13:-12]
