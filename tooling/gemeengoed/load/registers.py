"""The registers: contributors, organisations, vocabulary."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from gemeengoed.cache import digest
from gemeengoed.i18n import message
from gemeengoed.kinds import REGISTERS, Register
from gemeengoed.kinds.declare import SLUG, Record
from gemeengoed.kinds.registers import Contributor
from gemeengoed.load.fields import Left, Read, read_record, renumber
from gemeengoed.load.files import Found, read_text
from gemeengoed.load.positions import UNREAD, Located, read_yaml
from gemeengoed.load.switches import find_switches
from gemeengoed.settings import Settings
from gemeengoed.texts import Defect, File, Place, Places, RegisterFile

Records = dict[str, Record]
Known = dict[str, tuple[str, dict[str, Any]]]
"""The data of register files that were read without an error, each with the hash of its text."""

_MAX_LENGTH = 80
_Read = tuple[str, dict[str, Any], Places, tuple[Defect, ...], int]


def read_registers(
    root: Path, settings: Settings, known: Known | None = None
) -> tuple[dict[str, RegisterFile], dict[str, Records]]:
    """Every register's records by its name, and every register file with what is wrong in it.

    ``known`` is what an earlier run read of the files, and will be what this one did. (Of a thousand contributors the
    YAML takes 30 ms.)
    """
    known = {} if known is None else known
    files: dict[str, RegisterFile] = {}
    records: dict[str, Records] = {}
    for path in dict.fromkeys(register.file for register in REGISTERS):
        if not os.path.lexists(root / path):
            records |= {register.name: {} for register in REGISTERS if register.file == path}
            continue
        text, data, places, defects, size = _read_file(root, path, settings, known)
        sections = [register for register in REGISTERS if register.file == path]
        found, left = list(defects), Left()
        for register in sections:
            records[register.name], read = _read_section(register, data, places)
            found.extend(read.defects)
            left |= read.left
        found.extend(_unknown_sections(sections, data, places))
        file = File(path, size, tuple(found), find_switches(text))
        files[path] = RegisterFile(file, renumber(places, left), text)
    return files, records


def _read_file(root: Path, path: str, settings: Settings, known: Known) -> _Read:
    file = root / path
    found = Found(path, file.lstat().st_size, is_link=file.is_symlink(), is_regular=file.is_file())
    text, defects = read_text(root, found, settings.limits.media_bytes)
    if text is None:
        return "", {}, Places(), defects, found.size
    state = digest(text)
    before, recalled = known.pop(path, ("", {}))
    if before == state:
        known[path] = (state, recalled)
        return text, recalled, Located(text, 1), defects, found.size
    data, places, more = read_yaml(text)
    if data is not None and not isinstance(data, dict):
        more = (*more, _not_a_mapping(places.start))
    elif data is not None and not more:
        known[path] = (state, data)
    return text, data if isinstance(data, dict) else {}, places, (*defects, *more), found.size


def _read_section(register: Register, data: dict[str, Any], places: Places) -> tuple[Records, Read]:
    section = data.get(register.key) or {} if register.key else data
    at = (register.key,) if register.key else ()
    if not isinstance(section, dict):
        return {}, Read((_not_a_mapping(places.value(*at)),), {})
    records: Records = {}
    defects, left = list[Defect](), Left()
    for name in sorted(section):
        if len(name) > _MAX_LENGTH or not re.fullmatch(SLUG, name):
            defects.append(_bad_identifier(name, places.key(*at, name)))
            continue
        entry = {} if section[name] is None else section[name]
        if isinstance(entry, dict):
            records[name], read = read_record(register.fields, entry, places, (*at, name))
            defects.extend(defect for defect in read.defects if not (_is_gone(records[name]) and _is_asked(defect)))
            left |= read.left
        else:
            records[name] = register.fields.model_construct()
            defects += [] if entry is UNREAD else [_not_a_record(name, places.value(*at, name))]
    return records, Read(tuple(defects), left)


def _is_gone(record: Record) -> bool:
    """Whether an entry says only that somebody withdrew: of such a person nothing is asked any more."""
    return isinstance(record, Contributor) and record.withdrawn_on is not None


def _is_asked(defect: Defect) -> bool:
    return defect.code == "field-missing"


def _unknown_sections(sections: list[Register], data: dict[str, Any], places: Places) -> list[Defect]:
    known = [register.key for register in sections]
    if known == [""]:
        return []
    return [
        Defect(
            "field-unknown",
            places.key(name),
            message("There is no list '{name}' in this register.", name=name),
            message("Choose from: {known}.", known=", ".join(known)),
        )
        for name in data
        if name not in known
    ]


def _bad_identifier(name: str, place: Place) -> Defect:
    return Defect(
        "field-value",
        place,
        message("The identifier '{name}' must be lower-case letters, digits and single hyphens.", name=name),
        message("It becomes part of the address of a page. Write it as in 'jan-peeters'."),
    )


def _not_a_record(name: str, place: Place) -> Defect:
    return Defect(
        "field-type",
        place,
        message("'{name}' must have parts of its own, each on a line as 'name: value'.", name=name),
    )


def _not_a_mapping(place: Place) -> Defect:
    return Defect(
        "field-type",
        place,
        message("A register must be lines of the form 'identifier:', each with its parts indented below it."),
    )
