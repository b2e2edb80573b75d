"""What is exported is what the interface tells, in each form, read back by another reader than the one that wrote."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filled import filled_commons
from gemeengoed import export as exporting
from gemeengoed.edition import EditionName, select
from gemeengoed.export import FORMATS, Format
from gemeengoed.export.collect import Collected
from gemeengoed.export.rows import OF_ITEM
from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.stage.site import Site
from sites import run
from tools import path_of

from commons import CONTRIBUTORS, METHOD, load_commons, page, write_commons

FORMULA = "=cmd|' /C calc'!A0"
FILES = {
    METHOD: None,
    **filled_commons("nl").files,
    "commons/tips/kwaad.md": page(title=f'"{FORMULA}"', body='Eerste "regel",\n\nen een tweede; met café.\n'),
    "commons/tips/geheim.md": page("audience: members", title="Zeearend"),
}


def collected(root: Path, name: EditionName = EditionName.PUBLIC) -> Collected:
    commons = load_commons(root)
    return Collected(Site(select(commons, name, commons.history, ())))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_commons(tmp_path_factory.mktemp("export"), FILES)


@pytest.fixture(scope="module")
def everything(root: Path) -> list[dict[str, Any]]:
    return list(collected(root).everything())


@pytest.fixture(scope="module")
def written(root: Path) -> dict[Format, Path]:
    names = {Format.NDJSON: "a.ndjson", Format.CSV: "a.zip", Format.SQLITE: "a.sqlite"}
    for format, name in names.items():
        FORMATS[format](collected(root), root / name)
    return {format: root / name for format, name in names.items()}


def rows(archive: Path, table: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(archive) as opened:
        return list(csv.DictReader(opened.read(f"{table}.csv").decode().splitlines(keepends=True)))


def items(everything: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (record for record in everything if "kind" in record)


def test_no_column_before_the_fields_has_the_name_of_a_field():
    names = {name for kind in KINDS for name in kind.fields.model_fields}
    assert names.isdisjoint({*OF_ITEM, "body"})


def test_ndjson_has_a_record_on_each_line(written, everything):
    lines = written[Format.NDJSON].read_text().splitlines()
    assert [json.loads(line) for line in lines] == everything
    assert len({record["id"] for record in everything}) == len(everything) > 20


def test_csv_has_a_table_for_each_kind_and_register_with_every_value(written, everything):
    with zipfile.ZipFile(written[Format.CSV]) as archive:
        assert set(archive.namelist()) == {
            f"{one}.csv" for one in (*(k.folder for k in KINDS), *(r.plural for r in REGISTERS))
        }
    for item in items(everything):
        folder = item["id"].partition("/")[0]
        (row,) = [row for row in rows(written[Format.CSV], folder) if row["id"] == item["id"]]
        for name, value in item["fields"].items():
            told = json.loads(row[name]) if isinstance(value, list | dict) else row[name].removeprefix("'")
            assert told == (value if isinstance(value, list | dict) else str(value)), (item["id"], name)
        assert row["body"] == item["body"].replace("\r\n", "\n") and row["page"] == item["page"]


def test_no_cell_is_a_formula(written):
    (row,) = [row for row in rows(written[Format.CSV], "tips") if row["id"] == "tips/kwaad"]
    assert row["title"] == f"'{FORMULA}"
    with zipfile.ZipFile(written[Format.CSV]) as archive:
        for name in archive.namelist():
            for line in csv.reader(archive.read(name).decode().splitlines(keepends=True)):
                assert not [cell for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_csv_goes_into_a_folder_too(root, written):
    FORMATS[Format.CSV](collected(root), root / "tabellen")
    with zipfile.ZipFile(written[Format.CSV]) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            path.name: path.read_bytes() for path in (root / "tabellen").iterdir()
        }


def test_sqlite_has_tables_relations_and_full_text_search(written, everything):
    with sqlite3.connect(f"{written[Format.SQLITE].as_uri()}?mode=ro", uri=True) as store:
        store.row_factory = sqlite3.Row
        assert store.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for item in items(everything):
            folder = item["id"].partition("/")[0]
            row = store.execute(f'SELECT * FROM "{folder}" WHERE id = ?', [item["id"]]).fetchone()
            for name, value in item["fields"].items():
                assert (json.loads(row[name]) if isinstance(value, list | dict) else row[name]) == value
            assert store.execute("SELECT title FROM items WHERE id = ?", [item["id"]]).fetchone()[0] == row["title"]
        found = store.execute(
            "SELECT id FROM items WHERE rowid IN (SELECT rowid FROM search WHERE search MATCH 'cafe')"
        )
        assert [row["id"] for row in found] == ["tips/kwaad"]
        asked = "SELECT source, target FROM relations WHERE field = 'related' AND source = 'tips/vol'"
        related = next(item for item in items(everything) if item["id"] == "tips/vol")["fields"]["related"]
        assert [row["target"] for row in store.execute(asked)] == related
        themes = store.execute("SELECT count(*) FROM relations WHERE register = 'theme' AND target = 'participatie'")
        assert themes.fetchone()[0] == sum(
            "participatie" in item["fields"].get("themes", ()) for item in items(everything)
        )


def test_sqlite_is_read_by_another_program(written):
    """The library of Node.js, which brings an SQLite of its own."""
    asked = (
        "const {DatabaseSync} = require('node:sqlite'); const db = new DatabaseSync(process.argv[1], {readOnly: true});"
        "console.log(db.prepare('SELECT count(*) AS n FROM items').get().n)"
    )
    done = subprocess.run(
        [path_of("NODE"), "--no-warnings", "-e", asked, written[Format.SQLITE]],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) > len(KINDS)


@pytest.mark.parametrize("format", list(Format))
def test_the_same_sources_give_the_same_bytes(root, written, format):
    again = written[format].with_stem("b")
    FORMATS[format](collected(root), again)
    assert again.read_bytes() == written[format].read_bytes()


def test_an_edition_holds_what_its_readers_may_know(root, everything):
    assert "Zeearend" not in json.dumps(everything)
    members = list(collected(root, EditionName.MEMBERS).everything())
    assert "Zeearend" in json.dumps(members)


def test_a_person_is_there_by_consent_only(tmp_path):
    people = CONTRIBUTORS + "stil:\n  name: Stil Zwijger\n"
    root = write_commons(
        tmp_path, {"contributors.yaml": people, "commons/tips/x.md": page().replace("redactie", "stil")}
    )
    told = json.dumps(list(collected(root).everything()))
    assert "stil" not in told and "Zwijger" not in told


def test_the_command_writes_the_file(root, tmp_path):
    done = run("export", "--root", root, "--format", "ndjson", "-o", tmp_path / "uit.ndjson", "--lang", "nl")
    assert done.returncode == 0, done.stderr
    assert "uit.ndjson" in done.stderr and (tmp_path / "uit.ndjson").read_text().count("\n") > 20


def test_what_stood_there_stays_when_writing_fails(root, tmp_path, monkeypatch):
    target = tmp_path / "uit.sqlite"
    target.write_text("van gisteren")

    def fails(collected: Collected, target: Path) -> None:
        target.write_text("half")
        raise OSError("the disk is full")

    monkeypatch.setitem(exporting.FORMATS, Format.SQLITE, fails)
    with pytest.raises(OSError, match="full"):
        exporting.export(Format.SQLITE, collected(root), target)
    assert target.read_text() == "van gisteren" and list(tmp_path.iterdir()) == [target]


def test_a_folder_is_not_replaced_by_a_file(root, tmp_path):
    (tmp_path / "map").mkdir()
    with pytest.raises(exporting.CannotExportError, match="is a folder"):
        exporting.export(Format.SQLITE, collected(root), tmp_path / "map")
    exporting.export(Format.CSV, collected(root), tmp_path / "map")
    assert (tmp_path / "map/tips.csv").is_file()
