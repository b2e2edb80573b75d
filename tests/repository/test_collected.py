"""Every folder of tests is gone through."""

from pathlib import Path

from sites import REPOSITORY


def test_no_folder_of_tests_has_a_name_that_is_passed_over(pytestconfig):
    folders = {path.parent.relative_to(REPOSITORY) for path in (REPOSITORY / "tests").rglob("test_*.py")}
    names = {name for folder in folders for name in folder.parts}
    patterns = pytestconfig.getini("norecursedirs")
    assert "repository" in names
    assert [name for name in names if any(Path(name).match(pattern) for pattern in patterns)] == []
