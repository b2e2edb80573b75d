"""Every message of the package can be extracted, and the Dutch catalogue has it."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import gemeengoed
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from gemeengoed.i18n import LOCALE, message, translator
from gemeengoed.i18n import Message as Said

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


def dutch() -> Catalog:
    with (LOCALE / "nl" / "LC_MESSAGES" / "messages.po").open("rb") as source:
        return read_po(source, locale="nl")


def texts(entry: Message) -> Iterator[str]:
    yield from entry.string if isinstance(entry.string, (list, tuple)) else [entry.string]


def test_the_dutch_catalogue_holds_exactly_the_messages_of_the_package() -> None:
    known = {str(entry.id) for entry in dutch() if entry.id}
    wanted = {str(entry.id) for entry in collected() if entry.id}
    assert sorted(wanted - known) == [], "run: python tooling/catalogues.py"
    assert sorted(known - wanted) == [], "run: python tooling/catalogues.py"


def test_every_message_has_a_translation_with_the_same_places_to_fill() -> None:
    for entry in dutch():
        if not entry.id:
            continue
        source = entry.id if isinstance(entry.id, str) else entry.id[-1]
        for text in texts(entry):
            assert text, entry.id
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
