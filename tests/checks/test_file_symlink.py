from pathlib import Path

import pytest

from commons import METHOD, found_by, page, said_by, write_commons

CODE = "file-symlink"
SECRET = page(title="Geheim", body="<script>\n")


def linked(root: Path, path: str) -> Path:
    """A commons in ``root`` in which ``path`` is a link to what stood there, now outside the commons."""
    outside = root / "elders"
    write_commons(root / "hier", {"commons/tips/map/x.md": SECRET, "commons/tips/kort.md": SECRET})
    (root / "hier" / path).rename(outside)
    (root / "hier" / path).symlink_to(outside)
    return root / "hier"


def test_unchanged(tmp_path):
    assert found_by(CODE, tmp_path, {METHOD: page()}) == []


@pytest.mark.parametrize(
    "path",
    ["commons/tips/kort.md", "commons/tips/map", "commons/tips", "commons", "contributors.yaml", "docs/index.md"],
)
def test_problem(tmp_path, path):
    assert found_by(CODE, linked(tmp_path, path), {}) == [f"{path}:1:1"]


def test_a_link_to_nothing(tmp_path):
    root = write_commons(tmp_path)
    (root / "commons/tips").mkdir()
    (root / "commons/tips/weg.md").symlink_to("/nergens/te/vinden")
    (root / "commons/tips/rond.md").symlink_to("rond.md")
    assert found_by(CODE, root, {}) == ["commons/tips/rond.md:1:1", "commons/tips/weg.md:1:1"]


def test_what_a_link_leads_to_is_not_read(tmp_path):
    assert found_by("html-unsafe", linked(tmp_path, "commons/tips"), {}) == []


def test_message(tmp_path):
    assert said_by(CODE, linked(tmp_path, "commons/tips/kort.md"), {}) == [
        "This is a link to another file; a link is not followed.\nPut the file itself here."
    ]
