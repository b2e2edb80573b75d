"""The site in each of its languages while it is being made: the first at the root, the others in folders below it.

Every language has a staged tree, a configuration, a rendered site and notes for the next time of its own, so that each
is made again by itself. What differs between them is decided in ``stage`` and ``render``; here they are only gone
through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from gemeengoed import kept
from gemeengoed.cache import Memory, program
from gemeengoed.edition import Edition
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

ABSENT = TypeAdapter(list[tuple[str, str]])


@dataclass(frozen=True)
class LanguageSite:
    """The site in one language: its folder below the first one, where it is made, what is staged and what rendered."""

    language: SiteLanguage
    base: str
    work: Path
    tree: Output
    made: Output
    theme_at: Path
    has_address: bool = True

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
        write_configuration(
            root, self.tree.path, self.made.path, self.configuration, self.language, place, self.theme_at
        )

    def render(self, engine: Engine, jobs: int) -> None:
        """Render what is staged. Raises RenderError."""
        hashes = {name: entry.digest for name, entry in self.tree.files.items()}
        ENGINES[engine](self.configuration, hashes, self.made, jobs)


def folders(settings: Settings, work: Path) -> list[Path]:
    """The folders below ``work`` in which the site is made: of each language those of what is staged and rendered."""
    bases = (settings.folder_of(language.locale) for language in settings.shown_in)
    return [work / base / name for base in bases for name in ("tree", "site")]


def language_sites(settings: Settings, work: Path, ours: Set[Path] = frozenset()) -> tuple[LanguageSite, ...]:
    """The site in every language, as the last run left it below ``work``; what is ``ours`` is not looked at."""
    return tuple(_recall(settings, language, work, ours) for language in settings.shown_in)


def _recall(settings: Settings, language: SiteLanguage, work: Path, ours: Set[Path]) -> LanguageSite:
    base = settings.folder_of(language.locale)
    own = work / base
    tree, made = (recall_output(own / name, is_ours=own / name in ours) for name in ("tree", "site"))
    return LanguageSite(language, base, own, tree, made, work, bool(settings.site_url))


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


_OUTLINE = 3
"""The parts of an outline: with the title, without it, and what git knows."""


def files_of(memory: Memory) -> Files:
    """Three hashes of every file: of all of it, of its front matter and links, and of these without its title.

    What git knows of it is apart.
    """
    outlines = ((path, row.digest, row.outline.split(" ")) for path, row in memory.seen.items())
    return {path: (digest, outline[0], outline[1]) for path, digest, outline in outlines if len(outline) == _OUTLINE}


def recall_output(folder: Path, *, is_ours: bool = False) -> Output:
    """A folder that steps fill, as the last run left it or as somebody made it since."""
    ledger = ledger_of(folder)
    return Output(folder, kept.recall(ledger, KEPT, program(), NOTHING), kept.seal(ledger), is_ours=is_ours)


def keep_output(output: Output) -> None:
    """Remember what a folder holds now."""
    kept.keep(ledger_of(output.path), KEPT, program(), output.kept())
