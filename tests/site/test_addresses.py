"""Links between addresses: short, and the same as those that the standard library finds."""

import posixpath

import pytest
from gemeengoed.i18n import translator
from gemeengoed.stage.addresses import Addresses, relative
from hypothesis import given
from hypothesis import strategies as st

PARTS = st.lists(st.sampled_from(["a", "b", "methoden", "p_2", "index", ".", "..", ""]), max_size=5)
ADDRESSES = st.builds(lambda parts, slash: "/".join(parts) + slash, PARTS, st.sampled_from(["", "/"]))


@given(ADDRESSES, ADDRESSES)
def test_a_link_is_the_one_that_the_standard_library_finds(here, there):
    link = posixpath.relpath("/" + there, "/" + here)
    assert relative(here, there).rstrip("/") == link
    assert relative(here, there).endswith("/") == (there.endswith("/") or not there)


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("praktijken/x/verwijzingen/p_2/", "practices/x/referring/p_2/"),
        ("vaardigheden/x/bijdragers/", "skills/x/contributors/"),
        ("organisaties/x/verbindingen/", "organisations/x/connections/"),
        ("cijfers/ervaringen/", "figures/experiences/"),
        ("kaartjes/methoden/p_2/", "print-cards/methods/p_2/"),
    ],
)
def test_a_page_is_found_back_in_another_language(dutch, english):
    ours, theirs = Addresses(translator("nl")), Addresses(translator("en"))
    assert ours.within(dutch, theirs) == english and theirs.within(english, ours) == dutch
