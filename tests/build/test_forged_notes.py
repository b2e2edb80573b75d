"""What a build kept for the next one may be forged: it changes nothing of the site."""

from __future__ import annotations

import json
from array import array
from base64 import b64decode, b64encode

from edited import TIPS
from gemeengoed import kept
from gemeengoed.cache import digest
from sites import build_site, bytes_of

from commons import page, write_commons, write_files

NO_KEY = b64encode(array("I", [10**6])).decode()


def row_of(number: int, of: str) -> str:
    """As many times this number as a row has others."""
    return b64encode(array("I", [number] * (len(b64decode(of)) // 4))).decode()


def test_notes_of_staging_that_are_forged_change_nothing(tmp_path, monkeypatch):
    """With a right seal, and in the right form as far as that goes: numbers of no key, a value of another sort."""
    root = write_commons(tmp_path / "commons", {TIPS[0]: page(title="Een tip"), TIPS[1]: page(title="Een andere tip")})
    versions: dict[str, str] = {}
    keep = kept.keep

    def noting(file, of, version, value):
        versions[file.name] = version
        keep(file, of, version, value)

    monkeypatch.setattr(kept, "keep", noting)
    build_site(root, jobs=1)  # in this process, where it is noted
    before = bytes_of(root / "site")
    work = root / ".gemeengoed/public/mkdocs"
    for name, change in (
        ("units", lambda rows: rows.update(numbers=row_of(10**6, rows["numbers"]))),
        ("units", lambda rows: rows.update(numbers="dit is geen base64")),
        ("units", lambda rows: rows.update(pages_at=row_of(0, rows["pages_at"]))),
        ("units", lambda rows: rows.update(paths=rows["paths"] + "een/pad.md\x7f")),
        ("units", lambda rows: rows.update(shared=dict.fromkeys(rows["shared"], NO_KEY))),
        ("units", lambda rows: rows.update(name="van een ander")),
        ("staged", lambda notes: notes.update(states="")),
        ("shared", lambda notes: notes.update({value: "iets anders" for value in notes})),
        ("alike", lambda columns: columns.pop()),
        ("alike", lambda columns: columns.__setitem__(2, "een\x7f" * 99)),
        ("alike", lambda columns: columns[6].append(1)),
    ):
        file = work / f"{name}.json"
        notes = json.loads(file.read_bytes()[32:])
        change(notes)
        content = json.dumps(notes).encode()
        file.write_bytes(digest(versions[file.name], content).encode() + content)
        write_files(root, {TIPS[0]: page(title="Anders", body="Anders.\n")})
        build_site(root, jobs=2)  # in a copy, which writes down what it knows while this process renders
        write_files(root, {TIPS[0]: page(title="Een tip")})
        build_site(root, jobs=1)
        assert bytes_of(root / "site") == before
