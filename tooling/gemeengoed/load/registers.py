"""The registers: contributors, organisations, vocabulary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gemeengoed.i18n import message
from gemeengoed.kinds import REGISTERS, Register
from gemeengoed.kinds.declare import Record
from gemeengoed.load.fields import read_record
from gemeengoed.load.files import Found, read_text
from gemeengoed.load.positions import read_yaml
from gemeengoed.load.switches import find_switches
from gemeengoed.model import Defect, File, Places, RegisterFile
from gemeengoed.settings import Settings

Records = dict[str, Record]
_Read = tuple[str, dict[str, Any], Places, tuple[Defect, ...], int]


def read_registers(root: Path, settings: Settings) -> tuple[dict[str, RegisterFile], dict[str, Records]]:
    """Every register's records by its name, and every register file with what is wrong in it."""
    files: dict[str, RegisterFile] = {}
    records: dict[str, Records] = {}
    for path in dict.fromkeys(register.file for register in REGISTERS):
        text, data, places, defects, size = _read_file(root, path, settings)
        sections = [register for register in REGISTERS if register.file == path]
        found = list(defects)
        for register in sections:
            records[register.name], more = _read_section(register, data, places)
            found.extend(more)
        found.extend(_unknown_sections(sections, data, places))
        files[path] = RegisterFile(File(path, size, tuple(found), find_switches(text)), places, text)
    return files, records


def _read_file(root: Path, path: str, settings: Settings) -> _Read:
    file = root / path
    if not file.is_symlink() and not file.exists():
        return "", {}, Places(), (), 0
    found = Found(path, file.lstat().st_size, is_link=file.is_symlink(), is_regular=file.is_file())
    text, defects = read_text(root, found, settings.limits.media_bytes)
    if text is None:
        return "", {}, Places(), defects, found.size
    data, places, more = read_yaml(text)
    if data is not None and not isinstance(data, dict):
        more = (*more, _not_a_mapping(places))
    return text, data if isinstance(data, dict) else {}, places, (*defects, *more), found.size


def _read_section(register: Register, data: dict[str, Any], places: Places) -> tuple[Records, list[Defect]]:
    section = data.get(register.key, {}) if register.key else data
    at = (register.key,) if register.key else ()
    if not isinstance(section, dict):
        return {}, [_not_a_mapping(places)]
    records: Records = {}
    defects: list[Defect] = []
    for name in sorted(section):
        entry = section[name]
        if not isinstance(entry, dict):
            defects.append(
                Defect(
                    "field-type",
                    places.value(*at, name),
                    message("'{name}' must have parts of its own, each on a line as 'name: value'.", name=name),
                )
            )
            entry = {}
        records[name], found = read_record(register.fields, entry, places, (*at, name))
        defects.extend(found)
    return records, defects


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


def _not_a_mapping(places: Places) -> Defect:
    return Defect(
        "field-type",
        places.start,
        message("A register must be lines of the form 'identifier:', each with its parts indented below it."),
    )
