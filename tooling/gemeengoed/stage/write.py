"""The staged tree on disk: a file is written only when its text changed, and removed when nothing makes it any more."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from gemeengoed.expected import ExpectedError
from gemeengoed.ledger import stamp
from gemeengoed.output import Output

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


REPLACED = "sitemap.xml"
"""The file of the root that goes in the place of an engine's own, with what the engine packs of that."""

LEFT = "robots.txt"
"""The file of the root that stays as a commons has it: two would contradict each other."""


JOINED = frozenset({"_headers", "_redirects"})
"""The files of the root of which a commons may have lines of its own: ours come after those."""


class TwoFilesError(ExpectedError):
    """A commons has a file of its own where the program makes one; the message says which."""


def place_root_files(trees: Sequence[Output], site: Output) -> None:
    """Put what the staged trees keep for the root of the site there.

    Where an engine wrote another file under that name, only lines can be joined: raises TwoFilesError for the rest.
    """
    for name, texts in _root_files(trees).items():
        text = _joined(texts)
        if name.rpartition("/")[2] == REPLACED:
            site.put(name, text)
            site.drop(f"{name}.gz")
            continue
        if name == LEFT and site.wants(name):
            continue
        before = (site.path / name).read_bytes() if site.wants(name) else b""
        if text in before:
            continue
        if before and name not in JOINED:
            raise TwoFilesError(f"Two files would be {name} on the site: yours, and one that is made. Rename yours.")
        site.put(name, before.rstrip() + b"\n\n" + text if before else text)


def _root_files(trees: Sequence[Output]) -> dict[str, list[bytes]]:
    """By name the texts that the trees of the languages have for one file."""
    found: dict[str, list[bytes]] = {}
    for tree in trees:
        for name in sorted(name for name in tree.files if name.startswith(ROOT_FILES)):
            found.setdefault(name.removeprefix(ROOT_FILES), []).append((tree.path / name).read_bytes())
    return found


def _joined(texts: Sequence[bytes]) -> bytes:
    """One file of several: lists of JSON in one list, lines of text below each other."""
    if len(texts) == 1:
        return texts[0]
    try:
        lists: list[list[object]] = [json.loads(text) for text in texts]
    except ValueError:
        return b"".join(texts)
    return (json.dumps([entry for each in lists for entry in each], indent=1) + "\n").encode()
