"""Staging only what an edit touches: a unit of pages is made again when something changed that it was made of.

What each unit was made of was noted when it was made (``trace``), and so was the state of all that (``states``). The
tree is the same as when everything is made; a unit whose staged files are not as it left them is made again too.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Set
from functools import cache, partial
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter

from gemeengoed import kept, processes
from gemeengoed.cache import digest, program
from gemeengoed.edition import Edition
from gemeengoed.output import Output
from gemeengoed.stage import making
from gemeengoed.stage.elsewhere import Absent
from gemeengoed.stage.groups import Groups, State
from gemeengoed.stage.making import ALONE, Makers, Making, Shared, make_units
from gemeengoed.stage.notebook import Notebook, Now, Run
from gemeengoed.stage.notes import Notes, keep_notes, recall_notes
from gemeengoed.stage.page import Staged
from gemeengoed.stage.rows import Noted, Rows
from gemeengoed.stage.shared import Drawer
from gemeengoed.stage.site import Site
from gemeengoed.stage.states import Files, edited_items, state_of_others
from gemeengoed.stage.trace import STAGED, Value
from gemeengoed.stage.tree import ROOT, AtRoot, copies_of, units
from gemeengoed.stage.watched import begin, watch, watched_class
from gemeengoed.stage.write import copy_files

PACKAGES = ("mkdocs-material", "babel", "jinja2")
"""Whose icons, words for dates, and HTML are in staged pages."""

GROUPS = TypeAdapter(Groups | None)
VALUES = TypeAdapter(dict[str, Any])


def stage_again(
    edition: Edition,
    root: Path,
    tree: Output,
    notes: Path,
    files: Files,
    jobs: int = 1,
    language: str = "",
    absent: Absent = frozenset(),
) -> None:
    """Let ``tree`` hold the staged edition in a language. ``notes`` is a file for next time.

    ``files`` has the hashes of files; ``absent`` is what the site lacks in other languages.
    """
    version, known, values = recall_staged(edition, notes, language)
    grouped = notes.with_name("groups.json")
    at = _what_was_edited(edition, files, known, state_of_others(edition, files, absent))
    groups = kept.recall(grouped, GROUPS, version, None) if at.is_edit else None
    if groups is None or groups.of != known.others:
        at, groups = Now(at.state), None
    site: Site = watched_class(Site)(watch(edition), language, absent, groups, at.edited)
    site.drawer = Beside(notes.parent, version, files)
    if site.groups is not groups and at.state:
        kept.keep(grouped, GROUPS, version, site.groups._replace(of=at.state))
    at = at._replace(groups=groups) if groups and groups.works == site.groups.works else Now(at.state)
    is_anew = not known.rows.units and len(edition.items) >= making.WORTH_IT
    meanwhile = begin(site) if is_anew and jobs > 1 and processes.can_copy() else None
    notebook = Notebook(site, files, at, known, values)
    damaged = known.damaged(tree)
    others = known.rows.readers(notebook.changed) | damaged
    made = _all_made(dict(units(site)), known.rows, others, notebook, tree, Shared(jobs, meanwhile))
    others |= known.rows.readers(notebook.tell(STAGED, _state_of_reserved(made, notebook, known.rows)))
    reserved = cache(partial(_reserved, made, known.rows))
    at_root = {name: partial(_at_root, make, site, reserved) for name, make in ROOT.items()}
    made |= _all_made(at_root, known.rows, others, notebook, tree)
    copied = copy_files(tree, copies_of(site, root), known.copied)
    tree.prune()
    tree.run = uuid4().hex
    kept.afterwards(partial(_note, notes, version, notebook, Run(tree.run, made, copied), known, values))


def _note(file: Path, version: str, notebook: Notebook, run: Run, before: Notes, values: dict[str, Any]) -> None:
    """Note what there is for the next time; ``before`` and ``values`` are the notes and shared values of the last."""
    now, state = notebook.values(), before.values
    if now is not values:
        state = digest(VALUES.dump_json(now))
        kept.keep(file.with_name("shared.json"), VALUES, digest(version, state), now)
    keep_notes(file, version, notebook.written(run, state), before)


def recall_staged(edition: Edition, notes: Path, language: str = "") -> tuple[str, Notes, dict[str, Any]]:
    """What is known of the edition in a language as it was staged: the version of that, the notes, shared values."""
    settings = edition.commons.settings.said_in(language) if language else edition.commons.settings
    versions = (program(), *map(package_version, PACKAGES))
    version = digest(*versions, settings.model_dump_json(), str(edition.name), language or str(settings.language))
    known = recall_notes(notes, version)
    return version, known, kept.recall(notes.with_name("shared.json"), VALUES, digest(version, known.values), {})


def _what_was_edited(edition: Edition, files: Files, known: Notes, state: State | None) -> Now:
    """What was edited since there were these notes, where nothing else changed than texts and front matter of items."""
    was = known.others
    if state is None or was is None or state.rest != was.rest:
        return Now(state)
    return Now(state, True, edited_items(edition.commons, files, known.state_of) if state != was else frozenset())


class Beside(Drawer):
    """What shared values keep stands beside the notes."""

    def __init__(self, folder: Path, version: str, files: Files) -> None:
        self._folder = folder
        self._version = version
        self._files = files

    def state(self, path: str) -> str:
        """The state of the front matter of an item."""
        return self._files[path][1] if path in self._files else ""

    def recall(self, name: str, of: TypeAdapter[Value], otherwise: Value) -> Value:
        """What was kept by this program with these settings."""
        return kept.recall(self._folder / f"{name}.json", of, self._version, otherwise)

    def keep(self, name: str, of: TypeAdapter[Value], value: Value) -> None:
        """Keep a value in a file."""
        kept.keep(self._folder / f"{name}.json", of, self._version, value)


Units = dict[str, Noted | None]
"""What each unit made, and of what; None where the notes of the last time have it."""


def _all_made(
    makers: Makers,
    known: Rows,
    others: Set[int],
    notebook: Notebook,
    tree: Output,
    shared: Shared = ALONE,
) -> Units:
    """Let the tree have what units make; returns what each made. Those that are known stay, but for ``others``, which
    are the places of those of which not all is as it was.
    """
    made: Units = dict.fromkeys(makers)
    same = {name for name in made if name in known.units and known.units[name] not in others}
    tree.keep(*known.paths_of_all(same))
    anew = [name for name in makers if name not in same]
    for one in make_units(Making(notebook.site, makers, tree), anew, notebook, shared):
        made[one.name] = Noted(one.pages, array("I", one.keys))
        for path, entry in one.written:
            tree.note(path, entry)
        tree.keep(*(path for path, _, _ in one.pages))
    return made


def _state_of_reserved(made: Units, notebook: Notebook, known: Rows) -> str:
    """The state of which pages there are and are reserved: that of the last time where no unit says otherwise."""
    was = notebook.was(STAGED)
    is_same = [*made, *ROOT] == [*known.units] and all(
        noted is None or [*known.pages_of(name)] == [(path, is_on) for path, _, is_on in noted.pages]
        for name, noted in made.items()
    )
    if was and is_same:
        return was
    return digest(*(f"{path} {is_on}" for path, is_on in sorted(_reserved(made, known).items())))


def _at_root(make: AtRoot, site: Site, reserved: Callable[[], Mapping[str, bool]]) -> Iterable[Staged]:
    return make(site, reserved())


def _reserved(made: Units, known: Rows) -> dict[str, bool]:
    """The path of every page that units made, and whether it is reserved."""
    found: dict[str, bool] = {}
    for name, noted in made.items():
        pages = known.pages_of(name) if noted is None else ((path, is_on) for path, _, is_on in noted.pages)
        found |= {path: is_on for path, is_on in pages if is_on is not None}
    return found
