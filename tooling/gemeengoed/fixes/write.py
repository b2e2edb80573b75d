"""Writing a mended file: whole or not at all, and only over the very bytes that it was made from."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from gemeengoed.fixes.plan import Change


def write_change(root: Path, change: Change) -> bool:
    """Put the new bytes in the place of the old in one move, with the same permissions; returns whether that was done.

    It is not when the file is no regular file, stands behind a link, or is no longer what was read.
    """
    file = root / change.path
    if file.parent.resolve() != root.resolve() / Path(change.path).parent:
        return False
    try:
        mode = file.lstat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode) or file.read_bytes() != change.before:
        return False
    number, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(number, "wb") as out:
            out.write(change.after)
        os.chmod(name, stat.S_IMODE(mode))
        if file.is_symlink() or file.read_bytes() != change.before:
            return False
        os.replace(name, file)
    finally:
        Path(name).unlink(missing_ok=True)
    return True
