"""Old results out of the way, without removing them while something is measured.

A file system that has just lost a hundred thousand files is slow to make new ones for five minutes (ext4 passes over
the numbers of files that were removed recently): a sixth of the processor time of a clean build went into that. So what
an earlier run left is only renamed, and removed when all is measured.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

ASIDE = "aside"


def put_aside(*places: Path) -> None:
    """Let nothing stand at these places; it is removed when the program ends."""
    for place in places:
        if place.exists():
            folder = place.parent / ASIDE
            folder.mkdir(exist_ok=True)
            place.rename(Path(tempfile.mkdtemp(dir=folder)) / place.name)
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
