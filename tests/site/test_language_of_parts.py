"""Every text says its language where it is not that of the page, and nothing else does (WCAG 2.2, 3.1.2).

Over everything that is staged of a commons in which each text of each item is a word that stands nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pytest
import yaml
from filled import filled_commons
from gemeengoed.edition import EditionName, select
from gemeengoed.revisions import History
from gemeengoed.stage.foreign import Foreign, mixed, told
from gemeengoed.stage.tree import stage
from markupsafe import Markup

from commons import METHOD, SETTINGS, load_commons, write_commons

WORD = re.compile(r"(?:Titel|Waarde|Tekst|Alleen)woord\d+")
SEVERAL = SETTINGS.replace("      language: nl\nmark", "      languages: [nl, en]\nmark")
LETTERS = re.compile(r"[^\W\d_]+")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = filled_commons("nl").files
    vocabulary = yaml.safe_load(str(files["commons/vocabulary.yaml"]))
    bodies = yaml.safe_load(str(files["commons/organisations.yaml"]))
    people = yaml.safe_load(str(files["contributors.yaml"]))
    for number, theme in enumerate(vocabulary["themes"].values()):
        theme |= {"label": {"nl": f"Alleenwoord{number}"}, "about": {"nl": f"Alleenwoord{number}0"}}
    for number, record in enumerate([*bodies.values(), *people.values()]):
        record["about"] = f"Alleenwoord9{number}"
    registers = {"vocabulary.yaml": vocabulary, "organisations.yaml": bodies}
    texts = {f"commons/{name}": yaml.safe_dump(content) for name, content in registers.items()}
    texts |= {"contributors.yaml": yaml.safe_dump(people), "mkdocs.yml": SEVERAL, METHOD: None}
    texts["docs/los.md"] = "---\ntitle: Alleenwoord77\ndescription: Alleenwoord78\n---\nTekstwoord79.\n"
    return write_commons(tmp_path_factory.mktemp("talen") / "commons", {**files, **texts})


@pytest.fixture(scope="module")
def languages(root: Path) -> dict[str, str]:
    """The language of every word."""
    known: dict[str, str] = {}
    for file in sorted(root.rglob("*.md")):
        text = file.read_text("utf-8")
        language = re.search(r"^language: (\w+)$", text, re.MULTILINE)
        known |= dict.fromkeys(WORD.findall(text), language[1] if language else "nl")
    assert {*known.values()} == {"nl", "fr"}
    return known


@pytest.fixture(scope="module", params=["nl", "en"])
def shown(root: Path, request: pytest.FixtureRequest) -> list[tuple[str, str, str]]:
    """Every piece of text on the site in a language: the page, the language that holds for it, and the piece."""
    edition = select(load_commons(root), EditionName.PUBLIC, History(), ())
    found = []
    for path, text in stage(edition, root, request.param)[0].items():
        if path.endswith(".md"):
            _, front, body = text.split("---\n", 2)
            meta = yaml.load(front, yaml.CSafeLoader)
            parts = [meta["gemeengoed"].get(part, "") for part in ("header", "aside", "footer")]
            html = markdown.markdown(body, extensions=["gemeengoed.markdown.sanitise"])
            parts.append(f'<div lang="{meta.get("lang", request.param)}">{html}</div>')
            tree = html5lib.parseFragment("".join(parts), namespaceHTMLElements=False)
            found += [(path, language, piece) for language, piece in pieces(tree, request.param)]
    return [(request.param, *found)]


def pieces(element: Element, language: str) -> Iterator[tuple[str, str]]:
    if element.tag in ("script", "template", "code"):  # BibTeX is for programs
        return
    own = element.get("lang", language)
    yield from ((own, piece) for piece in [element.text] if piece)
    for inner in element:
        yield from pieces(inner, own)
        yield from ((own, piece) for piece in [inner.tail] if piece)


def test_every_text_is_marked_with_its_language(shown, languages):
    _, *found = shown[0]
    told = {(path, word, language) for path, language, piece in found for word in WORD.findall(piece)}
    assert len({word for _, word, _ in told}) > 100
    wrong = {one for one in told if one[2] != languages.get(one[1], "nl")}
    assert sorted(wrong) == []


def test_nothing_else_is_marked(shown):
    """The words of the site itself, in what is marked as another language."""
    site, *found = shown[0]
    wrong = {
        (path, language, left)
        for path, language, piece in found
        if language != site and (left := " ".join(LETTERS.findall(WORD.sub("", re.sub(r"\S+://\S+", "", piece)))))
    }
    assert sorted(wrong) == []


NL = "Het huis"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<a href='x'>{}</a>", "<a href='x' lang=\"nl\">Het huis</a>"),
        ("<p>See {}.</p>", '<p>See <span lang="nl">Het huis</span>.</p>'),
        ('<p title="{}">See</p>', '<p title="Het huis">See</p>'),
        ("<p>See<br>{}</p>", '<p>See<br><span lang="nl">Het huis</span></p>'),
        ("<title>See {}</title>", "<title>See Het huis</title>"),
        ("<li>{}, {} </li>", '<li lang="nl">Het huis, Het huis </li>'),
    ],
)
def test_where_the_language_stands(template, expected):
    texts = [Foreign(NL, "nl")] * template.count("{}")
    assert told(Markup(template).format(*texts)) == expected


def test_a_text_in_another_language_is_well_set_and_safe():
    assert (
        told(Markup("<p>{}</p>").format(Foreign('"<b>\0en\0"', "fr"))) == '<p lang="fr">«\u202f&lt;b&gt;en\u202f»</p>'
    )


def test_a_text_keeps_its_language_among_others():
    title = mixed("{}: {what}", "Questions <", what=Foreign(NL, "nl"))
    assert title == "Questions <: Het huis"
    assert told(Markup("<h1>{}</h1>").format(title)) == '<h1>Questions &lt;: <span lang="nl">Het huis</span></h1>'
    assert Foreign(NL, "nl") == NL == Foreign(NL, "fr")
    assert Foreign(NL, "nl") != Foreign(NL, "fr")
