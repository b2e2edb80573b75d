"""Searching an index in parts: every page once, as it is now, and the figures beside the filters as many.

What the first part has stands there before the others have answered, and is put right.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

import pytest
from gemeengoed.search import parts
from gemeengoed.search.spread import Orders, Spread
from playwright.sync_api import Browser, Page, Route, expect
from sites import build_site, served

from commons import ORGANISATIONS, page, write_commons, write_files

pytestmark = pytest.mark.browser
TIPS = [f"commons/tips/tip-{number}.md" for number in range(6)]
SHOWN = "() => document.querySelectorAll('.gg-results li').length === 6"


def test_a_page_that_changed_is_found_once_and_as_it_is(tmp_path, monkeypatch, browser: Browser):
    monkeypatch.setattr(parts, "SMALL", 5)
    monkeypatch.setattr(parts, "PART", 60)
    monkeypatch.setattr(parts, "SHARE", 5)
    root = write_commons(tmp_path, {path: page(body="Over kwakzalverij.\n", title=f"Tip {path[-4]}") for path in TIPS})
    build_site(root)
    write_files(root, {TIPS[0]: page(body="Over kwakzalverij, maar anders.\n", title="Herschreven tip")})
    build_site(root)
    about = json.loads((root / "site/pagefind/parts.json").read_text())
    assert about["parts"][-1] == "later/" and about["stale"]
    with served(root / "site") as address:
        window = browser.new_page()
        window.goto(f"{address}zoeken/?q=kwakzalverij")
        window.wait_for_function(SHOWN)
        titles = window.locator(".gg-results h3").all_inner_texts()
        assert sorted(titles) == ["Herschreven tip", *(f"Tip {number}" for number in range(1, 6))]
        box = window.locator(".gg-filters label:has(input[name=kind][value=Tip]) .gg-number")
        assert box.text_content() == "6"
        window.goto(f"{address}zoeken/?kind=Tip")
        window.wait_for_function(SHOWN)
        assert box.text_content() == "6"
        window.goto(f"{address}zoeken/?kind=Tip&sort=date")  # each part is in order: they are put together
        window.wait_for_function(SHOWN)
        assert sorted(window.locator(".gg-results h3").all_inner_texts()) == sorted(titles)
        window.close()


LAST = {10: "Kwakzalverij", 11: "Elfde", 12: "Twaalfde", 13: "Dertiende"}
"""Tips by number that stand in a part of their own each, the best of all in the first of those."""

USED_BY = {"used-0": (), "used-1": ("dorp",), "used-2": ("dorp", "vzw-b"), "used-3": ("dorp", "vzw-b", "gemeente-a")}
"""The methods, and the organisations that told how each went."""

OF_OTHERS = "**/pagefind/part-*/**"


def with_few_in_the_last_parts(pages: Mapping[str, Orders], most: int) -> Spread:
    tips, last = ([f"tips/tip-{number}/index.html" for number in numbers] for numbers in (range(10), LAST))
    *methods, most_used = (f"methoden/{method}/index.html" for method in USED_BY)
    others = sorted(pages.keys() - {*tips, *last, *methods, most_used})
    others_of = [others[part :: len(last) + 1] for part in range(len(last) + 1)]
    parts_of = [tips + methods, *([name] for name in last[:-1]), [last[-1], most_used]]
    return Spread([own + rest for own, rest in zip(parts_of, others_of, strict=True)], {"used": "3"})


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Iterator[str]:
    """The address of a site whose index has five parts."""
    tips = {number: page(body="Over kwakzalverij.\n", title=LAST.get(number, f"Tip {number}")) for number in range(14)}
    places = "dorp: {name: Dorp, type: municipality, regions: [vlaanderen]}\n"
    told = "about: methods/{method}\norganisation: {by}\non: 2026\nresult: worked"
    files = {
        "commons/organisations.yaml": ORGANISATIONS + places,
        **{f"commons/tips/tip-{number}.md": text for number, text in tips.items()},
        **{f"commons/methods/{method}.md": page("maturity: proven", title=method) for method in USED_BY},
        **{
            f"commons/experiences/{method}-{by}.md": page(told.format(method=method, by=by))
            for method, places in USED_BY.items()
            for by in places
        },
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "SMALL", 5)
        patch.setattr(parts, "spread", with_few_in_the_last_parts)
        root = write_commons(tmp_path_factory.mktemp("large"), files)
        build_site(root)
    assert len(json.loads((root / "site/pagefind/parts.json").read_text())["parts"]) == len(LAST)
    with served(root / "site") as address:
        yield address


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    window = browser.new_page(locale="nl-BE")
    window.set_default_timeout(10_000)
    yield window
    window.close()


def hold(window: Page) -> Callable[[], None]:
    """Let the other parts not come in until what is returned is called."""
    held: list[Route] = []
    is_held = True

    def answer(route: Route) -> None:
        if is_held:
            held.append(route)
        else:
            route.continue_()

    def release() -> None:
        nonlocal is_held
        is_held = False
        for route in held:
            route.continue_()

    window.context.route(OF_OTHERS, answer)
    return release


def titles(window: Page) -> list[str]:
    return window.locator(".gg-results h3").all_inner_texts()


def count_of(window: Page, kind: str) -> str | None:
    return window.locator(f".gg-filters label:has(input[name=kind][value={kind}]) .gg-number").text_content()


def test_what_the_first_part_has_stands_there_before_the_others_answer(large, window):
    release = hold(window)
    window.goto(f"{large}zoeken/?q=kwakzalverij")
    window.locator(".gg-results li").nth(9).wait_for()
    assert {*titles(window)} == {f"Tip {number}" for number in range(10)}
    expect(window.locator("#gg-finder [role=status]")).to_have_text("Bezig met zoeken…")
    assert count_of(window, "Tip") == ""  # no figure that is not right
    release()
    expect(window.locator("#gg-finder [role=status]")).to_have_text("14 pagina’s gevonden")
    assert titles(window)[0] == "Kwakzalverij"
    assert count_of(window, "Tip") == "14"
    assert len(window.workers) == 1
    window.locator(".gg-found-list + p > .gg-more").click()
    window.locator(".gg-results li").nth(13).wait_for()
    assert sorted(titles(window)) == sorted([*(f"Tip {number}" for number in range(10)), *LAST.values()])


def test_what_a_reader_has_begun_with_stays_until_asked(large, window):
    release = hold(window)
    window.goto(f"{large}zoeken/?q=kwakzalverij")
    window.locator(".gg-results li").nth(9).wait_for()
    before, button = titles(window), window.locator(".gg-better button")
    expect(button).to_be_hidden()
    window.locator(".gg-results h3").nth(1).hover()
    where = window.locator(".gg-results h3").nth(1).bounding_box()
    release()
    expect(window.locator("#gg-finder [role=status]")).to_have_text("14 pagina’s gevonden")
    assert titles(window) == before
    assert window.locator(".gg-results h3").nth(1).bounding_box() == where
    button.click()
    assert titles(window)[0] == "Kwakzalverij"
    expect(button).to_be_hidden()


def test_a_page_of_another_part_alone_is_found(large, window):
    window.goto(f"{large}zoeken/?q=dertiende")
    expect(window.locator("#gg-finder [role=status]")).to_have_text("1 pagina gevonden")
    assert titles(window) == ["Dertiende"]


def test_sorted_results_come_in_the_order_of_all_parts(large, window):
    window.goto(f"{large}zoeken/?kind=Methode&sort=used")
    expect(window.locator("#gg-finder [role=status]")).to_have_text("5 pagina’s gevonden")
    window.locator(".gg-results li").nth(4).wait_for()
    assert titles(window)[:3] == ["used-3", "used-2", "used-1"]


def test_a_browser_without_workers_searches_all_the_same(large, window):
    window.add_init_script("delete window.Worker")
    window.goto(f"{large}zoeken/?q=kwakzalverij")
    expect(window.locator("#gg-finder [role=status]")).to_have_text("14 pagina’s gevonden")
    assert titles(window)[0] == "Kwakzalverij"
