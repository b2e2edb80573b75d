"""What makes contributions work on a forge: workflows, their scripts, and the editor's package, as they are here.

They are the files of the program's own repository, so that there is one of each: in a checkout they are there, and an
installed package brings them along (``[tool.hatch.build.targets.wheel.force-include]``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import gemeengoed
from gemeengoed.forge import Maker
from gemeengoed.i18n import Translate

WORKFLOWS: Final = ("intake.yml", "validate.yml", "comment.yml", "due.yml")
SCRIPTS: Final = ("propose.sh", "say.sh", "due.sh")
EDITOR: Final = ("package.json", "package-lock.json")

_PACKAGE: Final = Path(gemeengoed.__file__).parent
_REPOSITORY: Final = _PACKAGE.parents[1]


def forge_files(maker: Maker | None, say: Translate) -> Iterator[tuple[str, str]]:
    """Path and text of every file: the editor's for any forge that has one, the workflows for GitHub."""
    if maker is Maker.GITHUB:
        for name in WORKFLOWS:
            text = _text(f".github/workflows/{name}", f"forge_workflows/{name}")
            text = text.replace("tooling/forge/", ".github/forge/").replace('/due" nakijken', f'/due" {say("review")}')
            yield f".github/workflows/{name}", text
        for name in SCRIPTS:
            yield f".github/forge/{name}", _text(f"tooling/forge/{name}", f"forge_scripts/{name}")
    if maker in (Maker.GITHUB, Maker.GITLAB):
        for name in EDITOR:
            yield f"editor/{name}", _text(f"tooling/setup/editor/{name}", f"editor/{name}")


def _text(in_repository: str, in_package: str) -> str:
    places = (_PACKAGE / in_package, _REPOSITORY / in_repository)
    return next(place for place in places if place.is_file()).read_text("utf-8")
