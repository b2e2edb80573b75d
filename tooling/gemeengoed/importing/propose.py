"""A first mapping for a collection, made by looking at its files; a person then puts it right."""

from __future__ import annotations

import re
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

from gemeengoed.importing.source import files_of
from gemeengoed.kinds import KIND_BY_NAME, KINDS
from gemeengoed.kinds.declare import is_required
from gemeengoed.load.files import decode
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.markdown.headings import find_headings

_MEANT: Final = {
    "title": ("title", "name", "titel", "naam"),
    "summary": ("summary", "description", "what", "excerpt", "abstract", "samenvatting", "beschrijving"),
    "purpose": ("purpose", "why", "goal", "doel", "waarom"),
    "duration": ("duration", "timerequired", "time", "duur", "tijd"),
    "group_size": ("group_size", "participants", "groupsize", "deelnemers"),
    "materials": ("materials", "tools", "materiaal"),
    "keywords": ("keywords", "tags", "categories", "category", "trefwoorden"),
    "themes": ("themes", "topics", "thema", "themas"),
    "start": ("start", "date", "datum"),
    "outcome": ("outcome", "result", "resultaat"),
    "place": ("place", "location", "plaats"),
}
"""How others call what we have."""

_ADDRESSES: Final = ("permalink", "redirect_from", "aliases", "slug", "url")
_LAYOUT: Final = ("layout", "template", "weight", "order", "draft", "published", "menu", "nav_order")
_KEY: Final = re.compile(r"[A-Za-z_][\w-]{0,40}")
"""What looks like the name of a field, and not like a sentence with a colon in it."""

_LICENCES: Final = (
    ("CC0-1.0", r"CC0|No Rights Reserved|public domain"),
    ("CC-BY-NC-SA-4.0", r"Attribution-NonCommercial-ShareAlike 4"),
    ("CC-BY-SA-4.0", r"Attribution-ShareAlike 4|CC[ -]BY[ -]SA"),
    ("CC-BY-4.0", r"Attribution 4\.0|CC[ -]BY[ -]4"),
)
_WORDS: Final = {"en": {"the", "and", "of", "to"}, "nl": {"de", "het", "een", "en"}, "fr": {"le", "la", "les", "et"}}


def propose(folder: Path) -> str:
    """The text of a mapping file, with what was seen as comments and ``?`` where a person must say it."""
    files = files_of(folder)
    heads, bodies = _read(folder, files)
    keys = Counter(key for head in heads for key in head if _KEY.fullmatch(key))
    kind = _kind(files)
    fields = _fields(kind, keys)
    used = {*fields.values()}
    data: dict[str, Any] = {"kind": kind, "language": _language(" ".join(bodies)), "authors": ["?"]}
    data["origin"] = {"title": "?", "author": "?", "licence": _licence(folder, files) or "?", "relation": "includes"}
    data |= {"exclude": _exclude(files), "add_md": any("." not in PurePosixPath(file).name for file in files)}
    needed = {name: {"default": "?"} for name in _needed(kind) if name not in fields}
    data["fields"] = {**fields, **needed}
    data["addresses"] = [key for key in keys if key.casefold() in _ADDRESSES]
    data["drop"] = {key: "only for their site" for key in keys if key.casefold() in _LAYOUT}
    rest = [key for key in keys if key not in {*used, *data["addresses"], *data["drop"]}]
    data["put"] = {key: key for key in rest}
    return f"{_seen(files, keys, bodies)}{yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)}"


def _read(folder: Path, files: list[str]) -> tuple[list[dict[str, Any]], list[str]]:
    heads: list[dict[str, Any]] = []
    bodies: list[str] = []
    for file in files:
        path = folder / file
        is_text = PurePosixPath(file).suffix.lower() in ("", ".md", ".markdown")
        if not is_text or path.is_symlink() or not path.is_file() or path.stat().st_size > 1_000_000:
            continue
        text, _ = decode(path.read_bytes())
        read = read_front_matter(file, len(text), text, 64_000, ()) if text else None
        if read is not None and read.front_matter:
            heads.append(dict(read.front_matter))
            bodies.append(read.body)
    return heads, bodies


def _kind(files: list[str]) -> str:
    """The kind whose name, or folder, most paths hold."""
    words = Counter(word for file in files for word in re.findall(r"[a-z]+", file.casefold().rpartition("/")[0]))
    scored = [(words[kind.folder] + words[kind.name], -number, kind.name) for number, kind in enumerate(KINDS)]
    return max(scored)[2]


def _needed(kind: str) -> list[str]:
    model = KIND_BY_NAME[kind].fields
    return [name for name in model.model_fields if is_required(model, name) and name not in ("authors",)]


def _fields(kind: str, keys: Counter[str]) -> dict[str, Any]:
    known = KIND_BY_NAME[kind].fields.model_fields
    found: dict[str, Any] = {}
    for name, names in _MEANT.items():
        candidates = [key for key in keys if key.casefold() in names and key not in found.values()]
        if name in known and candidates:
            found[name] = min(candidates, key=lambda key: names.index(key.casefold()))
    return found


def _exclude(files: list[str]) -> dict[str, str]:
    guesses = {
        "*_template*": "a template to fill in",
        "*/archive/*": "archived by who made it",
        "*LICENSE*": "the licence of the collection",
        "*README*": "about the collection, no item of it",
    }
    return {pattern: why for pattern, why in guesses.items() if any(fnmatch(file, pattern) for file in files)}


def _licence(folder: Path, files: list[str]) -> str:
    for file in files:
        if re.search(r"licen[cs]e|copying", file, re.IGNORECASE):
            text = (folder / file).read_bytes()[:20_000].decode("utf-8", "replace")
            return next((spdx for spdx, sign in _LICENCES if re.search(sign, text, re.IGNORECASE)), "")
    return ""


def _language(text: str) -> str:
    words = Counter(re.findall(r"[a-z]+", text[:200_000].casefold()))
    return max(_WORDS, key=lambda language: sum(words[word] for word in _WORDS[language]))


def _seen(files: list[str], keys: Counter[str], bodies: list[str]) -> str:
    """What was seen, as comments: the keys and headings, each with how often."""
    headings = Counter(heading.title.strip() for body in bodies for heading in find_headings(body))
    seen = [
        f"{len(files)} files. Put this right, replace every '?', and try it with --dry-run.",
        "keys: " + ", ".join(f"{key} ({count})" for key, count in keys.most_common(30)),
        "headings: " + ", ".join(f"{heading} ({count})" for heading, count in headings.most_common(15)),
        "sections: {'Their heading': 'Ours'} renames one, {'Their heading': ''} leaves it out",
    ]
    return "".join(f"# {' '.join(line.split())}\n" for line in seen)
