"""The typeface: what was cut out of it can be read, has the letters of the languages, and not the reserved name."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from gemeengoed.typeface import FACES, FURTHER, LETTERS, Face, web_font
from sites import REPOSITORY

DUTCH_AND_FRENCH = "abcxyzABCXYZ0123456789éëïóöüèàçêîôûâùÉËÏÓÖÜÈÀÇÊÎÔÛÂÙœŒæÆÿŸñß“”‘’«»–—…€·→ \u00a0"
"""Those of Dutch and French, with the signs that the typography of the site sets."""

OTHERS = "łčşžőűąęřś"


@pytest.fixture(params=FACES, ids=lambda face: face.name)
def face(request) -> Face:
    return request.param


def test_a_web_font_has_its_letters_and_is_small(face):
    font = TTFont(BytesIO(web_font(face)))
    assert font.flavor == "woff2"
    wanted = DUTCH_AND_FRENCH if face.letters is LETTERS else OTHERS
    assert {letter for letter in wanted if ord(letter) not in font.getBestCmap()} == set()
    assert len(web_font(face)) < 20_000


def test_dutch_and_french_need_no_further_letters():
    assert {*map(ord, DUTCH_AND_FRENCH)} <= {*LETTERS}


def test_the_style_sheet_asks_for_the_further_letters_where_they_are():
    sheet = (REPOSITORY / "overrides/assets/gemeengoed/styles/typeface.css").read_text("utf-8")
    ranges = {found for found in re.findall("unicode-range: ([^;]*);", sheet)}
    assert len(ranges) == 1
    asked = (re.findall("[0-9A-F]{4}", part) for part in ranges.pop().split(","))
    assert {letter for found in asked for letter in range(int(found[0], 16), int(found[-1], 16) + 1)} == {*FURTHER}
    assert all(f'url("fonts/{face.name}.woff2")' in sheet for face in FACES)


def test_a_part_of_a_face_does_not_carry_the_reserved_name(face):
    """The licence reserves “Source”; the copyright may and must name it, what the face is called may not."""
    names = {record.nameID: record.toUnicode() for record in TTFont(BytesIO(web_font(face)))["name"].names}
    called = {number: names[number] for number in (1, 4, 6)}
    assert all("source" not in name.lower() and "Gemeengoed" in name for name in called.values())
    assert "Adobe" in names[0] and "Open Font License" in names[13]


def test_a_web_font_is_the_same_however_often_it_is_cut(face, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert web_font(face) == web_font(face)
    assert [kept.read_bytes() for kept in tmp_path.rglob("*.woff2")] == [web_font(face)]
