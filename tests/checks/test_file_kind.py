import os

import pytest

from commons import found_by, page, said_by

CODE = "file-kind"


@pytest.mark.parametrize(
    "path",
    [
        "commons/methods/kort.md",
        "commons/methods/beeld.png",
        "commons/methods/map/beeld.SVG",
        "commons/methods/.verborgen",
        "commons/.verborgen/kort.md",
        "docs/wat-dan-ook.txt",
        "elders/kort.md",
    ],
)
def test_unchanged(tmp_path, path):
    assert found_by(CODE, tmp_path, {path: page()}) == []


@pytest.mark.parametrize(
    "path",
    [
        "commons/methods/kort",
        "commons/methods/kort.txt",
        "commons/methods/kort.MD",
        "commons/methods/map/kort.md",
        "commons/methods/map/map/kort.md",
        "commons/ideas/kort.md",
        "commons/Methods/kort.md",
        "commons/kort.md",
        "commons/beeld.png",
        "commons/ideas/beeld.png",
    ],
)
def test_problem(tmp_path, path):
    assert found_by(CODE, tmp_path, {path: page()}) == [f"{path}:1:1"]


def test_a_folder_with_the_name_of_a_page(tmp_path):
    found = found_by(CODE, tmp_path, {"commons/tips/map.md/kort.md": page()})
    assert found == ["commons/tips/map.md:1:1", "commons/tips/map.md/kort.md:1:1"]


def test_a_device_with_the_name_of_a_page(tmp_path):
    found_by(CODE, tmp_path, {"commons/tips/kort.md": page()})
    os.mkfifo(tmp_path / "commons/tips/pijp.md")
    assert found_by(CODE, tmp_path, {}) == ["commons/tips/pijp.md:1:1"]


def test_a_folder_in_the_place_of_a_register(tmp_path):
    found = found_by(CODE, tmp_path, {"contributors.yaml": None, "contributors.yaml/x": ""})
    assert found == ["contributors.yaml:1:1"]


@pytest.mark.parametrize("folder", ["commons", "commons/methods"])
def test_a_file_in_the_place_of_a_folder(tmp_path, folder):
    found_by(CODE, tmp_path, {})
    (tmp_path / folder).rename(tmp_path / "weg")
    assert found_by(CODE, tmp_path, {folder: "tekst"}) == [f"{folder}:1:1"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "commons/methods/kort",
            "'kort' has no .md at the end of its name.\n"
            "Rename it if it is a page of commons/methods/; otherwise move it away.",
        ),
        ("commons/method/kort.md", "'method' is not the folder of a kind.\nDid you mean 'methods'?"),
    ],
)
def test_message(tmp_path, path, message):
    assert said_by(CODE, tmp_path, {path: page()}) == [message]
