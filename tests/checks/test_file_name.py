import os

import pytest

from commons import found_by, page, said_by

CODE = "file-name"


@pytest.mark.parametrize("name", ["mijn-tip", "2026", "a", "tip-2-van-3"])
def test_unchanged(tmp_path, name):
    assert found_by(CODE, tmp_path, {f"commons/tips/{name}.md": page()}) == []


@pytest.mark.parametrize(
    "name",
    ["Mijn Tip (v2)", "tip.v2", "café", "a--b", "-a", "a-", "a_b", "..a..", "a\nb", "a\x1b[31mb", "\u202ea", "💡"],
)
def test_problem(tmp_path, name):
    if name.startswith("."):
        assert found_by(CODE, tmp_path, {f"commons/tips/x{name}.md": page()}) == [f"commons/tips/x{name}.md:1:1"]
    else:
        assert found_by(CODE, tmp_path, {f"commons/tips/{name}.md": page()}) == [f"commons/tips/{name}.md:1:1"]


def test_names_that_are_no_utf8_are_told_apart(tmp_path):
    found_by(CODE, tmp_path, {"commons/tips/goed.md": page()})
    for name in (b"\xff.md", b"\xfe.md"):
        (tmp_path / "commons/tips" / os.fsdecode(name)).write_text(page())
    assert found_by(CODE, tmp_path, {}) == [r"commons/tips/\xfe.md:1:1", r"commons/tips/\xff.md:1:1"]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {"commons/tips/Mijn Tip (v2).md": page()}) == [
        "The file name 'Mijn Tip (v2).md' must be lower-case letters, digits and single hyphens.\n"
        "Rename it to 'mijn-tip-v2.md'."
    ]
