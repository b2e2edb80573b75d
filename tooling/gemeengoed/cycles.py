"""Circles among things that refer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def find_cycles(edges: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle that a depth-first walk closes: its members in order, of which the last refers to the first.

    Linear in the number of references. Where circles overlap not each is found, but as long as there is one, one is.
    """
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        path: dict[str, Iterator[str]] = {start: iter(edges[start])}
        while path:
            name, others = next(reversed(path.items()))
            other = next(others, None)
            if other is None:
                done.add(name)
                del path[name]
            elif other in path:
                members = list(path)
                yield tuple(members[members.index(other) :])
            elif other not in done and other in edges:
                path[other] = iter(edges[other])
