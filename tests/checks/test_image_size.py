import os

import pytest
from gemeengoed.checks.image_size import dimensions

from commons import found_by, said_by, write_commons

CODE = "image-size"
FILE = "commons/tips/foto.png"


def png(width, height):
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + size + b"\x08\x02\x00\x00\x00"


GIF = b"GIF89a" + (9).to_bytes(2, "little") + (7).to_bytes(2, "little")
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x0b\x08"
    + (7).to_bytes(2, "big")
    + (9).to_bytes(2, "big")
    + b"\x01\x11\x00"
)
WEBP = (
    b"RIFF\x1e\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00"
    + (8).to_bytes(3, "little")
    + (6).to_bytes(3, "little")
)


@pytest.mark.parametrize("head", [png(9, 7), GIF, JPEG, WEBP])
def test_dimensions(head):
    assert dimensions(head) == (9, 7)


@pytest.mark.parametrize(
    "head", [b"", b"RIFF", GIF[:7], JPEG[:9], WEBP[:14], png(1, 1)[:17], b"\xff\xd8\xff" + b"\xff" * 99]
)
def test_broken_heads_say_nothing(head):
    assert dimensions(head) in {(-1, -1), (0, 0)}


def test_unchanged(tmp_path):
    assert found_by(CODE, tmp_path, {FILE: png(4000, 10), "commons/tips/stuk.webp": b"RIFF"}) == []


def test_problem(tmp_path):
    files = {FILE: png(4001, 10), "docs/foto.png": png(10, 10) + bytes(1_500_000)}
    assert found_by(CODE, tmp_path, files) == [f"{FILE}:1:1", "docs/foto.png:1:1"]


def test_links_and_devices_are_not_opened(tmp_path):
    root = write_commons(tmp_path / "commons-root")
    (tmp_path / "elders.png").write_bytes(png(9000, 9000))
    (root / "docs/link.png").symlink_to(tmp_path / "elders.png")
    os.mkfifo(root / "docs/pijp.png")
    assert found_by(CODE, root, {}) == []


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: png(6000, 4000)}) == [
        "The picture is 6000 by 4000 pixels; more than 4000 is of no use.\n"
        "Save it smaller: 1600 pixels wide is enough for a page."
    ]
