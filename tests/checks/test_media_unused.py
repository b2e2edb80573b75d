import pytest

from commons import found_by, page

CODE, TIP, PICTURE = "media-unused", "commons/tips/kort.md", "commons/tips/bord.png"


@pytest.mark.parametrize(("files", "places"), [
    ({TIP: page()}, [f"{PICTURE}:1:1"]),
    ({TIP: page("media: [{file: bord.png, alt: Een bord, licence: CC0-1.0}]")}, []),
    ({TIP: page("", "![Een bord](bord.png)\n")}, []),
    ({TIP: page("", "`![Een bord](bord.png)`\n")}, [f"{PICTURE}:1:1"]),
    ({"commons/methods/ver.md": page("", "![Een bord](../tips/bord.png)\n")}, []),
    ({"docs/x.md": "---\ntitle: X\n---\n[Het bord](../commons/tips/bord.png)\n"}, []),
])  # fmt: skip
def test_a_picture_is_on_a_page(tmp_path, files, places):
    assert found_by(CODE, tmp_path, {PICTURE: b"\x89PNG\r\n\x1a\n", **files}) == places
