"""Bring the catalogues of ``gemeengoed/locale`` up to date with the messages that the code, templates and kinds hold.

Run: ``python tooling/catalogues.py``. New messages come in empty, to be translated; those no longer used go out.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from gemeengoed.checks.declared import all_checks
from gemeengoed.checks.documentation import about_parameters, documentation
from gemeengoed.i18n import LOCALE
from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.kinds.declare import Choice, Record, hints
from gemeengoed.licences import LICENCES
from gemeengoed.questions.asked import BODY
from gemeengoed.questions.person import TO_JOIN, WITH_AN_ITEM
from gemeengoed.stage import addresses

PACKAGE = LOCALE.parent
METHODS = [("**.py", "python"), ("**.jinja", "jinja2.ext:babel_extract")]
KEYWORDS = {"message": None, "say": None, "_": None, "gettext": None, "ngettext": (1, 2), "Message": None}
FOLDERS = tuple(word for name, word in vars(addresses).items() if name.isupper() and isinstance(word, str) and word)
"""The first parts of addresses that the site has besides kinds and registers."""


def collect() -> Catalog:
    """Every message of the package, with where it stands."""
    catalogue = Catalog(project="Gemeengoed", charset="utf-8", fuzzy=False)
    options = {"**.jinja": {"silent": "false", "newstyle_gettext": "true", "trimmed": "true"}}
    found = extract_from_dir(str(PACKAGE), METHODS, options, KEYWORDS, strip_comment_tags=True)
    for file, _, text, _, _ in found:
        catalogue.add(text, locations=[(file, 1)])
    for text, where in (*declared(), *((f"address:{name}", "addresses") for name in address_names())):
        if text:
            catalogue.add(text, locations=[(where, 1)])
    return catalogue


def address_names() -> Iterator[str]:
    """Every first part of an address."""
    yield from (kind.folder for kind in KINDS)
    yield from (register.plural for register in REGISTERS)
    yield from FOLDERS


def declared() -> Iterator[tuple[str, str]]:
    """The labels and help texts of the declaration, with where each is declared."""
    for kind in KINDS:
        yield from ((text, f"kinds/{kind.name}.py") for text in (kind.label, kind.plural, kind.about))
        yield from _of_record(kind.fields)
    for register in REGISTERS:
        yield register.label, "kinds/registers.py"
        yield from _of_record(register.fields)
    for licence in LICENCES.values():
        yield from ((text, "licences/known.py") for text in (*licence.may, *licence.must, *licence.may_not))
    for check in all_checks():
        yield from ((text, f"checks/{check.code}") for text in documentation(check.documentation).parts())
        if check.parameters is not None:
            yield about_parameters(type(check.parameters)), f"checks/{check.code}"
            yield from _of_record(type(check.parameters))
    for question in (BODY, *WITH_AN_ITEM, *TO_JOIN):
        yield from ((text, "intake/questions.py") for text in (question.label, question.help))
    _import_all()
    for choice in _subclasses(Choice):
        yield from ((member.label, choice.__module__) for member in choice)


def _import_all() -> None:
    """Import every module, since a choice is known only once its module is."""
    for module in walk_packages([str(PACKAGE)], "gemeengoed."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


def _subclasses(cls: type[Any]) -> Iterator[type[Any]]:
    for child in cls.__subclasses__():
        if child.__module__.startswith("gemeengoed"):
            yield child
        yield from _subclasses(child)


def _of_record(record: type[Record]) -> Iterator[tuple[str, str]]:
    for declared_field in record.model_fields.values():
        yield declared_field.title or "", record.__module__
        yield declared_field.description or "", record.__module__
        extra = declared_field.json_schema_extra
        yield str(extra.get("unit") or "") if isinstance(extra, dict) else "", record.__module__
    for hint in hints(record).values():
        for inner in _records_in(hint):
            yield from _of_record(inner)


def _records_in(hint: Any) -> Iterator[type[Record]]:
    if isinstance(hint, type) and issubclass(hint, Record):
        yield hint
    for part in getattr(hint, "__args__", ()):
        yield from _records_in(part)


def update(file: Path, messages: Catalog) -> int:
    """Write the messages into a catalogue, its translations kept; returns how many are still to be translated."""
    language = file.parents[1].name
    catalogue = read_po(file.open("rb"), locale=language) if file.exists() else Catalog(locale=language, fuzzy=False)
    catalogue.update(messages, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    with file.open("wb") as out:
        write_po(out, catalogue, width=120, no_location=True, omit_header=False, sort_output=True, ignore_obsolete=True)
    return sum(
        not entry.string or (isinstance(entry.string, tuple) and not any(entry.string))
        for entry in catalogue
        if entry.id
    )


if __name__ == "__main__":
    collected = collect()
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/messages.po")) or [LOCALE / "nl/LC_MESSAGES/messages.po"]:
        print(f"{po.relative_to(LOCALE)}: {update(po, collected)} to translate")
