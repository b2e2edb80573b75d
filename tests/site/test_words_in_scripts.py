"""No word that a reader sees stands in a script: it comes from the page, and there from the catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pygments.lexers import JavascriptLexer
from pygments.token import Comment, String
from sites import REPOSITORY

SCRIPTS = REPOSITORY / "overrides/assets/gemeengoed"
WORDS = re.compile(r"(?<![\w.#\[-])[A-Za-z]\w+[,:]? [A-Za-z]\w*|(?<![\w.#-])[A-Z][a-z]+(?![\w-])")
"""What a phrase looks like: two words with a blank between, or a word with a capital."""


def literals(source: str) -> Iterator[str]:
    """The texts between quotation marks or backticks, without what is filled in."""
    for token, text in JavascriptLexer().get_tokens(source):
        if token in String and token not in String.Regex and token not in Comment:
            yield text.strip("'\"`")


def phrases(source: str) -> list[str]:
    return [text for text in literals(source) if WORDS.search(text)]


ALLOWED = {
    "Enter": "a key",
    "Escape": "a key",
    "h3 a": "a selector",
    "input, textarea, select": "a selector",
    "h1, h2[id], h3[id], h4[id]": "a selector",
    "noopener noreferrer": "a value of rel",
    "no response": "what a forge writes for an empty field; it is read, not shown",
    "phase: proposed": "a line of front matter",
    "status: draft": "a line of front matter",
}
"""What looks like words and is none that a reader sees, and why."""


def test_scripts_say_nothing_of_their_own():
    said = {text for script in SCRIPTS.rglob("*.js") for text in phrases(script.read_text("utf-8"))}
    assert said - ALLOWED.keys() == set()
    assert ALLOWED.keys() - said == set()  # a reason for what is no longer there misleads


@pytest.mark.parametrize(
    "source",
    [
        'status.textContent = "Niets gevonden"',
        "say('Saved')",
        "say(`Nog ${left} over te gaan`)",
        'h("p", {}, "no result")',
    ],
)
def test_words_would_be_seen(source):
    assert phrases(source) != []


@pytest.mark.parametrize(
    "source",
    [
        '// Did you mean\nnear("keydown")',
        'find(".gg-top, .gg-text")',
        'h("p", { class: "gg-day" }, say.none)',
        'all("input[name=q]")',
    ],
)
def test_names_are_no_words(source):
    assert phrases(source) == []
