import re
from pathlib import Path

import pytest
from gemeengoed.checks.file_reuse import pattern
from hypothesis import given
from hypothesis import strategies as st
from reuse.global_licensing import AnnotationsItem, ReuseTOML

from commons import BASE, page, problems_of

TIP = "commons/tips/kort.md"
FULL = 'SPDX-FileCopyrightText = "2026 Wij"\nSPDX-License-Identifier = "CC0-1.0"\n'


def annotation(paths, more=FULL):
    return f"[[annotations]]\npath = {paths}\n{more}"


ALL = "version = 1\n" + annotation('["commons/**", "docs/**", "contributors.yaml"]')


def test_without_reuse_toml_nothing_is_asked(tmp_path):
    assert problems_of(tmp_path, {TIP: page()}) == []


def test_files_that_are_covered_have_no_problem(tmp_path):
    assert problems_of(tmp_path, {TIP: page(), "REUSE.toml": ALL}) == []


def test_a_file_that_no_path_matches(tmp_path):
    some = "version = 1\n" + annotation('["commons/*", "commons/methods/*.md", "docs/**", "contributors.yaml"]')
    assert problems_of(tmp_path, {TIP: page(), "REUSE.toml": some}) == [f"{TIP}:1:1 file-reuse"]


def test_the_last_annotation_that_matches_counts(tmp_path):
    without = annotation('"commons/tips/*"', 'SPDX-License-Identifier = "CC0-1.0"\n')
    assert problems_of(tmp_path, {TIP: page(), "REUSE.toml": ALL + without}) == [f"{TIP}:1:1 file-reuse"]


def test_a_file_that_says_it_itself(tmp_path):
    # REUSE-IgnoreStart
    said = "<!--\nSPDX-FileCopyrightText: 2026 Wij\nSPDX-License-Identifier: CC0-1.0\n-->\n\nEen tekst.\n"
    # REUSE-IgnoreEnd
    rest = annotation('["commons/*", "commons/methods/*", "docs/**", "contributors.yaml"]')
    assert problems_of(tmp_path, {TIP: page("", said), "REUSE.toml": "version = 1\n" + rest}) == []


def test_a_file_that_is_no_toml(tmp_path):
    (found,) = problems_of(tmp_path, {"REUSE.toml": "version = 1\n[[annotations]\n"})
    assert re.fullmatch(r"REUSE\.toml:2:\d+ file-reuse", found)


@pytest.mark.parametrize("text", ["version = 1\n", "annotations = 3\n", "annotations = [1]\n", "[annotations]\n"])
def test_a_file_without_annotations_covers_nothing(tmp_path, text):
    found = problems_of(tmp_path, {"REUSE.toml": text})
    assert found == [f"{path}:1:1 file-reuse" for path in sorted(BASE) if path != "mkdocs.yml"]


PATHS = st.text("ab/.", min_size=1, max_size=8)


@given(st.text("ab*/.", min_size=1, max_size=8), PATHS)
def test_paths_match_as_the_reuse_tool_matches_them(glob, path):
    assert bool(re.fullmatch(pattern(glob), path, re.DOTALL)) == AnnotationsItem([glob]).matches(path)


@pytest.mark.parametrize("glob", [r"a\*b", r"a\\b", r"\*\*", "a.b", "a+b"])
@pytest.mark.parametrize("path", ["a*b", "aXb", r"a\b", "**", "a", "a.b", "a+b", "aab"])
def test_a_backslash_takes_away_the_meaning_of_what_follows(glob, path):
    assert bool(re.fullmatch(pattern(glob), path)) == AnnotationsItem([glob]).matches(path)


def test_which_annotation_goes_before_the_other_is_as_in_the_reuse_tool():
    item = [AnnotationsItem(["**"], spdx_expressions=[name]) for name in ("MIT", "CC0-1.0")]
    found = ReuseTOML(source="REUSE.toml", version=1, annotations=item).find_annotations_item(Path("a"))
    assert found is item[-1]
