import re

import pytest
from gemeengoed.i18n import translator
from gemeengoed.kinds import KINDS
from gemeengoed.kinds.declare import SLUG, is_required
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.scaffold import new_item
from gemeengoed.slug import slug_of
from hypothesis import given
from hypothesis import strategies as st

from commons import found_by, problems_of, write_commons


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Intervisie in zes stappen", "intervisie-in-zes-stappen"),
        ("Ideeën & cafés!", "ideeen-cafes"),
        ("  --A--  ", "a"),
        ("../../etc/passwd", "etc-passwd"),
        ("💡", ""),
        ("a" * 200, "a" * 80),
        (f"{'a' * 79} b", "a" * 79),
    ],
)
def test_the_file_name_of_a_title(title, slug):
    assert slug_of(title) == slug


@given(st.text())
def test_a_file_name_is_an_identifier_or_empty(title):
    slug = slug_of(title)
    assert slug == "" or re.fullmatch(SLUG, slug)
    assert len(slug) <= 80


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_new_item_asks_for_nothing_but_what_is_needed(tmp_path, kind, language):
    path = f"commons/{kind.folder}/nieuw.md"
    found = problems_of(write_commons(tmp_path), {path: new_item(kind, "Nieuw", translator(language))})
    needed = [name for name in kind.fields.model_fields if is_required(kind.fields, name)]
    missing = found_by("field-missing", tmp_path, {})
    assert len(missing) == len(needed) - len({"title", "authors"})
    assert not [line for line in found if " field-" in line and "field-missing" not in line]
    assert not [line for line in found if "front-matter" in line]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1).filter(str.strip))
def test_any_title_is_written_so_that_it_is_read_again(title):
    for say in (translator("nl"), translator("en")):
        text = read_front_matter("x.md", 0, new_item(KINDS[0], title, say), 64_000, ())
        assert not text.defects
        assert text.front_matter["title"] == title
