"""The newest part of the search index of a large site: the pages that changed since the older parts were made.

Many a page changes around what is searched of it: a menu, a list of what is like it. Its old entry holds, so it has no
place in the newest part. Only Pagefind's reading tells which pages those are, so it is remembered. A few that were not
known before stay in that part until it is made anew, their old entries counting no longer, since Pagefind would have to
run once more to leave them out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import digest, program
from gemeengoed.output import Output
from gemeengoed.search.bundles import index_some
from gemeengoed.search.indexed import Indexed, State
from gemeengoed.search.lean import is_searched
from gemeengoed.search.run import BUNDLE

LATER = "later/"

MOST_ALIKE = 50
"""How many pages may stand in the newest part of which nothing changed that is searched."""

_NEW = Indexed("")


class Later(NamedTuple):
    """The newest part: the hashes of its files, the pages that it answers for, and those that the older ones could.

    Pages have the hash of their HTML. One that is not searched any longer is answered for as well: it is in no file,
    and its old entry does not hold. ``same`` are pages of which nothing changed that is searched, such as those that
    never were.
    """

    files: dict[str, str]
    pages: dict[str, str]
    same: dict[str, str]

    @property
    def older_hold(self) -> Set[str]:
        """The changed pages whose old entries hold."""
        return self.same.keys() - self.pages.keys()


LATER_STATE = TypeAdapter(Later)
"""How that is kept."""


def update_later(site: Output, work: Path, changed: Mapping[str, str], state: State) -> Later:
    """Let the newest part hold what changed since the older ones were made. Raises SearchIndexError.

    ``changed`` are the pages that have other HTML than then, with its hash; ``state`` is what the older parts have.
    """
    version = digest(program(), *(f"{part} {known}" for part, known in state.parts.items()))
    was = kept.recall(work / "later.json", LATER_STATE, version, Later({}, {}, {}))
    same = {name: now for name, now in changed.items() if was.same.get(name) == now}
    if _stands(site, was) and was.pages.items() <= changed.items() and changed.keys() <= was.pages.keys() | same:
        later = was._replace(same=same)
    else:
        site.remove(was.files.keys() & site.files.keys())
        later = _made_anew(site, work, changed, same, state)
    if later != was:
        kept.keep(work / "later.json", LATER_STATE, version, later)
    site.keep(*later.files)
    return later


def _stands(site: Output, later: Later) -> bool:
    return all(site.digest(name) == known for name, known in later.files.items())


def _made_anew(site: Output, work: Path, changed: Mapping[str, str], same: Mapping[str, str], state: State) -> Later:
    """The newest part, made of what changed but for the pages that are known to be the ``same``."""
    asked = [name for name in sorted(changed) if name not in same]
    searched = [name for name in asked if is_searched((site.path / name).read_bytes())]
    never = {name for name in asked if not state.pages.get(name, _NEW).entry}.difference(searched)
    made = _indexed(site, work, searched, state)
    others = {*asked}.difference(searched, never)  # no longer searched: in no part, and the old entries do not hold
    pages = {name: changed[name] for name in asked if name in made.inside or name in others}
    return Later(made.files, pages, {**same, **{name: changed[name] for name in sorted(never | made.alike)}})


class _Made(NamedTuple):
    """The files of the newest part, the pages in it, and those that say what they said before, in it or not."""

    files: dict[str, str]
    inside: Set[str] = frozenset()
    alike: Set[str] = frozenset()


def _indexed(site: Output, work: Path, names: Sequence[str], state: State) -> _Made:
    """Index pages, without those that say what they said before where these are many or nothing else is left."""
    if not names:
        return _Made({})
    made = index_some(site, work, names, BUNDLE + LATER)
    pairs = [(one, state.pages.get(one.page, _NEW)) for one in made.said]
    alike = {one.page for one, was in pairs if one.said == was.said}
    is_named_twice = any(one.entry == was.entry for one, was in pairs)  # the old name would stand for the new one too
    if alike and (len(alike) > MOST_ALIKE or len(alike) == len(names) or is_named_twice):
        site.remove([f"{BUNDLE}{LATER}{name}" for name in made.files])
        return _indexed(site, work, [name for name in names if name not in alike], state)._replace(alike=alike)
    files = {f"{BUNDLE}{LATER}{name}": entry.digest for name, entry in made.files.items()}
    return _Made(files, {*names}, alike)
