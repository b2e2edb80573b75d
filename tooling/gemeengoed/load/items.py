"""Items and other files below ``commons/``, and the hand-written pages below ``docs/``."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import cast

from gemeengoed.cache import Memory, Row
from gemeengoed.i18n import message
from gemeengoed.kinds import KIND_BY_FOLDER, REGISTERS, Kind
from gemeengoed.kinds.declare import SLUG
from gemeengoed.load.fields import read_record, renumber
from gemeengoed.load.files import Found, decode, glance, read_bytes, read_text, walk
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.load.stored import StoredItem, StoredText, note, recall
from gemeengoed.model import MEDIA, Item, Names
from gemeengoed.revisions import History
from gemeengoed.settings import Settings
from gemeengoed.suggest import nearest
from gemeengoed.texts import START, Defect, File, Text

COMMONS = "commons"
PAGES = "docs"

_REGISTER_FILES = frozenset(register.file for register in REGISTERS)


@dataclass(frozen=True)
class Source:
    """Where items and pages are read from: a folder, or what an earlier run read there and that is still so."""

    root: Path
    settings: Settings
    history: History = field(default_factory=History)
    memory: Memory = field(default_factory=Memory)

    def revision(self, found: Found) -> str:
        """What git knows of a file, in a word."""
        known = self.history.revisions.get(found.path)
        return f"{known.created}/{known.changed}/{known.commits}" if known else ""

    def text(self, found: Found) -> Text:
        """The text of a file."""
        return _read(self, found)[0]

    def item(self, found: Found, kind: Kind) -> Item:
        """The item of a file."""
        return _read_item(self, found, kind)[0]


def read_items(source: Source, entries: Iterable[Found]) -> tuple[list[Item], list[File]]:
    """Every item among the files below ``commons/``, and every other file there, registers aside."""
    items: list[Item] = []
    strays: list[File] = []
    for found in entries:
        if found.path in _REGISTER_FILES:
            continue
        kind = _folder_of(found)
        if kind is None or not _is_item(found):
            strays.append(File(found.path, found.size, _stray_defects(found, kind)))
            source.memory.see(found.path, Row("", f"{found.stamp or time.time_ns()}", ""))
        else:
            items.append(_item(source, found, kind))
    return items, strays


def names(root: Path) -> Names:
    """What there is, without reading it."""
    below = [found for found in walk(root, COMMONS) if found.path not in _REGISTER_FILES]
    items = sorted((found.path.partition("/")[2].removesuffix(".md"), found) for found in below if _is_item(found))
    kinds = {ref: kind.name for ref, found in items if (kind := _folder_of(found))}
    others = tuple(found.path for found in below if not _is_item(found))
    return Names(kinds, tuple(found.path for found in walk(root, PAGES) if _is_page(found)), others)


def _folder_of(found: Found) -> Kind | None:
    return KIND_BY_FOLDER.get(f"{found.path}/".split("/")[1])


def _is_item(found: Found) -> bool:
    return _folder_of(found) is not None and found.path.endswith(".md") and found.path.count("/") == 2


def _is_page(found: Found) -> bool:
    return found.path.endswith(".md") or found.is_link


def read_pages(source: Source) -> list[Text]:
    """Every hand-written Markdown page below ``docs/``."""
    pages: list[Text] = []
    for found in walk(source.root, PAGES):
        if _is_page(found):
            pages.append(_page(source, found))
        else:
            source.memory.see(found.path, Row("", f"{found.stamp or time.time_ns()}", ""))
    return pages


def _page(source: Source, found: Found) -> Text:
    extra = recall(source.memory, source.root, found, source.revision(found))
    if extra is not None:
        return StoredText.recalled(found, extra, source)
    text, raw = _read(source, found)
    note(source.memory, found, raw, text, source.revision(found))
    return text


def _item(source: Source, found: Found, kind: Kind) -> Item:
    """The item of a file; the one that was made of it before, while the program ran on, if the file is as it was."""
    held, memory = source.memory.held, source.memory
    known = memory.files.get(found.path)
    before, item = held.get(found.path, ("", None))
    is_same = known is not None and before == known.digest and isinstance(item, Item)
    if is_same and recall(memory, source.root, found, source.revision(found)) is not None:
        return cast(Item, item)
    item = _item_anew(source, found, kind)
    if memory.path is not None:
        held[found.path] = (memory.seen[found.path].digest, item)
    return item


def _item_anew(source: Source, found: Found, kind: Kind) -> Item:
    extra = recall(source.memory, source.root, found, source.revision(found))
    if extra is not None:
        slug = found.path.rpartition("/")[2].removesuffix(".md")
        return StoredItem.recalled(f"{kind.folder}/{slug}", kind, StoredText.recalled(found, extra, source))
    item, raw = _read_item(source, found, kind)
    note(source.memory, found, raw, item.text, source.revision(found), item)
    return item


def _read(source: Source, found: Found) -> tuple[Text, bytes | None]:
    """The text of a file, and its bytes unless they could not be read."""
    limits = source.settings.limits
    raw, defects = read_bytes(source.root, found, limits.markdown_bytes)
    text, more = (None, ()) if raw is None else decode(raw)
    if text is None:
        unread = glance(source.root, found, limits.front_matter_bytes)
        return Text(found.path, found.size, (*defects, *more), unread=unread), raw
    return read_front_matter(found.path, found.size, text, limits.front_matter_bytes, more), raw


def _read_item(source: Source, found: Found, kind: Kind) -> tuple[Item, bytes | None]:
    text, raw = _read(source, found)
    fields, defects = kind.fields.model_construct(), list(text.defects)
    if text.front_matter:
        fields, read = read_record(kind.fields, dict(text.front_matter), text.places)
        text = replace(text, places=renumber(text.places, read.left))
        defects.extend(read.defects)
    slug = PurePosixPath(found.path).stem
    if not re.fullmatch(SLUG, slug):
        defects.append(_bad_name(slug))
    text = replace(text, defects=tuple(defects))
    return Item(f"{kind.folder}/{slug}", kind, fields, text), raw


def _stray_defects(found: Found, kind: Kind | None) -> tuple[Defect, ...]:
    if found.is_link:
        return read_text(Path(), found, 0)[1]
    parts = found.path.split("/")
    if len(parts) == 1 or (len(parts) == 2 and kind and not found.is_regular):
        return read_text(Path(), found, 0)[1]
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
