"""What a search costs a reader over the network: a real browser, and the bytes that it says it received.

    python tooling/benchmarks/search.py SITE         a site that is built already
    make bench-search ARGS="--items 2000"            generates and builds a commons first

The site is served compressed on the loopback address, as a host would, and what is sent is counted there; nothing is in
the browser's cache at first. The search words are ones that the generated commons has. The first result is there at the
moment that one stands on the page with its passage: what had begun to come in by then counts whole, the page itself
included. What comes after it (the other passages, the other parts of the index, the figures of the filters) counts in
the total beside it. Prints a table and writes ``.gemeengoed/bench-search.json``.

Only a page of the browser can be made slower, and not a worker that searches beside it. So on a slower processor the
page searches itself: a bound, since a page with a worker has less to do.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import REPOSITORY, write_corpus
from hosting import FLAGS, Line, served
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(REPOSITORY / "tests"))

from tools import path_of

FIRST = ("participatie", "netwerk", "vergadering")
LETTERS = ("participati e", "kenniskrin g", "vergaderin g", "buurtbabbe l")
"""What stands there already, and the letter that is added."""

LIMIT_FIRST, LIMIT_LETTER = 300_000, 60_000
PASSAGE = "#gg-finder .gg-results li p:not(:empty):not(.gg-kind)"
NOTED = f"""
new MutationObserver((_, watching) => {{
  if (!document.querySelector({PASSAGE!r})) return;
  window.firstResult = performance.now();
  watching.disconnect();
}}).observe(document, {{ childList: true, subtree: true }});
"""
SLOW = {"latency": 0.04, "speed": 1_250_000}
"""40 ms for each request, and 10 Mbit/s."""
SLOWER = 4
ALONE = "delete window.Worker"
LONG = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
}).observe({ type: "longtask", buffered: true });
"""

ASKED = (*(f"?q={word}" for word in FIRST), "?q=netwerk+participatie", "?kind=Methode", "?q=netwerk&sort=date")
"""Searches whose time is taken: words that most pages have, two of them, a filter only, sorted."""

DONE = """() => {
  const said = document.querySelector("#gg-finder [role=status]").textContent;
  const { say } = JSON.parse(document.getElementById("gg-finder-settings").textContent);
  if (!said || said === say.loading) return false;
  window.allKnown ??= performance.now();
  return document.querySelector("#gg-finder .gg-results li, #gg-finder .gg-empty:not([hidden])");
}"""


class Window:
    """A page in a browser that has nothing in its cache."""

    def __init__(self, browser: Browser, address: str, line: Line) -> None:
        self.address, self.line = address, line
        self.page = browser.new_context(locale="nl-BE").new_page()
        self.page.add_init_script(NOTED + LONG)
        self.line.forget()

    def slow_down(self) -> None:
        """Let the page have a processor that is slower, and all of the work."""
        self.page.add_init_script(ALONE)
        session = self.page.context.new_cdp_session(self.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def go(self, path: str, *, is_search: bool = True) -> None:
        """Open a page of the site and wait until what was searched for is there."""
        self.page.goto(self.address + path)
        self.settle(is_search=is_search)

    def settle(self, *, is_search: bool = True) -> None:
        """Wait until the results stand there and nothing comes in any more."""
        if is_search:
            self.page.wait_for_function(DONE, timeout=60_000)
        self.page.wait_for_timeout(700)
        self.page.wait_for_load_state("networkidle")

    def taken_at_first(self) -> int:
        """The bytes of all that had begun to come in when the first result stood on the page."""
        return self.line.bytes(until=self.page.evaluate("(performance.timeOrigin + window.firstResult) / 1000"))

    def taken(self, of: str = "") -> int:
        """The bytes since the last time, of addresses that hold a text."""
        return self.line.bytes(of)


def measure(browser: Browser, address: str, line: Line) -> dict[str, int]:
    """Every figure by its name, in bytes; of several words the largest."""
    figures: dict[str, int] = {}

    def most(name: str, number: int) -> None:
        figures[name] = max(figures.get(name, 0), number)

    window = Window(browser, address, line)
    window.go("zoeken/", is_search=False)
    most("the search page, nothing asked", window.taken())
    for word in FIRST:
        window = Window(browser, address, line)
        window.go(f"zoeken/?q={word}")
        most("first result from a cold page, with the page", window.taken_at_first())
        most("ten results and the figures of kinds, all in all", window.taken())
        most("of which for the search", window.taken("/pagefind/"))
    for before, letter in (one.split() for one in LETTERS):
        window = Window(browser, address, line)
        window.go(f"zoeken/?q={before}")
        window.line.forget()
        window.page.locator("#gg-find").press("End")
        window.page.keyboard.type(letter)
        window.settle()
        most("a further letter", window.taken())
    window = Window(browser, address, line)
    window.go("zoeken/?kind=Methode")
    most("a filter and no word, cold, for the search", window.taken("/pagefind/"))
    window.line.forget()
    window.page.locator("details[data-filter=theme] > summary").click()
    window.settle()
    most("the figures of another filter", window.taken())
    window = Window(browser, address, line)
    window.go("zoeken/?q=participatie&sort=date")
    most("sorted by date, cold, for the search", window.taken("/pagefind/"))
    window = Window(browser, address, line)
    window.go("zoeken/?q=partticipatie")
    most("the list of words for 'did you mean'", window.taken("words.txt"))
    return figures


def seconds(browser: Browser, address: str, line: Line, *, is_slow: bool) -> dict[str, float]:
    """How long a reader waits, from nothing: the most of some searches."""
    waited = {"first result": 0.0, "all is known": 0.0, "longest task of the page": 0.0}
    for path in ASKED:
        window = Window(browser, address, line)
        if is_slow:
            window.slow_down()
        window.go(f"zoeken/{path}")
        for name, moment in zip(waited, ("firstResult", "allKnown", "longest"), strict=True):
            waited[name] = max(waited[name], window.page.evaluate(f"window.{moment}") / 1000)
        window.page.context.close()
    how = " (10 Mbit/s, 40 ms, a processor four times slower)" if is_slow else ""
    return {f"seconds: {name}{how}": number for name, number in waited.items()}


def table(figures: dict[str, int], waited: dict[str, float]) -> str:
    """The figures as Markdown."""
    rows = [f"| {name} | {number / 1000:.0f} |" for name, number in figures.items()]
    times = [f"| {name} | {number:.2f} |" for name, number in waited.items()]
    return "\n".join(["| | kB |", "|---|---:|", *rows, *times])


def built(folder: Path, items: int) -> Path:
    """The site of a generated commons."""
    root = folder / "commons-of-many"
    write_corpus(root, items)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    subprocess.run([sys.executable, "-m", "gemeengoed", "build", "--keep-going"], cwd=root, check=True)
    return root / "site"


def main() -> None:
    """Measure, print, write; exits with 1 where a search costs more than it may."""
    parser = argparse.ArgumentParser(description="Measure what a search costs over the network.")
    parser.add_argument("site", type=Path, nargs="?", help="A built site; without one a commons is generated.")
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--output", type=Path, default=REPOSITORY / ".gemeengoed/bench-search.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, sync_playwright() as playwright:
        site = options.site or built(Path(folder), options.items)
        browser = playwright.chromium.launch(executable_path=path_of("CHROMIUM"), args=FLAGS, headless=True)
        with served(site, line := Line()) as address:
            figures, waited = measure(browser, address, line), seconds(browser, address, line, is_slow=False)
        with served(site, line := Line(**SLOW)) as address:
            waited |= seconds(browser, address, line, is_slow=True)
        browser.close()
    print(table(figures, waited))
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(figures | waited, indent=1) + "\n", "utf-8")
    is_over = (
        figures["first result from a cold page, with the page"] > LIMIT_FIRST
        or figures["a further letter"] > LIMIT_LETTER
    )
    sys.exit(1 if is_over else 0)


if __name__ == "__main__":
    main()
