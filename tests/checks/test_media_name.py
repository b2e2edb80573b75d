from commons import found_by, said_by

CODE = "media-name"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (40).to_bytes(4, "big") + (30).to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
)


def test_unchanged(tmp_path):
    assert found_by(CODE, tmp_path, {"commons/tips/foto-1_b.v2.png": PNG, "commons/tips/Een Foto.txt": b""}) == []


def test_problem(tmp_path):
    files = {"commons/tips/Mijn foto.JPG": PNG, "docs/café.png": PNG}
    assert found_by(CODE, tmp_path, files) == ["commons/tips/Mijn foto.JPG:1:1", "docs/café.png:1:1"]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {"commons/tips/Mijn foto (2).JPG": PNG}) == [
        "The file name 'Mijn foto (2).JPG' must be lower-case letters, digits and single hyphens.\n"
        "Rename it to 'mijn-foto-2.jpg', also where it is used."
    ]
