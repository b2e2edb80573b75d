"""The staged tree on disk: a file is written only when its text changed, and removed when nothing makes it any more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gemeengoed.output import Output, stamp

ROOT_FILES = ".site-root/"
"""Where a staged tree keeps what goes to the root of the site as it is: engines leave out what starts with a dot."""


def write_tree(tree: Output, texts: Mapping[str, str], copies: Mapping[str, Path]) -> int:
    """Make the tree hold exactly these files; returns how many were written or removed."""
    for path, text in texts.items():
        tree.put(path, text.encode())
    copy_files(tree, copies, {})
    tree.prune()
    return len(tree.changed)


Copied = dict[str, tuple[str, str]]
"""Of each copied file the state of its source, and the hash of what was copied."""


def copy_files(tree: Output, copies: Mapping[str, Path], known: Copied) -> Copied:
    """Put copies into the tree; a source that is as it was is not read."""
    now: Copied = {}
    for path, source in copies.items():
        at = f"{source} {stamp(source.stat())}"
        if path in known and known[path] == (at, tree.digest(path)):
            tree.keep(path)
        else:
            tree.put(path, source.read_bytes())
        now[path] = (at, tree.digest(path))
    return now


REPLACED = {"sitemap.xml": "sitemap.xml.gz"}
"""Files of the root that go in the place of an engine's own, each with what the engine makes of its own besides."""


def place_root_files(tree: Path, site: Output) -> None:
    """Put what the staged tree keeps for the root of the site there, after what an engine wrote under that name."""
    kept = tree / ROOT_FILES
    for source in sorted(path for path in kept.rglob("*") if path.is_file()):
        name, text = source.relative_to(kept).as_posix(), source.read_bytes()
        if name in REPLACED:
            site.put(name, text)
            site.drop(REPLACED[name])
            continue
        before = (site.path / name).read_bytes() if site.wants(name) else b""
        if text not in before:
            site.put(name, before.rstrip() + b"\n\n" + text if before else text)
