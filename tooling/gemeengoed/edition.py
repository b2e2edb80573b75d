"""Who gets to see what: decided once, here, before anything is staged.

An edition holds the items that its readers may see and nothing of the others: not their titles, not their number.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from gemeengoed.i18n import Message, message
from gemeengoed.kinds.common import Audience, Status
from gemeengoed.kinds.declare import Choice
from gemeengoed.markdown.links import find_links, resolve
from gemeengoed.model import MEDIA, Commons, File, History, Item
from gemeengoed.problems import Problem, Severity


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
    written to the site.
    """

    name: EditionName
    commons: Commons
    items: Mapping[str, Item]
    listed: tuple[Item, ...]
    outcomes: tuple[Outcome, ...]
    withheld: tuple[Outcome, ...]
    media: frozenset[str]
    history: History = field(default_factory=History)


def select(commons: Commons, name: EditionName, history: History, problems: Iterable[Problem]) -> Edition:
    """The edition ``name`` of a commons. Files with an error are rejected."""
    errors: dict[str, Problem] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR:
            errors.setdefault(problem.path, problem)
    items: dict[str, Item] = {}
    outcomes: list[Outcome] = []
    withheld: list[Outcome] = []
    for ref, item in commons.items.items():
        outcome = _outcome_of_item(item, name, errors.get(item.path))
        if outcome.fate in (Fate.PUBLISHED, Fate.ARCHIVED):
            items[ref] = item
        hidden = name is EditionName.PUBLIC and _for_members(item)
        (withheld if hidden else outcomes).append(outcome)
    media = frozenset(path for item in items.values() for path in media_of(item))
    hidden_media = {path for item in commons.items.values() if item.ref not in items for path in media_of(item)} - media
    for file in commons.strays:
        outcome = _outcome_of_stray(file, errors.get(file.path), media)
        (withheld if file.path in hidden_media else outcomes).append(outcome)
    outcomes += [Outcome(path, Fate.REGISTER) for path in commons.registers if path.startswith("commons/")]
    listed = tuple(item for item in items.values() if item.fields.status is Status.PUBLISHED)
    return Edition(name, commons, items, listed, _sorted(outcomes), _sorted(withheld), media, history)


def media_of(item: Item) -> Iterator[str]:
    """The files beside an item that its page shows or links to: paths from the root of the commons."""
    for entry in item.fields.media:
        if entry.file:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(item.path), entry.file))
    for link in find_links(item.text.body):
        if not link.is_external and link.target:
            name, _ = resolve(link.target, item.path)
            if PurePosixPath(name).suffix.lower() in MEDIA:
                yield name


def _sorted(outcomes: list[Outcome]) -> tuple[Outcome, ...]:
    return tuple(sorted(outcomes, key=lambda outcome: outcome.path))


def _for_members(item: Item) -> bool:
    """Whether only members may know of an item; of one that cannot be read, any hint in its text is enough."""
    if item.fields.audience is Audience.MEMBERS:
        return True
    return bool(item.text.defects) and _hints_at_members(item)


def _hints_at_members(item: Item) -> bool:
    return not item.text.front_matter or bool(re.search(r"members", str(item.text.front_matter), re.IGNORECASE))


def _outcome_of_item(item: Item, name: EditionName, error: Problem | None) -> Outcome:
    if error is not None:
        return Outcome(item.path, Fate.REJECTED, message("{code}, line {line}", code=error.code, line=error.line))
    if item.fields.status is Status.DRAFT:
        return Outcome(item.path, Fate.DRAFT)
    if item.fields.audience is Audience.MEMBERS and name is EditionName.PUBLIC:
        return Outcome(item.path, Fate.MEMBERS)
    fate = Fate.ARCHIVED if item.fields.status is Status.ARCHIVED else Fate.PUBLISHED
    return Outcome(item.path, fate, ref=item.ref)


def _outcome_of_stray(file: File, error: Problem | None, media: frozenset[str]) -> Outcome:
    if error is not None:
        return Outcome(file.path, Fate.REJECTED, message("{code}, line {line}", code=error.code, line=error.line))
    return Outcome(file.path, Fate.MEDIA if file.path in media else Fate.UNUSED)
