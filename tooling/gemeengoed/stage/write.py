"""The staged tree on disk: a file is written only when its text changed, and removed when nothing makes it any more."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path


def write_tree(target: Path, texts: Mapping[str, str], copies: Mapping[str, Path]) -> int:
    """Make ``target`` hold exactly these files; returns how many were written or removed."""
    target.mkdir(parents=True, exist_ok=True)
    changed = sum(_write(target / path, text.encode()) for path, text in texts.items())
    changed += sum(_copy(source, target / path) for path, source in copies.items())
    wanted = {target / path for path in (*texts, *copies)}
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
            changed += 1
    return changed


def _write(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _copy(source: Path, path: Path) -> bool:
    if path.is_file() and path.stat().st_size == source.stat().st_size and path.read_bytes() == source.read_bytes():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
    return True
