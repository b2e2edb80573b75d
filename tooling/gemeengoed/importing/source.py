"""A file of a collection, read as what becomes an item; or why it does not."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any, Final

from gemeengoed.i18n import Message, message
from gemeengoed.importing.mapping import Mapping
from gemeengoed.intake.clean import one_line
from gemeengoed.load.files import decode
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.model import MEDIA, Commons
from gemeengoed.slug import slug_of

_PLAIN: Final = (".md", ".markdown", ".mdown")


@dataclass(frozen=True)
class Source:
    """A file of the collection that becomes an item."""

    file: str
    head: dict[str, Any]
    body: str
    slug: str
    addresses: tuple[str, ...]


def files_of(folder: Path) -> list[str]:
    """Every file below a folder, hidden ones and links too; what git keeps for itself aside."""
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != ".git")
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        for name in sorted([*names, *links]):
            found.append((Path(where) / name).relative_to(folder).as_posix())
    return found


def read_source(folder: Path, file: str, mapping: Mapping, used: set[str], commons: Commons) -> Source | Message | None:
    """The file as a source of an item, or why it is none; None where it is a picture."""
    path, name = folder / file, PurePosixPath(file)
    if path.is_symlink() or not path.is_file():
        return message("a link, which is not followed")
    if reason := next((why for pattern, why in mapping.exclude.items() if fnmatch(file, pattern)), ""):
        return message("{why}", why=reason)
    if not any(fnmatch(file, pattern) for pattern in mapping.include):
        return message("not among the files that the mapping includes")
    if name.suffix.lower() in MEDIA:
        is_small = path.stat().st_size <= commons.settings.limits.media_bytes
        return None if is_small else message("a picture that is too large")
    if name.suffix.lower() not in _PLAIN and not (mapping.add_md and not name.suffix):
        if name.suffix:
            return message("no Markdown")
        return message("no extension (add_md takes such files in)")
    if path.stat().st_size > commons.settings.limits.markdown_bytes:
        return message("larger than a page can be")
    text, _ = decode(path.read_bytes())
    if text is None:
        return message("no text in UTF-8")
    return _source(file, text, mapping, used, commons.settings.limits.front_matter_bytes)


def _source(file: str, text: str, mapping: Mapping, used: set[str], limit: int) -> Source | Message | None:
    read = read_front_matter(file, len(text), text, limit, ())
    if read.defects:
        return message("its front matter cannot be read")
    rule = mapping.rules().get("title")
    title = read.front_matter.get(rule.source or "") if rule else None
    if not isinstance(title, str) or not slug_of(title):
        return message("it has no title")
    slug = base = slug_of(PurePosixPath(file).stem) or slug_of(title)
    number = 2
    while slug in used:
        slug, number = f"{base[:76]}-{number}", number + 1
    used.add(slug)
    addresses = [old for key in mapping.addresses for old in _listed(read.front_matter.get(key))]
    return Source(file, dict(read.front_matter), read.body, slug, tuple(dict.fromkeys(filter(None, addresses))))


def _listed(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one_line(entry) for entry in values if isinstance(entry, str)]


def noted(source: Source, mapping: Mapping) -> str:
    """The title under which an item notes where it comes from."""
    rule = mapping.rules()["title"]
    return f"{one_line(str(source.head.get(rule.source or '')))} ({mapping.origin.title})"[:300]
