"""A commons broken in many ways: exactly the expected problems at the expected places, and the good is still read.

What git can hold stands in ``tests/fixtures/broken``; what it cannot is made here.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from gemeengoed.i18n import translator
from gemeengoed.load.positions import read_yaml
from gemeengoed.problems import Severity
from gemeengoed.report import REPORTS

from commons import METHOD, check_commons, load_commons, page, write_commons, write_files

BROKEN = Path(__file__).parents[1] / "fixtures" / "broken"
NOTED = {"link-anchor", "file-byte-order-mark"}
"""Warnings that belong to the first checks; other warnings and advice have tests of their own."""

TIP = "commons/tips/kort.md"


def errors_of(root: Path) -> list[str]:
    """The errors of the commons in ``root``, and the noted warnings, as lines of ``expected.txt``."""
    found = check_commons(root)
    for report in REPORTS.values():
        assert report(found, translator("nl"))
    return [
        f"{problem.path}:{problem.line}:{problem.column} {problem.code}"
        for problem in found
        if problem.severity is Severity.ERROR or problem.code in NOTED
    ]


def expected() -> list[str]:
    lines = (BROKEN / "expected.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture
def broken(tmp_path):
    return Path(shutil.copytree(BROKEN, tmp_path / "broken"))


def test_exactly_the_expected_problems_at_the_expected_places(broken):
    assert sorted(errors_of(broken)) == sorted(expected())


def test_it_is_broken_in_at_least_25_ways():
    assert len({line.rpartition(":")[0].rpartition(":")[0] for line in expected()}) >= 40
    assert len({line.rpartition(" ")[2] for line in expected()}) >= 20


def test_the_good_files_beside_them_are_read_whole(broken):
    commons = load_commons(broken)
    method, tip = commons.items["methods/goed"], commons.items["tips/goed"]
    assert (method.fields.title, method.fields.maturity) == ("Goed", "trial")
    assert (tip.fields.skills, tip.fields.keywords) == (("luisteren",), ("é", "💡"))
    assert not any(path in line for line in errors_of(broken) for path in (method.path, tip.path))


def test_what_is_right_in_a_broken_file_is_kept(broken):
    fields = load_commons(broken).items["tips/verschoven"].fields
    assert [(source.title, source.relation) for source in fields.sources] == [("A", "cites"), ("B", None), ("C", None)]


def test_every_file_is_accounted_for(broken):
    seen = {file.path for file in load_commons(broken).files()}
    files = {str(file.relative_to(broken)) for file in broken.glob("commons/**/*") if file.is_file()}
    assert seen >= files | {"contributors.yaml", "docs/index.md"}


def symlink(root: Path) -> None:
    (root / TIP).symlink_to("/etc/passwd")


def latin_1(root: Path) -> None:
    (root / TIP).write_bytes(page(title="Café").encode("latin-1"))


def nul(root: Path) -> None:
    (root / TIP).write_bytes(page(title="Een\0nul").encode())


def fifty_megabytes(root: Path) -> None:
    (root / TIP).write_bytes(page().encode())
    os.truncate(root / TIP, 50_000_000)


def fifty_megabytes_of_register(root: Path) -> None:
    os.truncate(root / "contributors.yaml", 50_000_000)


def name_with_spaces(root: Path) -> None:
    (root / "commons/tips/een tip.md").write_text(page())


def name_that_is_no_text(root: Path) -> None:
    (root / "commons/tips" / os.fsdecode(b"\xe9\x1b[31m\n.md")).write_text(page())


def folder_with_the_name_of_a_page(root: Path) -> None:
    (root / TIP).mkdir()


def alias_bomb(root: Path) -> None:
    lines = ["keywords: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 3)]
    (root / TIP).write_text(page("\n".join(lines)))


def deep_nesting(root: Path) -> None:
    (root / TIP).write_text(page("keywords: " + "[" * 30_000 + "]" * 30_000))


def deep_nesting_of_register(root: Path) -> None:
    (root / "commons/vocabulary.yaml").write_text("a: " + "[" * 4_000_000)


def carriage_returns(root: Path) -> None:
    (root / TIP).write_bytes(page("rijp: ja", "é\n\n<script>\n").replace("\n", "\r\n").encode())


def byte_order_mark(root: Path) -> None:
    (root / TIP).write_bytes(b"\xef\xbb\xbf" + page("rijp: ja").encode())


def utf_16(root: Path) -> None:
    (root / TIP).write_bytes(page().encode("utf-16"))


def unreadable_name_in_yaml(root: Path) -> None:
    (root / TIP).write_bytes(page("'\x1b[31m': x").encode())


WAYS: dict[Callable[[Path], None], list[str]] = {
    symlink: [f"{TIP}:1:1 file-symlink"],
    latin_1: [f"{TIP}:2:11 file-encoding"],
    nul: [f"{TIP}:2:11 file-encoding"],
    fifty_megabytes: [f"{TIP}:1:1 file-size"],
    fifty_megabytes_of_register: [
        "contributors.yaml:1:1 file-size",
        f"{METHOD}:4:11 reference-party",
        "commons/tips/goed.md:4:11 reference-party",
    ],
    name_with_spaces: ["commons/tips/een tip.md:1:1 file-name"],
    name_that_is_no_text: [f"commons/tips/\\xe9\x1b[31m\n.md:1:1 {code}" for code in ("file-kind", "file-name")],
    folder_with_the_name_of_a_page: [f"{TIP}:1:1 file-kind"],
    alias_bomb: [
        *(f"{TIP}:{line}:{column} front-matter-alias" for line in (7, 8) for column in range(10, 50, 5)),
        *(f"{TIP}:{line}:50 front-matter-alias" for line in (7, 8)),
        *(f"{TIP}:{line}:1 field-unknown" for line in (7, 8)),
    ],
    deep_nesting: [f"{TIP}:6:123 front-matter-yaml"],
    carriage_returns: [f"{TIP}:6:1 field-unknown", f"{TIP}:10:1 html-unsafe"],
    byte_order_mark: [f"{TIP}:1:1 file-byte-order-mark", f"{TIP}:6:1 field-unknown"],
    utf_16: [f"{TIP}:1:1 file-encoding"],
    unreadable_name_in_yaml: [f"{TIP}:6:2 front-matter-yaml"],
    deep_nesting_of_register: [
        "commons/vocabulary.yaml:1:116 front-matter-yaml",
        f"{METHOD}:5:10 reference-term",
        "commons/tips/goed.md:5:10 reference-term",
        "commons/organisations.yaml:4:13 reference-term",
    ],
}


@pytest.mark.parametrize(("break_it", "found"), WAYS.items(), ids=lambda way: getattr(way, "__name__", ""))
def test_what_git_cannot_hold(tmp_path, break_it, found):
    root = write_commons(tmp_path, {"commons/tips/goed.md": page()})
    start = time.process_time()
    break_it(root)
    assert sorted(errors_of(root)) == sorted(found)
    assert load_commons(root).items["tips/goed"].fields.title == "Een pagina"
    assert time.process_time() - start < 10


def test_a_folder_that_may_not_be_opened(tmp_path, monkeypatch):
    root, scandir = write_commons(tmp_path, {TIP: page()}), os.scandir

    def refuse(path):
        if str(path).endswith("tips"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert errors_of(root) == ["commons/tips:1:1 file-kind"]


def test_a_file_that_may_not_be_opened(tmp_path, monkeypatch):
    root, own_open = write_commons(tmp_path, {TIP: page()}), open

    def refuse(path, *arguments, **options):
        if str(path).endswith("kort.md"):
            raise PermissionError(13, "Permission denied")
        return own_open(path, *arguments, **options)

    monkeypatch.setattr("builtins.open", refuse)
    assert errors_of(root) == [f"{TIP}:1:1 file-kind"]


def test_an_empty_commons(tmp_path):
    root = write_files(tmp_path, {"mkdocs.yml": "site_name: Leeg\n"})
    assert errors_of(root) == []
    assert not load_commons(root).items


@pytest.mark.parametrize("text", ["", "# niets\n", "{}\n", "~\n"])
def test_empty_registers(tmp_path, text):
    registers = ("contributors.yaml", "commons/organisations.yaml", "commons/vocabulary.yaml")
    root = write_commons(tmp_path, {METHOD: None, **dict.fromkeys(registers, text)})
    assert errors_of(root) == []


def test_a_very_large_number_of_problems(tmp_path):
    fields = "".join(f"v{number}: x\n" for number in range(2_000))
    links = "".join(f"[a](methods/weg-{number}) <svg>\n" for number in range(4_000))
    root = write_commons(tmp_path, {TIP: page(fields, links)})
    start = time.process_time()
    assert len(errors_of(root)) == 10_000
    assert time.process_time() - start < 30


def test_the_order_of_problems_is_the_same_in_every_process(broken):
    program = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2]);"
        "from commons import check_commons; print(check_commons(Path(sys.argv[1])))"
    )

    def run(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program, str(broken), str(Path(__file__).parents[1])]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert run("1") == run("2")


def test_nothing_in_yaml_is_acted_on():
    data, _, defects = read_yaml("a: !!python/object/apply:os.system [ls]\nb: no\nc: 2017\nd: 0x10\n")
    assert data == {"a": ["ls"], "b": "no", "c": "2017", "d": "0x10"}
    assert [defect.code for defect in defects] == ["front-matter-yaml"]
