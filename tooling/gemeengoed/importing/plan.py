"""What becomes of every file of a collection: an item, or the reason why not. Nothing is written."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any, Final

from gemeengoed.i18n import Message, message
from gemeengoed.importing.mapping import FieldFrom, Mapping
from gemeengoed.importing.text import levelled, plain_markdown, rename_heading, take_section, with_links
from gemeengoed.intake.clean import clean, one_line
from gemeengoed.intake.clean import lines as lines_of
from gemeengoed.intake.front_matter import item_text
from gemeengoed.intake.names import Names
from gemeengoed.intake.place import New
from gemeengoed.intake.read import Reading, read_answers
from gemeengoed.kinds import KIND_BY_NAME, Kind
from gemeengoed.load import COMMONS
from gemeengoed.load.files import decode
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.model import MEDIA, Commons
from gemeengoed.questions.asked import Question, Sort, questions
from gemeengoed.slug import slug_of

_PLAIN: Final = (".md", ".markdown", ".mdown")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True)
class Line:
    """A line of the table: a file, what becomes of it (a path, empty where nothing does), why, and what to look at."""

    file: str
    path: str = ""
    why: Message | None = None
    remarks: tuple[Message, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass
class Plan:
    """What becomes of a collection: a line for every file, and the files to write by path."""

    lines: list[Line] = field(default_factory=list)
    files: dict[str, New] = field(default_factory=dict)

    @property
    def redirects(self) -> dict[str, str]:
        """Every old address, and the item that is there now."""
        made = (line for line in self.lines if line.path.endswith(".md"))
        return {old: _ref(line.path) for line in made for old in line.addresses}


@dataclass(frozen=True)
class _Source:
    """A file of the collection that becomes an item."""

    file: str
    head: dict[str, Any]
    body: str
    slug: str
    addresses: tuple[str, ...]


def plan(commons: Commons, folder: Path, mapping: Mapping) -> Plan:
    """What becomes of every file below ``folder``."""
    made, sources = Plan(), list[_Source]()
    kind = KIND_BY_NAME[mapping.kind]
    files = files_of(folder)
    used = {item.slug for item in commons.of_kind(kind.name)}
    media = dict[str, str]()
    beside = {PurePosixPath(stray.path).name for stray in commons.strays}
    for file in files:
        read = _read(folder, file, mapping, used, commons)
        if isinstance(read, _Source):
            sources.append(read)
        elif read is None:
            media[file] = _media_name(file, {*media.values(), *beside})
        else:
            made.lines.append(Line(file, why=read))
    here = _here(commons, kind)
    refs = {source.file: here.get(_noted(source, mapping), f"{kind.folder}/{source.slug}") for source in sources}
    known = refs | {old.strip("/"): refs[source.file] for source in sources for old in source.addresses}
    shown = dict[str, str]()
    for source in sources:
        if there := here.get(_noted(source, mapping)):
            made.lines.append(Line(source.file, why=message("taken in before, as {ref}", ref=there)))
            continue
        line, content = _item(commons, kind, mapping, source, known, media, shown)
        made.lines.append(line)
        made.files[line.path] = New(content.encode())
    for file, name in media.items():
        path = f"{COMMONS}/{kind.folder}/{name}"
        if file in shown:
            made.files[path] = New((folder / file).read_bytes())
        made.lines.append(Line(file, path) if file in shown else Line(file, why=message("no page shows it")))
    made.lines.sort(key=lambda line: line.file)
    return made


def files_of(folder: Path) -> list[str]:
    """Every file below a folder, hidden ones and links too; what git keeps for itself aside."""
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != ".git")
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        for name in sorted([*names, *links]):
            found.append((Path(where) / name).relative_to(folder).as_posix())
    return found


def _read(folder: Path, file: str, mapping: Mapping, used: set[str], commons: Commons) -> _Source | Message | None:
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


def _source(file: str, text: str, mapping: Mapping, used: set[str], limit: int) -> _Source | Message | None:
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
    return _Source(file, dict(read.front_matter), read.body, slug, tuple(dict.fromkeys(filter(None, addresses))))


def _listed(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one_line(entry) for entry in values if isinstance(entry, str)]


def _noted(source: _Source, mapping: Mapping) -> str:
    """The title under which an item notes where it comes from."""
    rule = mapping.rules()["title"]
    return f"{one_line(str(source.head.get(rule.source or '')))} ({mapping.origin.title})"[:300]


def _here(commons: Commons, kind: Kind) -> dict[str, str]:
    """The items of a kind by the titles of their sources, to know again what was taken in before."""
    items = commons.of_kind(kind.name)
    return {source.title: item.ref for item in items for source in item.fields.sources if source.title}


def _media_name(file: str, taken: set[str]) -> str:
    name = PurePosixPath(file)
    base, end = slug_of(name.stem) or "beeld", name.suffix.lower()
    number, found = 2, f"{base}{end}"
    while found in taken:
        found, number = f"{base}-{number}{end}", number + 1
    return found


def _item(
    commons: Commons,
    kind: Kind,
    mapping: Mapping,
    source: _Source,
    known: dict[str, str],
    media: dict[str, str],
    shown: dict[str, str],
) -> tuple[Line, str]:
    made = plain_markdown(clean(source.body), mapping.replace)
    made.text = levelled(made.text)
    above: list[str] = []
    values: dict[str, Any] = {}
    for name, rule in mapping.rules().items():
        typed = _typed(source.head, rule)
        if rule.section:
            made.text, section = take_section(made.text, rule.section)
            typed = section or typed
        value, why = _value(commons, kind, name, rule, typed)
        if value is None and rule.shorten and (value := _shortened(typed)):
            above.append(one_line(typed))
            made.remarks.append(message("{name}: shortened, all of it stands above the text", name=name))
        if value not in (None, "", [], {}):
            values[name] = value
        elif typed:
            made.remarks.append(why)
            if rule.otherwise == "text":
                above.append(f"**{rule.source or rule.section}:** {one_line(typed)}")
    for heading, ours in mapping.sections.items():
        if ours:
            made.text = rename_heading(made.text, heading, ours)
        else:
            made.text, section = take_section(made.text, heading)
            made.remarks += [message("section left out: {heading}", heading=heading)] if section else []
    for key, heading in mapping.put.items():
        if text := _typed(source.head, FieldFrom.model_validate({"from": key})):
            made.text += f"\n\n## {heading}\n\n{clean(text)}"
    made.text = "\n\n".join([*above, made.text])
    with_links(made, source.file, known, mapping.origin.site or mapping.origin.url or "", media)
    shown.update(made.pictures)
    said = mapping.keys()
    made.remarks += [message("key left out: {key}", key=one_line(key)[:60]) for key in source.head if key not in said]
    fields = _fields(mapping, commons, values, source)
    line = Line(source.file, f"{COMMONS}/{kind.folder}/{source.slug}.md", None, tuple(made.remarks), source.addresses)
    return line, item_text(kind, fields, made.text)


def _typed(head: dict[str, Any], rule: FieldFrom) -> str:
    """Their value as somebody would have typed it: the entries of a list on lines."""
    value = next((head[key] for key in (rule.source, *rule.or_from) if key and head.get(key)), None)
    entries = [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else [value]
    texts = [entry for entry in entries if isinstance(entry, str)]
    if rule.split:
        texts = [part for text in texts for part in text.split(rule.split)]
    ours: list[str] = []
    for text in texts:
        meant = rule.map.get(text.strip(), text)
        ours += [meant] if isinstance(meant, str) else meant
    if not any(text.strip() for text in ours) and rule.default:
        ours = [rule.default] if isinstance(rule.default, str) else [*rule.default]
    return "\n".join(ours).strip()


def _value(commons: Commons, kind: Kind, name: str, rule: FieldFrom, typed: str) -> tuple[Any, Message]:
    """The value of a field out of what they have there, and what is said where there is none."""
    short = one_line(typed)[:60]
    unfit = message("{name}: '{typed}' does not fit", name=name, typed=short)
    if not typed:
        return None, unfit
    if rule.minutes:
        return _minutes(typed), message("{name}: '{typed}' is not in minutes or hours", name=name, typed=short)
    asked = next((question for question in questions(kind) if question.name == name), None)
    if asked is None:
        declared = kind.fields.model_fields[name]
        if declared.default == ():
            return lines_of(typed), unfit
        asked = Question(name, Sort.LINE, declared.title or name)
    reading: Reading = read_answers((replace(asked, is_required=False),), {name: typed}, Names(commons))
    return reading.values.get(name), reading.remarks[0].what if reading.remarks else unfit


def _shortened(typed: str) -> str:
    """The first sentences of a text that fit on a line; empty where the first is too long."""
    text, limit = one_line(typed), 300
    end = max((match.end() for match in re.finditer(r"[.!?](?=\s)", text[: limit + 1])), default=0)
    if end:
        return text[:end]
    comma = max((match.start() for match in re.finditer(r"[,;:](?=\s)", text[:limit])), default=0)
    return f"{text[:comma]}." if comma else ""


def _minutes(typed: str) -> dict[str, int] | None:
    """``1–2 hours per user`` as minutes; None where it counts days, or depends."""
    text = re.sub(r"\bone\b|\ban?\b(?= hour)", "1", typed.casefold())
    found = re.match(
        r"\D{0,12}?(\d+)\s*(m\w*|h\w*|u\w*)?(?:\s*(?:-|–|to|tot)\s*(\d+))?\s*(min\w*|hours?|hrs?|uur|uren)\b", text
    )
    if not found or re.search(r"\b(?:day|week|dag|we[e]?k)", text):
        return None
    unit = 60 if found[4][0] in "hu" else 1
    first_unit = unit if not found[2] else 60 if found[2][0] in "hu" else 1
    low = int(found[1]) * first_unit
    high = int(found[3]) * unit if found[3] else low
    if re.match(r"\s*(?:less than|at most|max|minder dan)", text):
        return {"max": high}
    return {"min": low, "max": high} if 0 < low <= high else None


def _fields(mapping: Mapping, commons: Commons, values: dict[str, Any], source: _Source) -> dict[str, Any]:
    origin = mapping.origin
    address = origin.url
    if origin.site and source.addresses and source.addresses[0].startswith("/"):
        address = origin.site.rstrip("/") + source.addresses[0]
    entry: dict[str, Any] = {"title": _noted(source, mapping)}
    entry |= {"relation": str(origin.relation)} | ({"url": address} if address else {})
    entry |= ({"author": origin.author} if origin.author else {}) | {"licence": origin.licence}
    fields = dict(values)
    fields["authors"] = values.get("authors") or mapping.authors
    fields["sources"] = [*values.get("sources", []), entry]
    if mapping.language and mapping.language != commons.settings.language:
        fields["language"] = str(mapping.language)
    if mapping.licence:
        fields["licence"] = mapping.licence
    return fields


def _ref(path: str) -> str:
    return path.removeprefix(f"{COMMONS}/").removesuffix(".md")
