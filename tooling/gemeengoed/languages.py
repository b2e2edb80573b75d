"""The site in each of its languages while it is being made: the first at the root, the others in folders below it.

Every language has a staged tree, a configuration, a rendered site and notes for the next time of its own, so that each
is made again by itself. What differs between them is decided in ``stage`` and ``render``; here they are only gone
through.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from gemeengoed import kept
from gemeengoed.cache import program
from gemeengoed.ledger import KEPT, Entry, ledger_of
from gemeengoed.output import Output, Sent
from gemeengoed.render import ENGINES, Engine
from gemeengoed.settings import Settings, SiteLanguage
from gemeengoed.stage.write import place_root_files
from gemeengoed.standing import Said
from gemeengoed.works import configuration_of, recall_ledger, site_of, tree_of, works_of


@dataclass(frozen=True)
class LanguageSite:
    """The site in one language: its folder below the first one, where it is made, what is staged and what rendered."""

    language: SiteLanguage
    base: str
    work: Path
    tree: Output
    untouched: Container[Path]
    theme_at: Path
    has_address: bool = True

    @property
    def made_at(self) -> Path:
        """The folder of the site."""
        return site_of(self.work)

    @cached_property
    def made(self) -> Output:
        """The site, as the last run left it when it is first asked for: whoever looks at it may not be done before."""
        return recall_output(self.made_at, self.untouched)

    def __reduce__(self) -> tuple[Any, ...]:
        """Sent to another process it says of its tree what differs from what is kept of that."""
        return _received, (self.language, self.base, self.work, self.tree.sent(), self.theme_at, self.has_address)

    def portable(self) -> Iterator[tuple[str, Entry]]:
        """The files of the site but for its page for what is not there, whose links need the address of the site."""
        return ((name, entry) for name, entry in self.made.files.items() if name != "404.html")

    @property
    def notes(self) -> Path:
        """The file in which is kept what was staged, and of what."""
        return self.work / "staged.json"

    @property
    def configuration(self) -> Path:
        """What the engine reads."""
        return configuration_of(self.work)

    def render(self, engine: Engine, jobs: int) -> None:
        """Render what is staged. Raises RenderError."""
        hashes = {name: entry.digest for name, entry in self.tree.files.items()}
        ENGINES[engine](self.configuration, hashes, self.made, jobs)


def _received(
    language: SiteLanguage, base: str, work: Path, tree: Sent, theme_at: Path, has_address: bool
) -> LanguageSite:
    """The site in a language that another process staged. Nobody vouches for folders here."""
    folder = tree_of(work)
    received = Output.received(folder, recall_ledger(folder), kept.seal(ledger_of(folder)), tree)
    return LanguageSite(language, base, work, received, frozenset(), theme_at, has_address)


class StagedParts(NamedTuple):
    """The site in every language, staged; what is to be told, and a noon to date files by: of the last change."""

    parts: tuple[LanguageSite, ...]
    said: Said
    noon: datetime


def language_sites(settings: Settings, work: Path, untouched: Container[Path] = ()) -> tuple[LanguageSite, ...]:
    """The site in every language, as the last run left it below ``work``; what is ``untouched`` is not looked at."""
    return tuple(
        _recall(settings, language, own, work, untouched)
        for language, own in zip(settings.shown_in, works_of(settings, work), strict=True)
    )


def _recall(
    settings: Settings, language: SiteLanguage, own: Path, work: Path, untouched: Container[Path]
) -> LanguageSite:
    base, tree = settings.folder_of(language.locale), recall_output(tree_of(own), untouched)
    return LanguageSite(language, base, own, tree, untouched, work, bool(settings.site_url))


def put_together(parts: Sequence[LanguageSite], whole: Output) -> None:
    """Let ``whole``, in which the site in the first language stands, have the others below that.

    What several have (pictures, style sheets, programs) stands on the disk once.
    """
    first, *others = parts
    for part in others:
        part.made.prune()
        part.tree.share(first.tree)
        part.made.share(whole)
        for name, entry in part.made.files.items() if part.has_address else part.portable():
            whole.link(part.base + name, part.made.path / name, entry)
        keep_output(part.made)
    place_root_files([part.tree for part in parts], whole)
    for part in parts:
        keep_output(part.tree)


def recall_output(folder: Path, untouched: Container[Path] = ()) -> Output:
    """A folder that steps fill, as the last run left it; where it is not ``untouched``, as it was made since."""
    is_ours = folder in untouched
    return Output(folder, recall_ledger(folder), kept.seal(ledger_of(folder)), is_ours=is_ours)


def keep_output(output: Output) -> None:
    """Remember what a folder holds now."""
    kept.keep(ledger_of(output.path), KEPT, program(), output.kept())
