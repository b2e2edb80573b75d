"""Where the site is made: below the folder of a build one for each language, with what is staged and rendered."""

from __future__ import annotations

from pathlib import Path

from gemeengoed import kept
from gemeengoed.cache import program
from gemeengoed.ledger import KEPT, NOTHING, Kept, ledger_of
from gemeengoed.settings import Settings


def works_of(settings: Settings, work: Path) -> list[Path]:
    """The folder of each language."""
    return [work / settings.folder_of(language.locale) for language in settings.shown_in]


def tree_of(own: Path) -> Path:
    """What is staged in a language."""
    return own / "tree"


def site_of(own: Path) -> Path:
    """What is rendered in a language."""
    return own / "site"


def configuration_of(own: Path) -> Path:
    """What the engine reads of a language."""
    return own / "mkdocs.yml"


def recall_ledger(folder: Path) -> Kept:
    """What a folder that steps fill held when the last run ended."""
    return kept.recall(ledger_of(folder), KEPT, program(), NOTHING)
