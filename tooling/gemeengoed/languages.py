"""The site in each of its languages while it is being made: the first at the root, the others in folders below it.

Every language has a staged tree, a configuration, a rendered site and notes for the next time of its own, so that each
is made again by itself. What differs between them is decided in ``stage`` and ``render``; here they are only gone
through.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import Memory, program
from gemeengoed.edition import Edition
from gemeengoed.load.stored import hashes_of
from gemeengoed.output import KEPT, NOTHING, Entry, Output, ledger_of
from gemeengoed.render import ENGINES, Engine
from gemeengoed.render.configuration import write_configuration
from gemeengoed.settings import Settings, SiteLanguage
from gemeengoed.stage.addresses import addresses_in
from gemeengoed.stage.again import stage_again
from gemeengoed.stage.elsewhere import Absent, absent
from gemeengoed.stage.states import Files
from gemeengoed.stage.write import place_root_files
from gemeengoed.stage.written import place_in
from gemeengoed.untouched import Untouched

ABSENT = TypeAdapter(list[tuple[str, str]])


@dataclass(frozen=True)
class LanguageSite:
    """The site in one language: its folder below the first one, where it is made, what is staged and what rendered."""

    language: SiteLanguage
    base: str
    work: Path
    tree: Output
    untouched: Untouched
    theme_at: Path
    has_address: bool = True

    @property
    def made_at(self) -> Path:
        """The folder of the site."""
        return self.work / "site"

    @cached_property
    def made(self) -> Output:
        """The site, as the last run left it when it is first asked for: whoever looks at it may not be done before."""
        return recall_output(self.made_at, self.untouched)

    def portable(self) -> Iterator[tuple[str, Entry]]:
        """The files of the site but for its page for what is not there, whose links need the address of the site."""
        return ((name, entry) for name, entry in self.made.files.items() if name != "404.html")

    @property
    def configuration(self) -> Path:
        """What the engine reads."""
        return self.work / "mkdocs.yml"

    def configure(self, root: Path, edition: Edition) -> None:
        """Write down how to render what is staged."""
        place = place_in(edition.commons, self.language.locale)
        write_configuration(root, self.tree.path, self.made_at, self.configuration, self.language, place, self.theme_at)

    def render(self, engine: Engine, jobs: int) -> None:
        """Render what is staged. Raises RenderError."""
        hashes = {name: entry.digest for name, entry in self.tree.files.items()}
        ENGINES[engine](self.configuration, hashes, self.made, jobs)


def language_sites(settings: Settings, work: Path, untouched: Untouched | None = None) -> tuple[LanguageSite, ...]:
    """The site in every language, as the last run left it below ``work``; what is ``untouched`` is not looked at."""
    return tuple(_recall(settings, language, work, untouched or Untouched()) for language in settings.shown_in)


def _recall(settings: Settings, language: SiteLanguage, work: Path, untouched: Untouched) -> LanguageSite:
    base = settings.folder_of(language.locale)
    own = work / base
    tree = recall_output(own / "tree", untouched)
    return LanguageSite(language, base, own, tree, untouched, work, bool(settings.site_url))


def stage_languages(
    parts: Sequence[LanguageSite], root: Path, edition: Edition, memory: Memory, work: Path, jobs: int
) -> Absent:
    """Stage an edition in every language; of each only what changed. Returns what some languages lack.

    A page says where it stands in the other languages, and which pages there are shows when all are staged. So they are
    staged with what was lacking the last time, and once more where something else is lacking now: few pages, if any.
    """
    files, settings = files_of(memory), edition.commons.settings
    known: list[tuple[str, str]] = kept.recall(work / "absent.json", ABSENT, program(), [])
    lacking = frozenset(known)
    while True:
        for part in parts:
            notes, locale = part.work / "staged.json", str(part.language.locale)
            stage_again(edition, root, part.tree, notes, files, jobs, locale, lacking)
        trees = {str(part.language.locale): part.tree.files for part in parts}
        now = absent({locale: (addresses_in(settings, locale), paths) for locale, paths in trees.items()})
        if now == lacking:
            break
        lacking = now
    kept.keep(work / "absent.json", ABSENT, program(), sorted(lacking))
    return lacking


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


def files_of(memory: Memory) -> Files:
    """Three hashes of every file: of all of it, of its front matter and links, and of these without its title.

    What git knows of it is apart.
    """
    return {path: hashes_of(row) for path, row in memory.seen.items()}


def recall_output(folder: Path, untouched: Container[Path] = ()) -> Output:
    """A folder that steps fill, as the last run left it; where it is not ``untouched``, as it was made since."""
    ledger, is_ours = ledger_of(folder), folder in untouched
    return Output(folder, kept.recall(ledger, KEPT, program(), NOTHING), kept.seal(ledger), is_ours=is_ours)


def keep_output(output: Output) -> None:
    """Remember what a folder holds now."""
    kept.keep(ledger_of(output.path), KEPT, program(), output.kept())
