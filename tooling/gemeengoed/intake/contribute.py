"""A contribution from answers to what becomes of it: proposed, asked about, or there already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from gemeengoed.intake.draft import Draft, draft
from gemeengoed.intake.people import CONTRIBUTORS, with_entry
from gemeengoed.intake.place import New, place
from gemeengoed.intake.trial import Trial, try_files
from gemeengoed.intake.waiting import Waiting
from gemeengoed.kinds import Kind
from gemeengoed.model import Commons


class Fate(Enum):
    """What becomes of a contribution."""

    PROPOSED = "proposed"
    """Its files pass the checks, and an editor can look at them."""
    ASKED = "asked"
    """Something is missing, or a check finds an error: the person is asked, and nothing is written."""
    DOUBLE = "double"
    """The commons has it already."""


@dataclass(frozen=True)
class Contribution:
    """What becomes of a contribution, with the files to write where it is proposed."""

    fate: Fate
    draft: Draft
    files: Mapping[str, New] = field(default_factory=dict)
    trial: Trial = field(default_factory=Trial)


def contribute(
    commons: Commons,
    kind: Kind | None,
    answers: Mapping[str, str],
    waiting: Mapping[str, Waiting] | None = None,
    beside: Mapping[str, New] | None = None,
) -> Contribution:
    """What becomes of answers; see ``draft.draft``. Nothing is written.

    ``beside`` are files that come along with the page, by path: the pictures that it shows.
    """
    drafted = draft(commons, kind, answers, waiting)
    if drafted.double_of is not None or drafted.waits_on:
        return Contribution(Fate.DOUBLE, drafted)
    if drafted.asked or drafted.person is None:
        return Contribution(Fate.ASKED, drafted)
    files = {**_files(commons, drafted), **(beside or {})}
    if not files:
        return Contribution(Fate.DOUBLE, drafted)  # somebody joins who is there
    trial = try_files(commons, {path: new.content for path, new in files.items()})
    fate = Fate.ASKED if trial.errors else Fate.PROPOSED
    return Contribution(fate, drafted, files if fate is Fate.PROPOSED else {}, trial)


def _files(commons: Commons, drafted: Draft) -> dict[str, New]:
    files = {path: New(text.encode()) for path, text in drafted.files.items()}
    person = drafted.person
    if person is not None and person.entry is not None:
        register = commons.root / CONTRIBUTORS
        before = register.read_bytes() if register.is_file() else None
        after = with_entry((before or b"").decode("utf-8-sig"), person.credited, person.entry)
        files[CONTRIBUTORS] = New(after.encode(), before)
    return files


def write(commons: Commons, contribution: Contribution) -> None:
    """Put the files of a proposed contribution in the commons. Raises NotPlacedError, and then nothing is there."""
    place(commons.root, contribution.files)
