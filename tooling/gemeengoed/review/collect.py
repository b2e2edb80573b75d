"""What a change brings: the pages it touches and what becomes of them, its problems, and pages that are like them."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from gemeengoed.changes import problems_since
from gemeengoed.edition import Edition, EditionName, Fate, select
from gemeengoed.i18n import Translate
from gemeengoed.load.files import walk
from gemeengoed.model import PARTS, Commons, Item
from gemeengoed.problems import Problem, Severity
from gemeengoed.review import form
from gemeengoed.rules.similar import similar_to
from gemeengoed.snapshot import write_snapshot

_ORDER = tuple(Severity)


def collect(
    commons: Commons, problems: Sequence[Problem], revision: str, pull_request: int, say: Translate
) -> form.Review:
    """The review of what changed since ``revision``. Raises NoSnapshotError.

    Nothing is told of a page for members but that its file is touched, which the pull request shows anyway.
    """
    own = sorted(problems_since(commons, problems, revision), key=lambda found: _ORDER.index(found.severity))
    edition = select(commons, EditionName.PUBLIC, commons.history, problems)
    pages = list(_pages(edition, _touched(commons.root, revision)))
    language = commons.settings.language if commons.settings.language in ("nl", "en") else "en"
    return form.Review(
        pull_request=pull_request,
        language=cast(Any, str(language)),
        pages=pages[: form.MOST],
        problems=[_problem(problem, say) for problem in own[: form.MOST]],
        similar=list(_similar(edition, pages))[: form.MOST],
        pages_in_all=len(pages),
        problems_in_all=len(own),
    )


def _touched(root: Path, revision: str) -> dict[str, str]:
    """The files that differ from what they were, each with what was done to it."""
    with tempfile.TemporaryDirectory(prefix="gemeengoed-") as folder:
        before = Path(folder)
        write_snapshot(root, revision, before)
        old, new = _contents(before), _contents(root)
    states = {path: "added" if path not in old else "changed" for path in new if new[path] != old.get(path)}
    return dict(sorted({**states, **{path: "removed" for path in old if path not in new}}.items()))


def _contents(root: Path) -> dict[str, bytes]:
    """The files that a commons is made of, line ends aside."""
    paths = [found.path for part in sorted(PARTS) for found in walk(root, part) if found.is_regular]
    paths += [entry.name for entry in root.iterdir() if entry.is_file() and entry.suffix in (".yaml", ".yml")]
    return {path: (root / path).read_bytes().replace(b"\r\n", b"\n") for path in paths if _is_plain(root / path)}


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _pages(edition: Edition, touched: Mapping[str, str]) -> Iterator[form.Page]:
    outcomes = {outcome.path: outcome for outcome in (*edition.outcomes, *edition.withheld)}
    hidden = {outcome.path for outcome in edition.withheld}
    items = {item.path: item for item in edition.commons.items.values() if item.path not in hidden}
    for path, state in touched.items():
        outcome = outcomes.get(path)
        fate = "other" if outcome is None else str(outcome.fate)
        if outcome is None and path == "contributors.yaml":
            fate = str(Fate.REGISTER)
        item = items.get(path)
        yield form.Page(
            path=path[:300],
            title=item.title[:300] if item else "",
            state=cast(Any, state),
            themes=[theme for theme in item.fields.themes if _is_name(theme)][:50] if item else [],
            networks=[network for network in _networks(item) if _is_name(network)][:50] if item else [],
            fate=cast(Any, fate),
        )


def _is_name(name: str) -> bool:
    return re.fullmatch(r"[a-z0-9/-]{1,200}", name) is not None


def _networks(item: Item) -> Iterator[str]:
    """The networks that an item comes from; of a gathering or initiative, whose it is."""
    yield from item.fields.networks
    own = getattr(item.fields, "network", None)
    yield from (own,) if isinstance(own, str) else ()


def _problem(problem: Problem, say: Translate) -> form.Problem:
    return form.Problem(
        path=problem.path[:300],
        line=problem.line,
        severity=cast(Any, str(problem.severity)),
        code=problem.code,
        message=problem.message.say(say)[:1000],
        advice=problem.advice.say(say)[:1000] if problem.advice else "",
    )


def _similar(edition: Edition, pages: Sequence[form.Page]) -> Iterator[form.Similar]:
    by_path = {item.path: item for item in edition.listed}
    for page in pages:
        if page.state == "added" and page.path in by_path:
            for other in similar_to(by_path[page.path], edition.listed):
                yield form.Similar(path=page.path, other=other.path[:300], title=other.title[:300])
