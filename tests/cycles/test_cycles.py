from gemeengoed.cycles import find_cycles
from hypothesis import given
from hypothesis import strategies as st

NAMES = st.sampled_from("abcdef")


def test_each_circle_once_and_in_order():
    edges = {"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": ["d"], "e": ["a"]}
    assert list(find_cycles(edges)) == [("a", "b", "c"), ("d",)]


def test_a_long_chain_is_no_circle_and_breaks_nothing():
    chain = {str(number): [str(number + 1)] for number in range(20_000)}
    assert list(find_cycles(chain)) == []
    assert len(next(find_cycles({**chain, "20000": ["0"]}))) == 20_001


def _reaches_itself(edges, name):
    waiting, seen = list(edges.get(name, ())), set()
    while waiting:
        other = waiting.pop()
        if other not in seen:
            seen.add(other)
            waiting += edges.get(other, ())
    return name in seen


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=4)))
def test_circles_are_found_where_there_are_any_and_only_there(edges):
    circles = list(find_cycles(edges))
    assert bool(circles) == any(_reaches_itself(edges, name) for name in edges)
    for circle in circles:
        steps = zip(circle, (*circle[1:], circle[0]), strict=True)
        assert all(other in edges[name] for name, other in steps)
