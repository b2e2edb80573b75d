"""Gives a generated commons a git history: many authors, renames and merges, through ``git fast-import``.

Every commit changes one page or some; the last state of every page is the one that is on disk.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

AUTHORS = 1000
FIRST_DAY = 1_483_228_800  # 2017-01-01
MERGE_EVERY = 50
RENAME_EVERY = 20


def write_history(root: Path, texts: dict[str, str], commits: int, seed: int = 1) -> None:
    """Make ``root`` a git repository with about so many commits, of which the files on disk are the last state."""
    for command in (["init", "-q", "-b", "main"], ["config", "core.autocrlf", "false"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    stream = b"".join(_stream(root, texts, commits, random.Random(seed)))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True)
    subprocess.run(["git", "reset", "-q", "--mixed", "main"], cwd=root, check=True)


def _stream(root: Path, texts: dict[str, str], commits: int, chance: random.Random) -> Iterator[bytes]:
    """What fast-import reads: first the pages come, some under another name; then they change until they are as now."""
    others = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in {".yaml", ".yml", ".md"})
    others = [path for path in others if str(path.relative_to(root)) not in texts]
    yield _commit(1, chance, [_file(str(path.relative_to(root)), path.read_bytes()) for path in others])
    plan = _plan(texts, max(1, commits - 2), chance)
    mark = 1
    for number, changes in enumerate(plan):
        mark += 1
        if number % MERGE_EVERY == MERGE_EVERY - 1:
            yield _commit(mark, chance, changes, parent=mark - 2 if mark > 3 else mark - 1)
            yield _commit(mark + 1, chance, changes, parent=mark - 1, merged=mark)
            mark += 1
        else:
            yield _commit(mark, chance, changes)
    yield _commit(mark + 1, chance, [_file(path, text.encode()) for path, text in texts.items()])


def _plan(texts: dict[str, str], commits: int, chance: random.Random) -> Iterator[list[bytes]]:
    """The changes of each commit: every page comes, a twentieth under an old name, and later ones are edits."""
    paths = list(texts)
    chance.shuffle(paths)
    per_commit = max(1, -(-len(paths) // max(1, commits * 2 // 5)))
    old = {path: path.replace(".md", "-concept.md") for path in paths[::RENAME_EVERY]}
    batches = [paths[start : start + per_commit] for start in range(0, len(paths), per_commit)]
    for batch in batches:
        yield [_file(old.get(path, path), _draft(texts[path], 0)) for path in batch]
    for path, name in old.items():
        yield [f"R {name} {path}\n".encode()]
    for number in range(commits - len(batches) - len(old)):
        path = chance.choice(paths)
        yield [_file(path, _draft(texts[path], number % 3 + 1))]


def _draft(text: str, paragraphs: int) -> bytes:
    """An earlier state of a page: without its last paragraphs."""
    parts = text.split("\n\n")
    return ("\n\n".join(parts[: max(2, len(parts) - 4 + paragraphs)]) + "\n").encode()


def _file(path: str, content: bytes) -> bytes:
    return f"M 100644 inline {path}\n{_data(content)}".encode() + content + b"\n"


def _data(content: bytes) -> str:
    return f"data {len(content)}\n"


def _commit(mark: int, chance: random.Random, changes: list[bytes], parent: int = 0, merged: int = 0) -> bytes:
    number = chance.randrange(AUTHORS)
    who = f"Bijdrager {number} <bijdrager-{number}@commons.example> {FIRST_DAY + mark * 3600} +0100"
    message = b"Wijziging"
    head = f"commit refs/heads/main\nmark :{mark}\nauthor {who}\ncommitter {who}\n{_data(message)}".encode() + message
    lines = [head, b"\n"]
    if parent or mark > 1:
        lines.append(f"from :{parent or mark - 1}\n".encode())
    if merged:
        lines.append(f"merge :{merged}\n".encode())
    return b"".join([*lines, *changes, b"\n"])
