"""What stands in the first part of a large search index: what tells about the site, the newest and the most used."""

from __future__ import annotations

import pytest
from gemeengoed.search.spread import orders_of, spread

NEWEST = {f"new-{number}": {"date": f"2026-01-0{number}", "used": "0"} for number in range(1, 5)}
USED = {f"used-{number}": {"date": "2020-01-01", "used": str(number)} for number in (9, 10, 11)}
OTHERS = {f"other-{number}": {"date": f"2021-01-{number}", "used": "0"} for number in range(10, 21)}
SITE: dict[str, dict[str, str]] = {"about": {}, "privacy": {}}


def test_the_first_part_has_what_is_about_the_site_and_the_foremost_of_each_order():
    parts, _ = spread(OTHERS | USED | NEWEST | SITE, 7)
    assert {*parts[0]} == {"about", "privacy", "new-4", "new-3", "used-11", "used-10", "new-2"}


def test_what_the_other_parts_can_have_at_most_is_told():
    assert spread(OTHERS | USED | NEWEST | SITE, 7).rest == {"date": "2026-01-01", "used": "9"}
    assert spread(OTHERS, 100).rest == {}


@pytest.mark.parametrize("most", [1, 3, 7, 19, 20, 100])
def test_every_page_stands_in_one_part_and_no_part_has_too_many(most):
    pages = OTHERS | USED | NEWEST | SITE
    parts = spread(pages, most).parts
    assert sorted(page for part in parts for page in part) == sorted(pages)
    assert all(0 < len(part) <= most for part in parts)
    assert len(parts) == -(-len(pages) // most)


def test_the_order_in_which_pages_come_does_not_matter():
    pages = OTHERS | USED | NEWEST | SITE
    assert spread(pages, 7) == spread(dict(reversed(pages.items())), 7)


def test_the_orders_of_a_page_are_what_it_tells_pagefind():
    tag = b'<i data-pagefind-sort="date[data-1],used[data-2]" data-1="2026-11-02" data-2="3">'
    assert orders_of(b'<p>&lt;i data-pagefind-sort="date[data-1]" data-1="1"></p>' + tag) == {
        "date": "2026-11-02",
        "used": "3",
    }
    assert orders_of(b"<p>Nothing</p>") == {}
