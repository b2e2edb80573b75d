"""The words of the commons as a small file, and as a browser unpacks it."""

from __future__ import annotations

from gemeengoed.stage.finding.words_file import MOST, packed


def test_words_share_what_they_have_in_common_with_the_one_before():
    counts = {"buurt": 4, "buurtwerk": 1, "participatie": 9, "de": 100, "abc": 1}
    assert packed(counts).split("\n") == ["abuurt2", "fwerk0", "aparticipatie3"]


def test_rare_words_are_left_out_where_there_are_too_many():
    counts = {f"woord{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}": 1 for n in range(MOST)}
    lines = packed(counts | {"gewoon": 5, "zeldzaam": 1}).split("\n")
    assert len(lines) == MOST
    assert lines[0] == "agewoon2"
    assert not any("zeldzaam" in line for line in lines)
