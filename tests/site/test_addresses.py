"""Links between addresses: short, and the same as those that the standard library finds."""

import posixpath

from gemeengoed.stage.addresses import relative
from hypothesis import given
from hypothesis import strategies as st

PARTS = st.lists(st.sampled_from(["a", "b", "methoden", "p_2", "index", ".", "..", ""]), max_size=5)
ADDRESSES = st.builds(lambda parts, slash: "/".join(parts) + slash, PARTS, st.sampled_from(["", "/"]))


@given(ADDRESSES, ADDRESSES)
def test_a_link_is_the_one_that_the_standard_library_finds(here, there):
    link = posixpath.relpath("/" + there, "/" + here)
    assert relative(here, there).rstrip("/") == link
    assert relative(here, there).endswith("/") == (there.endswith("/") or not there)
