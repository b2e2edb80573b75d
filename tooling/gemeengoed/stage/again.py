"""Staging only what an edit touches: a unit of pages is made again when something changed that it was made of.

What each unit was made of was noted when it was made (``trace``), and so was the state of all that (``states``). The
tree is the same as when everything is made; a unit whose staged files are not as it left them is made again too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version as package_version
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from gemeengoed import kept, processes
from gemeengoed.cache import digest, program
from gemeengoed.edition import Edition
from gemeengoed.output import Entry, Output, write
from gemeengoed.stage.elsewhere import Absent
from gemeengoed.stage.page import Staged, StagedFile
from gemeengoed.stage.site import Site
from gemeengoed.stage.states import Files, States, state_of_shared, states
from gemeengoed.stage.trace import unwatched, watch, watched_class, watching
from gemeengoed.stage.tree import copies_of, finished, texts_besides, units
from gemeengoed.stage.write import Copied, copy_files

PACKAGES = ("mkdocs-material", "babel", "jinja2")
"""Whose icons, words for dates, and HTML are in staged pages."""

WORTH_IT = 400
"""From how many units on processes that help save more than they cost."""

_COMPOUNDS, _SHARED = "compounds ", "site "
_LEXICON = f"{_SHARED}lexicon"
"""The words of all items: hardly ever the same, and seldom of matter. See ``Site.parts_of_words``."""

Pages = list[tuple[str, str, bool]]
"""Path and hash of staged pages, and whether each is reserved."""


class Trace(NamedTuple):
    """What a unit made, and what it was made of: numbers of keys."""

    pages: Pages
    keys: list[int]


class Traces(NamedTuple):
    """What is known of the last time: keys with their states, units, copied files."""

    keys: list[tuple[str, str]]
    units: dict[str, Trace]
    copied: Copied


class Made(NamedTuple):
    """A unit that was made: its pages, what was written, and the keys that it read."""

    name: str
    pages: Pages
    written: list[tuple[str, Entry]]
    keys: set[str]


TRACES = TypeAdapter(Traces)


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
    site: Site = watched_class(Site)(watch(edition), language, absent)
    versions = (program(), *map(package_version, PACKAGES))
    version = digest(*versions, site.settings.model_dump_json(), str(edition.name), site.language)
    known = kept.recall(notes, TRACES, version, Traces([], {}, {}))
    current = _Current(site, states(site, files), known.keys)
    changed = {number for number, (key, _) in enumerate(known.keys) if current.differs(key)}
    same: dict[str, Trace] = {}
    anew: list[str] = []
    makers = dict(units(site))
    for name in makers:
        trace = known.units.get(name)
        if trace is not None and changed.isdisjoint(trace.keys) and _stands(trace, tree):
            same[name] = trace
        else:
            anew.append(name)
    made = list(_make(Making(site, makers, tree), anew, jobs))
    _note(made, tree)
    pages = {name: trace.pages for name, trace in same.items()} | {one.name: one.pages for one in made}
    stubs = [StagedFile(path, "", is_on) for name in makers for path, _, is_on in pages[name]]
    for path, _, _ in (page for trace in same.values() for page in trace.pages):
        tree.keep(path)
    for path, text in texts_besides(site, stubs).items():
        tree.put(path, text.encode())
    copied = copy_files(tree, copies_of(site, root), known.copied)
    tree.prune()
    keys = {name: [known.keys[number][0] for number in trace.keys] for name, trace in same.items()}
    keys |= {one.name: sorted(one.keys) for one in made}
    kept.keep(notes, TRACES, version, _numbered({name: pages[name] for name in makers}, keys, current, copied))


class _Current:
    """The state of keys as they are now, beside what they were."""

    def __init__(self, site: Site, now: States, before: Sequence[tuple[str, str]]) -> None:
        self._site = site
        self._now = now
        self._before = dict(before)
        self._has_same_words = self._before.get(_LEXICON) == self.state(_LEXICON)

    def differs(self, key: str) -> bool:
        """Whether what a key stands for is no longer what it was."""
        if key.startswith(_COMPOUNDS):
            return not self._has_same_words and self._has_other_parts(key)
        return key != _LEXICON and self.state(key) != self._before[key]

    def state(self, key: str) -> str:
        """The state of a key; empty for one that stands for nothing, or says its state itself."""
        if key.startswith(_SHARED) and key not in self._now:
            self._now[key] = state_of_shared(self._site, key)
        return self._now.get(key, "")

    def _has_other_parts(self, key: str) -> bool:
        _, ref, was = key.split(" ")
        with unwatched():
            item = self._site.edition.items.get(ref)
        return item is None or digest(*self._site.parts_of_words(item)) != was


@dataclass(frozen=True)
class Making:
    """What units are made with."""

    site: Site
    makers: Mapping[str, Callable[[], Iterable[Staged]]]
    tree: Output

    def make(self, name: str) -> Made:
        """Make a unit, and write those of its pages that differ."""
        pages: Pages = []
        written: list[tuple[str, Entry]] = []
        with watching() as keys:
            for page in self.makers[name]():
                staged = finished(self.site, page)
                content = staged.text().encode()
                now = digest(content)
                pages.append((staged.path, now, staged.reserved))
                if self.tree.digest(staged.path) != now:
                    written.append((staged.path, write(self.tree.path, staged.path, content)))
        return Made(name, pages, written, keys)


_making: Making | None = None


def _make(making: Making, names: Sequence[str], jobs: int) -> Iterator[Made]:
    """Make units; where many, with processes that start as copies of this one and so have all that they need."""
    global _making
    if jobs < 2 or len(names) < WORTH_IT or not processes.can_copy():
        yield from map(making.make, names)
        return
    _making = making
    size = 100
    batches = [names[start : start + size] for start in range(0, len(names), size)]
    try:
        with processes.pool(jobs) as executor:
            for done in executor.map(_make_batch, batches):
                yield from done
    finally:
        _making = None


def _make_batch(names: Sequence[str]) -> list[Made]:
    assert _making is not None
    return [_making.make(name) for name in names]


def _note(made: Iterable[Made], tree: Output) -> None:
    for one in made:
        for path, _, _ in one.pages:
            tree.keep(path)
        for path, entry in one.written:
            tree.note(path, entry)


def _stands(trace: Trace, tree: Output) -> bool:
    return all(tree.digest(path) == was for path, was, _ in trace.pages)


def _numbered(
    pages: Mapping[str, Pages], keys: Mapping[str, Sequence[str]], current: _Current, copied: Copied
) -> Traces:
    numbers = {_LEXICON: 0}
    traces = {
        name: Trace(made, [numbers.setdefault(key, len(numbers)) for key in keys[name]]) for name, made in pages.items()
    }
    return Traces([(key, current.state(key)) for key in numbers], traces, copied)
