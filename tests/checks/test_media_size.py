from commons import found_by, said_by

CODE = "media-size"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (40).to_bytes(4, "big") + (30).to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
)
LARGE = PNG + bytes(10_000_000)


def test_unchanged(tmp_path):
    assert found_by(CODE, tmp_path, {"commons/tips/foto.png": PNG, "commons/tips/noot.txt": LARGE}) == []


def test_problem(tmp_path):
    files = {"commons/tips/foto.png": LARGE, "docs/kaart.pdf": LARGE}
    assert found_by(CODE, tmp_path, files) == ["commons/tips/foto.png:1:1", "docs/kaart.pdf:1:1"]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {"docs/kaart.pdf": LARGE}) == [
        "The file is 10000 kB; at most 10000 kB is kept.\nMake it smaller, or put it elsewhere and link to it."
    ]
