import os
import time

import pytest

from commons import SETTINGS, found_by, page, said_by

CODE = "file-size"
FILE = "commons/tips/kort.md"
LIMITED = SETTINGS.replace("      language: nl\n", "      language: nl\n      limits: {markdown_bytes: 200}\n")


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page(body="a" * 999_000),
        page(f"keywords: ['{'a' * 60_000}']"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        (page(body="a" * 1_000_000), SETTINGS),
        (page(f"keywords: ['{'a' * 64_000}']"), SETTINGS),
        (page(body="é" * 100), LIMITED),
    ],
)
def test_problem(tmp_path, text, settings):
    docs_too = {"docs/index.md": "---\ntitle: A\n---\n", "mkdocs.yml": settings}
    assert found_by(CODE, tmp_path, {**docs_too, FILE: text}) == [f"{FILE}:1:1"]


@pytest.mark.parametrize("path", [FILE, "contributors.yaml", "docs/groot.md"])
def test_fifty_megabytes_are_not_even_read(tmp_path, path):
    found_by(CODE, tmp_path, {FILE: page()})
    with (tmp_path / path).open("wb") as sparse:
        os.truncate(sparse.fileno(), 50_000_000_000)
    start = time.process_time()
    assert found_by(CODE, tmp_path, {}) == [f"{path}:1:1"]
    assert time.process_time() - start < 5


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="a" * 1_234_500)}) == [
        "The file is 1234 kB; at most 1000 kB is read.\n"
        "Split the page, or put large parts in a document of its own and link to it."
    ]
