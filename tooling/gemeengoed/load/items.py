"""Items and other files below ``commons/``, and the hand-written pages below ``docs/``."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath

from gemeengoed.i18n import message
from gemeengoed.kinds import KIND_BY_FOLDER, REGISTERS, Kind
from gemeengoed.kinds.declare import SLUG
from gemeengoed.load.fields import read_record
from gemeengoed.load.files import Found, read_text, walk
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.model import MEDIA, START, Defect, File, Item, Text
from gemeengoed.settings import Settings
from gemeengoed.suggest import nearest

COMMONS = "commons"
PAGES = "docs"

_REGISTER_FILES = frozenset(register.file for register in REGISTERS)


def read_items(root: Path, settings: Settings) -> tuple[list[Item], list[File]]:
    """Every item below ``commons/``, and every other file there, registers aside."""
    items: list[Item] = []
    strays: list[File] = []
    for found in walk(root, COMMONS):
        if found.path in _REGISTER_FILES:
            continue
        kind = KIND_BY_FOLDER.get(found.path.split("/")[1])
        if kind is None or not found.path.endswith(".md") or found.path.count("/") != 2:
            strays.append(File(found.path, found.size, _stray_defects(found, kind)))
        else:
            items.append(_read_item(root, found, kind, settings))
    return items, strays


def read_pages(root: Path, settings: Settings) -> list[Text]:
    """Every hand-written Markdown page below ``docs/``."""
    return [_read(root, found, settings) for found in walk(root, PAGES) if found.path.endswith(".md")]


def _read(root: Path, found: Found, settings: Settings) -> Text:
    text, defects = read_text(root, found, settings.limits.markdown_bytes)
    if text is None:
        return Text(found.path, found.size, defects)
    return read_front_matter(found.path, found.size, text, settings.limits.front_matter_bytes, defects)


def _read_item(root: Path, found: Found, kind: Kind, settings: Settings) -> Item:
    text = _read(root, found, settings)
    fields, defects = kind.fields.model_construct(), list(text.defects)
    if text.front_matter:
        fields, wrong = read_record(kind.fields, dict(text.front_matter), text.places)
        defects.extend(wrong)
    slug = PurePosixPath(found.path).stem
    if not re.fullmatch(SLUG, slug):
        defects.append(_bad_name(slug))
    text = replace(text, defects=tuple(defects))
    return Item(f"{kind.folder}/{slug}", kind, fields, text)


def _stray_defects(found: Found, kind: Kind | None) -> tuple[Defect, ...]:
    if found.is_link:
        return read_text(Path(), found, 0)[1]
    parts = found.path.split("/")
    if kind is None:
        return (_unknown_folder(parts),)
    if PurePosixPath(found.path).suffix.lower() in MEDIA:
        return ()
    if parts[-1].endswith(".md"):
        return (_too_deep(kind),)
    return (_not_markdown(parts[-1], kind),)


def _unknown_folder(parts: list[str]) -> Defect:
    name = parts[1]
    known = nearest(name, KIND_BY_FOLDER)
    if len(parts) == 2:
        what = message("'{name}' belongs in the folder of a kind.", name=name)
    else:
        what = message("'{name}' is not the folder of a kind.", name=name)
    choices = message("Move it to one of: {known}.", known=", ".join(KIND_BY_FOLDER))
    advice = message("Did you mean '{known}'?", known=known) if known and len(parts) > 2 else choices
    return Defect("file-kind", START, what, advice)


def _too_deep(kind: Kind) -> Defect:
    return Defect(
        "file-kind",
        START,
        message("A page stands in the folder of its kind itself, not in a folder inside it."),
        message("Move it to commons/{folder}/.", folder=kind.folder),
    )


def _not_markdown(name: str, kind: Kind) -> Defect:
    if "." in name.strip("."):
        what = message("'{name}' is not a Markdown file: its name must end in .md.", name=name)
    else:
        what = message("'{name}' has no .md at the end of its name.", name=name)
    advice = message("Rename it if it is a page of commons/{folder}/; otherwise move it away.", folder=kind.folder)
    return Defect("file-kind", START, what, advice)


def _bad_name(slug: str) -> Defect:
    good = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")
    return Defect(
        "file-name",
        START,
        message("The file name '{name}' must be lower-case letters, digits and single hyphens.", name=f"{slug}.md"),
        message("Rename it to '{good}.md'.", good=good) if good else None,
        f"{good}.md" if good else None,
    )
