"""Where the overrides of the theme stand. By itself, since this is asked also where nothing need be rendered."""

from __future__ import annotations

from pathlib import Path

import gemeengoed


def overrides_of(root: Path) -> Path:
    """The overrides of the theme as somebody wrote them: those of the commons, or those that come with the package."""
    own = root / "overrides"
    package = Path(gemeengoed.__file__).parent
    shipped = package / "overrides"
    return own if own.is_dir() else shipped if shipped.is_dir() else package.parents[1] / "overrides"
