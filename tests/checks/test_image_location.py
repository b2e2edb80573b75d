from io import BytesIO

import pytest
from gemeengoed.checks.image_location import tells_where
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from commons import found_by, said_by

CODE = "image-location"


def picture(form: str, place: dict[int, object]) -> bytes:
    """A tiny picture with the data of a camera, and a place in it where one is given."""
    made, exif = BytesIO(), Image.Exif()
    exif[0x0110] = "Proefcamera"
    if place:
        exif.get_ifd(0x8825).update(place)
        exif[0x8825] = exif.get_ifd(0x8825)
    Image.new("RGB", (8, 8)).save(made, form, exif=exif)
    return made.getvalue()


HOME = {1: "N", 2: (51.0, 3.0, 12.5), 3: "E", 4: (3.0, 43.0, 1.0)}


@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_unchanged(tmp_path, form):
    files = {
        f"commons/tips/foto.{form}": picture(form, {}),
        f"commons/tips/tijd.{form}": picture(form, {29: "2026:01:01"}),
    }
    assert found_by(CODE, tmp_path, files) == []


@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_problem(tmp_path, form):
    files = {f"commons/tips/foto.{form}": picture(form, HOME), f"docs/kaart.{form}": picture(form, HOME)}
    assert found_by(CODE, tmp_path, files) == [f"commons/tips/foto.{form}:1:1", f"docs/kaart.{form}:1:1"]


def test_a_place_in_xmp(tmp_path):
    xmp = b'<rdf:Description exif:GPSLatitude="51,3.2N"/>'
    assert found_by(CODE, tmp_path, {"commons/tips/foto.jpg": picture("jpeg", {}) + xmp}) == [
        "commons/tips/foto.jpg:1:1"
    ]


@pytest.mark.parametrize("before", [b"\0\0\0\6Exif\0\0", b"\0\0\0\0"])
def test_both_forms_of_avif(tmp_path, before):
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(HOME)
    exif[0x8825] = exif.get_ifd(0x8825)
    content = b"\0\0\0\x1cftypavif" + before + exif.tobytes().removeprefix(b"Exif\0\0")
    assert found_by(CODE, tmp_path, {"commons/tips/foto.avif": content}) == ["commons/tips/foto.avif:1:1"]


@given(st.binary(max_size=60))
def test_no_data_stop_the_checks(data):
    assert tells_where(b"\xff\xd8Exif\0\0II*\0\x08\0\0\0" + data) in (True, False)


def test_message(tmp_path):
    (said,) = said_by(CODE, tmp_path, {"commons/tips/foto.jpeg": picture("jpeg", HOME)})
    assert said.startswith("The picture tells where it was taken.\nSave it again without its data. In Windows:")
