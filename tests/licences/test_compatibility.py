"""The table of pairs, said once more by hand, and walked: every pair, and every two sources together."""

from itertools import combinations, product

import pytest
from gemeengoed.licences import (
    ANY,
    LICENCES,
    MODEL_LICENCE,
    PUBLIC_DOMAIN,
    Allowed,
    allowed,
    clash,
    common,
    forbids_change,
    forbids_commerce,
    is_covered,
    permits,
)
from gemeengoed.licences.compatibility import BEYOND, CHART, CREATIVE_COMMONS_LICENCES, FREE
from hypothesis import given
from hypothesis import strategies as st

BY, SA, NC, NCSA, ND, NCND = "BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"
FAMILY = (BY, SA, NC, NCSA, ND, NCND)
FREELY = ("CC0-1.0", "CC-PDM-1.0", "CC-PDDC", PUBLIC_DOMAIN)
OTHERS = ("LAL-1.3", "GPL-3.0-only", "GPL-3.0-or-later", MODEL_LICENCE)
TODAY = (*FREELY, *(f"CC-{name}-4.0" for name in FAMILY), *OTHERS)
EVERY = sorted({*TODAY, *CREATIVE_COMMONS_LICENCES})

INTO = {
    BY: {BY, SA, NC, NCSA, ND, NCND},
    SA: {SA},
    NC: {NC, NCSA, NCND},
    NCSA: {NCSA},
    ND: set(),
    NCND: set(),
}


def expected(source: str, licence: str) -> bool:
    """Whether what is made of a work under one licence of today may have another, by the table above."""
    if source in FREELY:
        return True
    if source == MODEL_LICENCE:
        return licence == MODEL_LICENCE or expected("CC-BY-4.0", licence)
    if source in OTHERS:
        others = {"LAL-1.3": {"CC-BY-SA-4.0"}, "GPL-3.0-only": set(), "GPL-3.0-or-later": {"GPL-3.0-only"}}
        return licence == source or licence in others[source]
    if source == "CC-BY-SA-4.0" and licence in ("LAL-1.3", "GPL-3.0-only"):
        return True
    return licence in {f"CC-{name}-4.0" for name in INTO[source[3:-4]]}


@pytest.mark.parametrize(("source", "licence"), list(product(TODAY, TODAY)))
def test_every_pair(source, licence):
    assert permits(source, licence) == expected(source, licence)


@pytest.mark.parametrize(("first", "second"), list(product(TODAY, TODAY)))
def test_every_two_sources(first, second):
    together = common([first, second])
    assert {name for name in TODAY if name in together} == {
        name for name in TODAY if expected(first, name) and expected(second, name)
    }
    assert bool(clash([first, second])) == (not together)


CLASHES = {
    ("CC-BY-SA-4.0", "CC-BY-NC-4.0"),
    ("CC-BY-SA-4.0", "CC-BY-NC-SA-4.0"),
}


def test_of_what_may_be_adapted_in_the_family_only_share_alike_and_noncommercial_clash():
    adaptable = [f"CC-{name}-4.0" for name in (BY, SA, NC, NCSA)]
    assert {pair for pair in combinations(adaptable, 2) if clash(pair)} == CLASHES


@pytest.mark.parametrize(
    ("source", "licence", "may"),
    [
        ("CC-BY-SA-3.0", "CC-BY-SA-4.0", True),
        ("CC-BY-SA-2.0", "CC-BY-SA-2.5", True),
        ("CC-BY-SA-2.0", "CC-BY-SA-3.0-DE", True),
        ("CC-BY-SA-4.0", "CC-BY-SA-3.0", False),
        ("CC-BY-SA-1.0", "CC-BY-SA-1.0", True),
        ("CC-BY-SA-1.0", "CC-BY-SA-2.0", False),
        ("CC-BY-SA-3.0", "LAL-1.3", False),
        ("CC-BY-NC-SA-2.0-FR", "CC-BY-NC-SA-4.0", True),
        ("CC-BY-NC-SA-3.0", "CC-BY-SA-4.0", False),
        ("CC-BY-3.0-NL", "CC-BY-NC-SA-4.0", True),
        ("CC-BY-4.0", "CC-BY-3.0", False),
        ("CC-BY-ND-2.0", "CC-BY-ND-2.0", False),
        ("EUPL-1.2", "EUPL-1.2", True),
        ("EUPL-1.2", "CC-BY-4.0", False),
        ("CC0-1.0", "EUPL-1.2", True),
    ],
)
def test_versions_and_what_the_table_does_not_cover(source, licence, may):
    assert permits(source, licence) is may


def test_one_may_choose_between_licences_joined_by_or_and_must_keep_to_both_joined_by_and():
    assert permits("CC-BY-SA-4.0 OR CC-BY-NC-4.0", "CC-BY-NC-SA-4.0")
    assert not allowed("CC-BY-SA-4.0 AND CC-BY-NC-4.0")
    assert permits("CC-BY-4.0", "CC-BY-4.0 OR CC-BY-NC-4.0")
    assert not permits("CC-BY-NC-4.0", "CC-BY-4.0 OR CC-BY-NC-4.0")


def test_a_clash_names_the_fewest_that_do_not_go_together():
    assert clash(["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0"]) == ("CC-BY-SA-4.0", "CC-BY-NC-4.0")
    assert clash(["CC-BY-4.0", "CC-BY-ND-4.0"]) == ("CC-BY-ND-4.0",)
    assert clash([]) == ()
    assert len(clash(["EUPL-1.2 OR MIT", "MIT OR Zlib", "Zlib OR EUPL-1.2"])) == 3


def test_commerce_and_change_are_forbidden_by_what_one_cannot_choose_away():
    assert {name for name in LICENCES if forbids_commerce(name)} == {f"CC-{name}-4.0" for name in (NC, NCSA, NCND)}
    assert {name for name in LICENCES if forbids_change(name)} == {f"CC-{name}-4.0" for name in (ND, NCND)}
    assert not forbids_commerce("CC-BY-4.0 OR CC-BY-NC-4.0")
    assert forbids_commerce("CC-BY-4.0 AND CC-BY-NC-4.0")


def test_every_row_of_the_data_names_its_source():
    assert all(row.source for row in (*CHART.values(), *BEYOND.values()))
    assert all(FREE.values())
    assert all(is_covered(name) for name in LICENCES)


sources = st.lists(st.sampled_from(EVERY), max_size=5)


@given(sources)
def test_what_several_works_allow_together_each_of_them_allows(names):
    together = common(names)
    for licence in EVERY:
        assert (licence in together) == all(permits(name, licence) for name in names)


@given(sources)
def test_order_and_repetition_make_no_difference(names):
    assert common(names) == common(reversed(names)) == common(names + names)


@given(sources)
def test_where_nothing_is_left_one_or_two_sources_are_why(names):
    found = clash(names)
    assert bool(found) == (not common(names))
    assert len(found) <= 2
    assert set(found) <= set(names)


@given(sources, st.sampled_from(EVERY))
def test_one_more_source_never_allows_more(names, another):
    before, after = common(names), common([*names, another])
    assert all(licence in before for licence in EVERY if licence in after)


@given(st.sampled_from(EVERY), st.sampled_from(EVERY))
def test_or_allows_what_either_does_and_and_what_both_do(first, second):
    either, both = allowed(f"{first} OR {second}"), allowed(f"{first} AND {second}")
    assert either == allowed(first) | allowed(second)
    assert both == allowed(first) & allowed(second)


def test_any_licence_is_neutral():
    some = Allowed(frozenset({"MIT"}))
    assert some & ANY == ANY & some == some
    assert some | ANY == ANY | some == ANY
