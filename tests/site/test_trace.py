"""What a page is made of is noted, also where it was made before for another page."""

from __future__ import annotations

import gemeengoed.stage.tree  # noqa: F401  (whatever pages share)
import pytest
from crowded import crowded_commons
from gemeengoed.edition import EditionName, select
from gemeengoed.history import read_history
from gemeengoed.load import load
from gemeengoed.settings import read_settings
from gemeengoed.stage.plain import is_plain
from gemeengoed.stage.shared import PLAIN, value_of
from gemeengoed.stage.site import Site
from gemeengoed.stage.trace import Watched, remember, watching
from gemeengoed.stage.watched import watch, watched_class
from sites import commit

from commons import page, write_commons


def test_who_gets_what_was_remembered_depends_on_what_it_was_made_of():
    themes, made = Watched("themes", {"zorg": "Zorg"}), {}
    with watching() as first:
        assert remember(made, "zorg", lambda: themes["zorg"].upper()) == "ZORG"
    with watching() as second:
        assert remember(made, "zorg", lambda: themes["zorg"].upper()) == "ZORG"
    assert first == second == {"themes zorg"}


PICTURE = {"commons/tips/plaat.png": "", "commons/tips/plaat.md": page(title="Een plaat", body="![Plaat](plaat.png)\n")}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site in which everything stands that pages share, watched."""
    root = write_commons(tmp_path_factory.mktemp("druk"), crowded_commons(8) | PICTURE)
    commit(root, "2026-01-01")
    commons = load(root, read_settings(root), read_history(root))
    site: Site = watched_class(Site)(watch(select(commons, EditionName.PUBLIC, commons.history, ())))
    return site


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_what_is_said_to_be_words_and_numbers_is_that(crowded, name):
    value = value_of(crowded, name)
    inside = value.inside if isinstance(value, Watched) else value
    assert inside and is_plain(inside)
