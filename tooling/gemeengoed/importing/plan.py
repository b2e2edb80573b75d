"""What becomes of every file of a collection: an item, or the reason why not. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from gemeengoed.i18n import message
from gemeengoed.importing.item import Line, item_of
from gemeengoed.importing.mapping import Mapping
from gemeengoed.importing.source import Source, files_of, noted, read_source
from gemeengoed.intake.place import New
from gemeengoed.kinds import KIND_BY_NAME, Kind
from gemeengoed.load import COMMONS
from gemeengoed.model import Commons
from gemeengoed.slug import slug_of


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


def plan(commons: Commons, folder: Path, mapping: Mapping) -> Plan:
    """What becomes of every file below ``folder``."""
    made, sources = Plan(), list[Source]()
    kind = KIND_BY_NAME[mapping.kind]
    files = files_of(folder)
    used = {item.slug for item in commons.of_kind(kind.name)}
    media = dict[str, str]()
    beside = {PurePosixPath(stray.path).name for stray in commons.strays}
    for file in files:
        read = read_source(folder, file, mapping, used, commons)
        if isinstance(read, Source):
            sources.append(read)
        elif read is None:
            media[file] = _media_name(file, {*media.values(), *beside})
        else:
            made.lines.append(Line(file, why=read))
    here = _here(commons, kind)
    refs = {source.file: here.get(noted(source, mapping), f"{kind.folder}/{source.slug}") for source in sources}
    known = refs | {old.strip("/"): refs[source.file] for source in sources for old in source.addresses}
    shown = dict[str, str]()
    for source in sources:
        if there := here.get(noted(source, mapping)):
            made.lines.append(Line(source.file, why=message("taken in before, as {ref}", ref=there)))
            continue
        line, content = item_of(commons, kind, mapping, source, known, media, shown)
        made.lines.append(line)
        made.files[line.path] = New(content.encode())
    for file, name in media.items():
        path = f"{COMMONS}/{kind.folder}/{name}"
        if file in shown:
            made.files[path] = New((folder / file).read_bytes())
        made.lines.append(Line(file, path) if file in shown else Line(file, why=message("no page shows it")))
    made.lines.sort(key=lambda line: line.file)
    return made


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


def _ref(path: str) -> str:
    return path.removeprefix(f"{COMMONS}/").removesuffix(".md")
