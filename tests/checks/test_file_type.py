import pytest

from commons import found_by, page, said_by

CODE = "file-type"
PNG = b"\x89PNG\r\n\x1a\n"
SVG = b'<?xml version="1.0"?>\n<!-- tekening -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", PNG),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.gif", b"GIF89a"),
        ("a.webp", b"RIFF\0\0\0\0WEBP"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.svg", SVG),
        ("a.svg", SVG.decode().encode("utf-16")),
        ("a.avif", b"\0\0\0\x1cftypavif"),
        ("a.md", page()),
        ("a.md", page(body="<div>tekst</div>\n")),
    ],
)
def test_unchanged(tmp_path, name, content):
    assert found_by(CODE, tmp_path, {f"commons/tips/{name}": content}) == []


@pytest.mark.parametrize(
    ("name", "content", "type"),
    [
        ("a.png", b"<!DOCTYPE html><script>", "HTML"),
        ("a.png", SVG, "SVG"),
        ("a.svg", PNG, "PNG"),
        ("a.pdf", b"MZ\x90", "program"),
        ("a.jpg", PNG, "PNG"),
        ("a.gif", b"zomaar", "another type of file"),
        ("a.png", b"", "another type of file"),
        ("a.md", "<!-- x -->\n<html><body>", "HTML"),
        ("a.md", b"PK\x03\x04\xff\xfe\0", "ZIP or Office"),
        ("a.md", PNG, "PNG"),
    ],
)
def test_problem(tmp_path, name, content, type):
    file = f"commons/tips/{name}"
    assert found_by(CODE, tmp_path, {file: content}) == [f"{file}:1:1"]
    assert (
        said_by(CODE, tmp_path, {})[0].split("\n")[0]
        == f"The name ends in '{file[-len(name) + 1 :]}', but this is {type}."
    )
