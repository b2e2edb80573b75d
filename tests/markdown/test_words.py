"""What a text lists: the same steps for a printed card and for programs."""

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.markdown.words import steps, steps_or_points
from gemeengoed.revisions import History
from gemeengoed.stage.linked_data.things import method
from gemeengoed.stage.print_cards import print_card
from gemeengoed.stage.site import Site

from commons import METHOD, load_commons, page, write_commons

SHORT_FIRST = (
    "1. Nee\n2. Niet\n\nDan:\n\n1. **Een.** Lang.\n2. Twee! Lang.\n\n   Meer.\n3. Drie\n\n- a\n- b\n- c\n- d\n"
)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (SHORT_FIRST, ["Een", "Twee!", "Drie"]),
        ("- Los\n\nEn:\n\n* **Een**: zo\n* Twee\n\n```\n- a\n- b\n- c\n```\n", ["Een", "Twee"]),
        ("## Een\n\nZo.\n\n## Twee\n\nZo.\n", []),
        ("1. Alleen\n", []),
    ],
)
def test_the_longest_numbered_list_or_else_the_longest_list(text, listed):
    assert [step.name for step in steps_or_points(text)] == listed


def test_a_card_and_programs_get_the_same_steps(tmp_path):
    commons = load_commons(write_commons(tmp_path, {METHOD: page(body=SHORT_FIRST)}))
    site = Site(select(commons, EditionName.PUBLIC, History(), ()))
    item = site.edition.items["methods/intervisie"]
    card = print_card(site, item, "x/")
    assert card is not None and [*card.steps] == [step["name"] for step in method(site, item)["step"]]
    assert [*card.steps] == [step.name for step in steps(SHORT_FIRST)] != []
