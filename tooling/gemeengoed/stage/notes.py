"""What staging notes for the next time: what everything was made of (``rows``), and the state that it was in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from gemeengoed import kept
from gemeengoed.cache import digest
from gemeengoed.columns import joined, kept_as, parted
from gemeengoed.ledger import NONE
from gemeengoed.output import Output
from gemeengoed.stage.groups import State
from gemeengoed.stage.rows import ROWS, Rows
from gemeengoed.stage.trace import Key
from gemeengoed.stage.write import Copied


@dataclass(frozen=True)
class Notes:
    """The notes of the last time; without any, of a time when nothing was made.

    ``states`` has the state of each key, and ``digests`` the hash of what stands at each path, both in the order of
    ``rows``. ``run`` is the name that this run gave the tree that it left. ``others`` is the state of everything but
    the texts of items and what was done to files since they came, which ``history`` is the state of; ``used`` how many
    keys there were when those that nothing reads were last left out. ``values`` is the state of the shared values
    that are kept beside the notes: those of another run, which was ended between the two, are not of these.
    """

    rows: Rows = field(default_factory=Rows)
    run: str = ""
    others: State | None = None
    history: str = ""
    used: int = 0
    states: list[str] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    copied: Copied = field(default_factory=dict)
    values: str = ""

    def damaged(self, tree: Output) -> set[int]:
        """The units that made something which the tree does not hold."""
        if self.run and self.run == tree.run and not tree.touched:
            return set()
        files, made = tree.files, enumerate(zip(self.rows.paths, self.digests, strict=True))
        return self.rows.makers(at for at, (path, was) in made if files.get(path, NONE).digest != was)

    def state_of(self, key: Key) -> str | None:
        """The state of a key; None when it was not known."""
        number = self.rows.numbering.get(key)
        return None if number is None else self.states[number]


@dataclass(frozen=True)
class _Told:
    """Notes as they are kept, the rows aside."""

    run: str
    others: State | None
    history: str
    used: int
    states: str
    digests: str
    copied: Copied
    values: str


def _told(notes: Notes) -> _Told:
    states, digests = joined(notes.states), joined(notes.digests)
    return _Told(notes.run, notes.others, notes.history, notes.used, states, digests, notes.copied, notes.values)


def _notes(told: _Told) -> Notes:
    return Notes(**(vars(told) | {"states": parted(told.states), "digests": parted(told.digests)}))


_NOTES = kept_as(_Told, _told, _notes)


def recall_notes(file: Path, version: str) -> Notes:
    """The notes in a file, with the rows in the one beside it. Where a part is lost they are as if there were none."""
    rows = kept.recall(_rows_beside(file), ROWS, version, Rows())
    notes = kept.recall(file, _NOTES, digest(version, rows.name), Notes())
    is_whole = len(notes.states) == len(rows.keys) and len(notes.digests) == len(rows.paths)
    return replace(notes, rows=rows) if is_whole else Notes()


def keep_notes(file: Path, version: str, notes: Notes, before: Notes) -> None:
    """Keep notes in a file, and the rows beside it, where those are not as ``before``."""
    if notes.rows is not before.rows:
        kept.keep(_rows_beside(file), ROWS, version, notes.rows)
    kept.keep(file, _NOTES, digest(version, notes.rows.name), notes)


def _rows_beside(file: Path) -> Path:
    return file.with_name("units.json")
