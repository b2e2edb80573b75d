"""Who gets to see what: decided once, here, before anything is staged.

An edition holds the items that its readers may see and nothing of the others: not their titles, not their number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from gemeengoed.i18n import Message, message
from gemeengoed.kinds.common import Audience, Status
from gemeengoed.kinds.declare import Choice, Record, references
from gemeengoed.model import Commons, Item, Trait
from gemeengoed.problems import Problem, Severity
from gemeengoed.revisions import History
from gemeengoed.texts import File


class EditionName(Choice):
    """For whom a site is built."""

    PUBLIC = "public", "Everybody"
    MEMBERS = "members", "Members"


class Fate(Choice):
    """What became of a file of the commons."""

    PUBLISHED = "published", "Published"
    ARCHIVED = "archived", "Archived"
    DRAFT = "draft", "Draft"
    MEMBERS = "members", "Members only"
    REGISTER = "register", "Register"
    MEDIA = "media", "Shown on a page"
    UNUSED = "unused", "On no page"
    REJECTED = "rejected", "Rejected"


Name = tuple[str, str]
"""An entry of a register: ``("theme", "participatie")``."""


@dataclass(frozen=True)
class Outcome:
    """The fate of one file, and why."""

    path: str
    fate: Fate
    reason: Message | None = None
    ref: str = ""


@dataclass(frozen=True)
class Edition:
    """What one group of readers sees of a commons.

    ``items`` have a page; ``listed`` are those of them that listings and search show, archived ones aside.
    ``outcomes`` accounts for every file that these readers may know of; ``withheld`` for the others, and is never
    written to the site. ``unnamed`` are the entries of registers that only withheld items refer to.
    """

    name: EditionName
    commons: Commons
    items: Mapping[str, Item]
    listed: tuple[Item, ...]
    outcomes: tuple[Outcome, ...]
    withheld: tuple[Outcome, ...]
    media: frozenset[str]
    history: History = field(default_factory=History)
    unnamed: frozenset[Name] = frozenset()


def select(commons: Commons, name: EditionName, history: History, problems: Iterable[Problem]) -> Edition:
    """The edition ``name`` of a commons. Files with an error are rejected."""
    errors: dict[str, Problem] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR:
            errors.setdefault(problem.path, problem)
    items: dict[str, Item] = {}
    outcomes: list[Outcome] = []
    withheld: list[Outcome] = []
    hidden: list[Item] = []
    for ref, item in commons.items.items():
        outcome = _outcome_of_item(item, name, errors.get(item.path))
        if outcome.fate in (Fate.PUBLISHED, Fate.ARCHIVED):
            items[ref] = item
        if name is EditionName.PUBLIC and _for_members(item):
            hidden.append(item)
            withheld.append(outcome)
        else:
            outcomes.append(outcome)
    media = frozenset(path for item in items.values() for path in item.media)
    is_hidden = _beside(hidden, media)
    for file in commons.strays:
        outcome = _outcome_of_stray(file, errors.get(file.path), media)
        (withheld if is_hidden(file) else outcomes).append(outcome)
    outcomes += [Outcome(path, Fate.REGISTER) for path in commons.registers if path.startswith("commons/")]
    listed = tuple(item for item in items.values() if item.status is Status.PUBLISHED)
    unnamed = _named_by_hidden_only(commons, hidden)
    return Edition(name, commons, items, listed, _sorted(outcomes), _sorted(withheld), media, history, unnamed)


_HINT = re.compile(r"\bmembers?\b|\baudience\W+(?!public\b)\w", re.IGNORECASE)
"""What makes one think of members in a front matter that cannot be read."""


def _sorted(outcomes: list[Outcome]) -> tuple[Outcome, ...]:
    return tuple(sorted(outcomes, key=lambda outcome: outcome.path))


def _for_members(item: Item) -> bool:
    """Whether only members may know of an item; of one that cannot be read, any hint in its text is enough."""
    if Trait.MEMBERS in item.traits:
        return True
    return bool(item.text.defects) and _hints_at_members(item)


def _hints_at_members(item: Item) -> bool:
    said = item.text.front_matter.get("audience", str(Audience.PUBLIC))
    return said != Audience.PUBLIC or bool(_HINT.search(f"{item.text.unread} {item.text.front_matter}"))


def _beside(hidden: list[Item], media: frozenset[str]) -> Callable[[File], bool]:
    """Tells of a file whether hidden items alone show it, or would if they could be read."""
    theirs = {path for item in hidden for path in item.media} - media
    unread = "\n".join(item.text.unread for item in hidden)
    return lambda file: file.path in theirs or (file.path not in media and PurePosixPath(file.path).name in unread)


def _named_by_hidden_only(commons: Commons, hidden: list[Item]) -> frozenset[Name]:
    """What hidden items refer to, directly or through a register, and nothing else does."""
    if not hidden:
        return frozenset()
    theirs = _reached(commons, (item.fields for item in hidden))
    refs = {item.ref for item in hidden}
    others: list[Record] = [item.fields for ref, item in commons.items.items() if ref not in refs]
    others += [record for name, record in _records(commons) if name not in theirs]
    return theirs - _reached(commons, others)


def _reached(commons: Commons, records: Iterable[Record]) -> frozenset[Name]:
    """The entries of registers that records refer to, and those that these entries refer to in turn."""
    entries = dict(_records(commons))
    waiting, reached = list(records), set[Name]()
    while waiting:
        for name in _entries(commons, waiting.pop()):
            if name not in reached:
                reached.add(name)
                waiting += [entries[name]] if name in entries else []
    return frozenset(reached)


def _entries(commons: Commons, record: Record) -> Iterator[Name]:
    for _, name, ref in references(record):
        yield (commons.party_register(name) if ref.register == "party" else ref.register), name


def _records(commons: Commons) -> Iterator[tuple[Name, Record]]:
    yield from ((("contributor", name), record) for name, record in commons.contributors.items())
    yield from ((("organisation", name), record) for name, record in commons.organisations.items())


def _outcome_of_item(item: Item, name: EditionName, error: Problem | None) -> Outcome:
    if error is not None:
        return Outcome(item.path, Fate.REJECTED, message("{code}, line {line}", code=error.code, line=error.line))
    if item.status is Status.DRAFT:
        return Outcome(item.path, Fate.DRAFT)
    if Trait.MEMBERS in item.traits and name is EditionName.PUBLIC:
        return Outcome(item.path, Fate.MEMBERS)
    fate = Fate.ARCHIVED if item.status is Status.ARCHIVED else Fate.PUBLISHED
    return Outcome(item.path, fate, ref=item.ref)


def _outcome_of_stray(file: File, error: Problem | None, media: frozenset[str]) -> Outcome:
    if error is not None:
        return Outcome(file.path, Fate.REJECTED, message("{code}, line {line}", code=error.code, line=error.line))
    return Outcome(file.path, Fate.MEDIA if file.path in media else Fate.UNUSED)
