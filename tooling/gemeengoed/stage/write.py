"""The staged tree on disk: a file is written only when its text changed, and removed when nothing makes it any more."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT_FILES = ".site-root/"
"""Where a staged tree keeps what goes to the root of the site as it is: engines leave out what starts with a dot."""


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


def place_root_files(tree: Path, site: Path) -> None:
    """Put what the staged tree keeps for the root of the site there, after what an engine wrote under that name."""
    kept = tree / ROOT_FILES
    for source in sorted(path for path in kept.rglob("*") if path.is_file()):
        target = site / source.relative_to(kept)
        text = source.read_bytes()
        before = target.read_bytes() if target.is_file() else b""
        if text not in before:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(before.rstrip() + b"\n\n" + text if before else text)


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
