"""What is to be made: an order for a site, and why one may be refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gemeengoed.checking import Step, silent
from gemeengoed.edition import EditionName
from gemeengoed.load.files import Found
from gemeengoed.problems import Problem
from gemeengoed.processes import cores
from gemeengoed.render import Engine
from gemeengoed.settings import Settings
from gemeengoed.untouched import Untouched


class BuildRefusedError(Exception):
    """The commons has errors, so nothing was published; ``site/`` is as it was."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class Order:
    """What is to be made: of which commons, where, for whom, by what.

    ``work`` is a folder that stays from run to run; ``trees`` and ``sites`` tell which folders in it nobody can have
    changed since the last run: of what is staged, and of what is rendered and published. ``site`` is where it will be
    published, if it will. ``found`` is what stands below ``commons/``, where somebody looked just now.
    """

    root: Path
    settings: Settings
    work: Path
    edition: EditionName = EditionName.PUBLIC
    engine: Engine = Engine.MKDOCS
    keep_going: bool = False
    jobs: int = field(default_factory=cores)
    step: Step = silent
    site: Path | None = None
    trees: Untouched = field(default_factory=Untouched)
    sites: Untouched = field(default_factory=Untouched)
    found: tuple[Found, ...] | None = None
