"""Where the editor's program is: the finished file of the npm package ``decap-cms``, of which no copy is kept here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import gemeengoed
from gemeengoed.i18n import Message

PROGRAM: Final = "decap-cms.js"
MISSING: Final = Message(
    "The editor in the browser was left out: its program (decap-cms) is not there. With Node.js and npm on this "
    "machine, setting up brings it."
)
_BELOW: Final = ("editor/node_modules", "tooling/setup/editor/node_modules", "node_modules")
_WANTED: Final = (PROGRAM, f"{PROGRAM}.LICENSE.txt", f"*.{PROGRAM}", "*.wasm")


def bundle_of(root: Path) -> Path | None:
    """The folder with the program: of the commons, or of the checkout that this package is in; None without one."""
    here = Path(gemeengoed.__file__).parents[1] / "setup/editor/node_modules"
    folders = (*(root / below for below in _BELOW), here)
    found = (folder / "decap-cms" / "dist" for folder in folders)
    return next((folder for folder in found if (folder / PROGRAM).is_file()), None)


def program_files(bundle: Path) -> dict[str, Path]:
    """The files that a browser asks for, and the licences of what is in them, by name."""
    return {path.name: path for pattern in _WANTED for path in sorted(bundle.glob(pattern))}
