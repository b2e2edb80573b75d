"""Who contributes: somebody who is in the register already, or a new entry for it, with consent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any, Final

from ruamel.yaml import YAML

from gemeengoed.i18n import message
from gemeengoed.intake.front_matter import dump
from gemeengoed.intake.names import Names, plain
from gemeengoed.intake.read import Remark
from gemeengoed.kinds import Kind
from gemeengoed.kinds.registers import ConsentScope
from gemeengoed.load.positions import read_yaml
from gemeengoed.model import Commons
from gemeengoed.questions.person import ABOUT, AGREEMENTS, NAME, OFFERED, ORGANISATION, SOUGHT, WEBSITE, Agreement
from gemeengoed.slug import slug_of

CONTRIBUTORS: Final = "contributors.yaml"

_KEY: Final = re.compile(r"^([a-z0-9-]+):[ \t]*(?:#.*)?$", re.MULTILINE)
_REMARKS: Final = re.compile(r"(?:^#[^\n]*\n)+\Z", re.MULTILINE)


@dataclass(frozen=True)
class Person:
    """Who contributes: the identifier that is credited, and the entry to add to the register where there is none.

    Somebody who does not agree to be named is credited as the organisation and has no entry.
    """

    credited: str
    entry: Mapping[str, Any] | None = None
    is_named: bool = True


def person_of(
    commons: Commons, kind: Kind | None, values: Mapping[str, Any], names: Names
) -> tuple[Person | None, tuple[Remark, ...]]:
    """Who the answers say it is, and what must be said about that."""
    agreed, name = values.get(AGREEMENTS.name, []), values.get(NAME.name, "")
    organisation = values.get(ORGANISATION.name)
    if not name or not agreed:
        return None, ()
    if str(Agreement.NAME) not in agreed:
        return _unnamed(kind, organisation)
    known = names.people(name)
    if len(known) == 1:
        return _known(commons, known[0], name)
    if known:
        what = message("Several people here are called '{name}'. Write the name of your page: {several}.",
                       name=name, several=", ".join(known))  # fmt: skip
        return None, (Remark(NAME, what, name, is_asked=True),)
    entry = _entry(commons, kind, values, agreed)
    return Person(_identifier(commons, name), entry), ()


def _unnamed(kind: Kind | None, organisation: str | None) -> tuple[Person | None, tuple[Remark, ...]]:
    if organisation and kind is not None:
        return Person(organisation, is_named=False), ()
    what = message("You may be named, or your organisation may: tick the box of your name, or fill in where you work.")
    if kind is None:
        what = message("Without your name we cannot add you to the people who share here: tick the box of your name.")
    return None, (Remark(AGREEMENTS, what, is_asked=True),)


def _known(commons: Commons, identifier: str, name: str) -> tuple[Person | None, tuple[Remark, ...]]:
    contributor = commons.contributors[identifier]
    if contributor.withdrawn_on:
        what = message("'{name}' withdrew. Ask the editors, they will help you.", name=name)
        return None, (Remark(NAME, what, name, is_asked=True),)
    what = message("'{name}' shared something here before. Make sure that this is the same person.", name=name)
    return Person(identifier), (Remark(NAME, what, name),)


def _entry(commons: Commons, kind: Kind | None, values: Mapping[str, Any], agreed: list[str]) -> dict[str, Any]:
    """The entry for the register: only what its owner agreed to show."""
    licences = commons.settings.licences
    licence = licences.folders.get(kind.folder, licences.default) if kind else licences.default
    shows = [str(scope) for scope in ConsentScope if str(scope) in agreed]
    entry: dict[str, Any] = {"name": values[NAME.name]}
    if str(Agreement.ORGANISATION) in agreed and values.get(ORGANISATION.name):
        entry["organisations"] = [values[ORGANISATION.name]]
    if str(Agreement.SKILLS) in agreed:
        offered, sought = values.get(OFFERED.name), values.get(SOUGHT.name)
        entry |= {"skills_offered": offered} if offered else {}
        entry |= {"skills_sought": sought} if sought else {}
    entry |= {"website": values[WEBSITE.name]} if values.get(WEBSITE.name) else {}
    entry |= {"about": values[ABOUT.name]} if values.get(ABOUT.name) else {}
    entry["consent"] = {"on": commons.today.isoformat(), "scope": shows, "licences": [licence]}
    return entry


def _identifier(commons: Commons, name: str) -> str:
    """A free identifier after the name; not that of an organisation either, which would be mistaken for it."""
    base = slug_of(name)[:70].strip("-") or slug_of(plain(name)) or "bijdrager"
    used = {*commons.contributors, *commons.organisations}
    return next(
        candidate
        for number in range(1, len(used) + 2)
        if (candidate := base if number == 1 else f"{base}-{number}") not in used
    )


def with_entry(register: str, identifier: str, entry: Mapping[str, Any]) -> str:
    """The text of the register with one more entry, everything else as it was, comments and order too.

    The entry goes before the first one that comes after it in the alphabet, the very first aside (above it stands what
    is said of the file), else to the end: so two proposals seldom touch the same lines. Where that would not be read
    again (a register between braces), ruamel.yaml writes it anew; it keeps comments and order as well.
    """
    before = register if not register or register.endswith("\n") else f"{register}\n"
    at = _position(before, identifier)
    after = before[:at] + dump({identifier: entry}) + before[at:]
    data, _, defects = read_yaml(after)
    if not defects and isinstance(data, dict) and {*(read_yaml(register)[0] or {}), identifier} == {*data}:
        return after
    yaml, out = YAML(), StringIO()
    yaml.width = 100_000
    records = yaml.load(register) or {}
    records[identifier] = dict(entry)
    yaml.dump(records, out)
    return out.getvalue()


def _position(register: str, identifier: str) -> int:
    """Where an entry goes: before the remarks above the entry that follows it."""
    for key in list(_KEY.finditer(register))[1:]:
        if key[1] > identifier:
            above = register[: key.start()]
            remarks = _REMARKS.search(above)
            return remarks.start() if remarks else key.start()
    return len(register)
