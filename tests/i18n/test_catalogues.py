"""Every message of the package can be extracted, and the Dutch catalogue has it."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import gemeengoed
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from gemeengoed.i18n import COMPLETE, LOCALE, message, spoken, translator
from gemeengoed.i18n import Message as Said
from gemeengoed.kinds import KIND_BY_FOLDER, KINDS, REGISTER_BY_PLURAL, REGISTERS
from gemeengoed.kinds.common import Maturity, Relation, Status, Verdict
from gemeengoed.stage.addresses import SINGLE, Addresses

PACKAGE = Path(gemeengoed.__file__).parent
TOOLING = PACKAGE.parent

FILLED = re.compile(r"%\(\w+\)s|\{\w+\}")


def collected() -> Catalog:
    sys.path.insert(0, str(TOOLING))
    try:
        import catalogues
    finally:
        sys.path.remove(str(TOOLING))
    return catalogues.collect()


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "messages.po").open("rb") as source:
        return read_po(source, locale=language)


def texts(entry: Message) -> Iterator[str]:
    yield from entry.string if isinstance(entry.string, (list, tuple)) else [entry.string]


@pytest.mark.parametrize("language", [language for language in spoken() if language != "en"])
def test_a_catalogue_holds_exactly_the_messages_of_the_package(language: str) -> None:
    known = {str(entry.id) for entry in catalogue(language) if entry.id}
    wanted = {str(entry.id) for entry in collected() if entry.id}
    assert sorted(wanted - known) == [], "run: python tooling/catalogues.py"
    assert sorted(known - wanted) == [], "run: python tooling/catalogues.py"


@pytest.mark.parametrize("language", [language for language in spoken() if language != "en"])
def test_every_message_has_a_translation_with_the_same_places_to_fill(language: str) -> None:
    """In a catalogue that is not complete, every message that has one at all."""
    for entry in catalogue(language):
        if not entry.id:
            continue
        source = entry.id if isinstance(entry.id, str) else entry.id[-1]
        is_there = all(texts(entry))
        assert is_there or language not in COMPLETE, entry.id
        if not is_there:
            continue
        assert set(FILLED.findall(list(texts(entry))[-1])) == set(FILLED.findall(source)), entry.id


def test_the_text_of_a_message_is_written_out_where_it_is_made() -> None:
    """A text in a variable cannot be extracted, and would stay English without anybody noticing."""
    made_elsewhere = []
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message":
                text = node.args[0]
                reused = isinstance(text, ast.Attribute) and text.attr == "text"
                if not isinstance(text, ast.Constant) and not reused:
                    made_elsewhere.append(f"{file.relative_to(PACKAGE)}:{node.lineno}")
    assert made_elsewhere == []


def test_french_says_what_stands_around_every_page_and_each_kind() -> None:
    """What is shown in part must be whole where it counts: kinds, registers, choices of an item, the bar."""
    wanted = [text for kind in KINDS for text in (kind.label, kind.plural)]
    wanted += [register.label for register in REGISTERS]
    wanted += [choice.label for choices in (Status, Maturity, Relation, Verdict) for choice in choices]
    wanted += ["Search", "Menu", "Skip to content", "Languages", "Home", "This page is written in %(language)s."]
    known = {str(entry.id): entry.string for entry in catalogue("fr")}
    assert [text for text in wanted if not known.get(text)] == []


@pytest.mark.parametrize("language", spoken())
def test_no_two_parts_of_a_site_have_one_address(language: str) -> None:
    """Also where a language lacks a word and takes that of the first."""
    addresses = Addresses(translator(language, "nl"))
    words = [addresses.folder(name) for name in (*KIND_BY_FOLDER, *REGISTER_BY_PLURAL, *SINGLE)]
    assert sorted(words) == sorted({*words})


def test_what_a_catalogue_lacks_is_said_in_the_first_language_of_the_commons() -> None:
    known = {entry.id: entry.string for entry in catalogue("fr") if isinstance(entry.id, str)}
    lacking = next(text for text, said in known.items() if not said)
    assert translator("fr", "nl")(lacking) == translator("nl")(lacking) != lacking
    assert translator("fr")(lacking) == translator("fr", "en")(lacking) == lacking
    assert translator("fr", "nl")("Practice") == "Pratique"
    assert translator("en", "nl")("Practice") == "Practice"


def test_a_message_is_said_in_both_languages() -> None:
    missing = message("'{name}' is missing.", name="title")
    assert missing.say(translator("en")) == "'title' is missing."
    assert missing.say(translator("nl")) == "'title' ontbreekt."


def test_a_value_cannot_fill_another_value() -> None:
    assert message("'{name}' is missing.", name="{limit}").say(str) == "'{limit}' is missing."


def test_long_values_are_cut_and_put_on_one_line() -> None:
    said = Said("{value}", message("{value}", value="a\n" * 500).values).say(str)
    assert "\n" not in said
    assert len(said) <= 120
