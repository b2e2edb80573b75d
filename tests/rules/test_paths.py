"""Where an item stands in the collections that it is part of."""

from __future__ import annotations

from pathlib import Path

from gemeengoed.kinds.collection import Collection
from gemeengoed.rules.paths import shown_parts, steps, steps_of

from commons import load_commons, page, write_commons

PATHS = {
    "commons/tips/a.md": page(),
    "commons/tips/b.md": page("audience: members"),
    "commons/tips/c.md": page(),
    "commons/collections/x.md": page(
        "parts:\n  - item: tips/a\n  - {item: tips/b, note: Geheim.}\n  - missing: Iets\n"
        "  - item: tips/c\n  - item: tips/a"
    ),
    "commons/collections/y.md": page("parts: [{item: tips/c}]"),
}


def test_the_steps_are_the_parts_that_can_be_opened_each_once(tmp_path: Path) -> None:
    loaded = load_commons(write_commons(tmp_path, PATHS))
    collection = loaded.items["collections/x"].fields
    assert isinstance(collection, Collection)
    assert steps_of(collection, loaded.items) == ("tips/a", "tips/b", "tips/c")
    assert steps_of(collection, {"tips/a", "tips/c"}) == ("tips/a", "tips/c")
    assert [part.item or part.missing for part in shown_parts(collection, {"tips/c"})] == ["Iets", "tips/c"]


def test_a_step_knows_what_comes_before_and_after_in_each_collection(tmp_path: Path) -> None:
    loaded = load_commons(write_commons(tmp_path, PATHS))
    found = steps("tips/c", loaded.items.values(), loaded.items)
    shown = [(step.collection.slug, step.number, step.of, step.previous, step.next) for step in found]
    assert shown == [("x", 3, 3, "tips/b", None), ("y", 1, 1, None, None)]
    [without, _] = steps("tips/c", loaded.items.values(), {"tips/a", "tips/c"})
    assert (without.number, without.of, without.previous) == (2, 2, "tips/a")


def test_what_is_in_no_collection_is_no_step(tmp_path: Path) -> None:
    loaded = load_commons(write_commons(tmp_path, PATHS))
    assert steps("methods/intervisie", loaded.items.values(), loaded.items) == ()
