"""What a search costs a reader over the network: a real browser, and the bytes that it says it received.

    python tooling/benchmarks/search.py SITE         a site that is built already
    make bench-search ARGS="--items 2000"            generates and builds a commons first

The site is served compressed on the loopback address, as a host would; nothing is in the browser's cache at first. The
search words are ones that the generated commons has. The first result is there at the moment that one stands on the
page with its passage: what had come in or begun to come in by then counts whole, the page itself included. What comes
after it (the other passages, the figures of the filters) counts in the total beside it. Prints a table and writes
``.gemeengoed/bench-search.json``.
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
from hosting import FLAGS, served
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
SLOW_NETWORK = {"offline": False, "latency": 40, "downloadThroughput": 1_250_000, "uploadThroughput": 250_000}
"""10 Mbit/s, and 40 ms for each request."""
SLOWER = 4

DONE = "() => document.querySelector('#gg-finder .gg-results li, #gg-finder .gg-empty:not([hidden])')"


class Window:
    """A page in a browser that has nothing in its cache, and the bytes that came in, by address."""

    def __init__(self, browser: Browser, address: str, *, is_slow: bool = False) -> None:
        self.address, self.received, self.begun = address, dict[str, int](), dict[str, float]()
        self.page = browser.new_context(locale="nl-BE").new_page()
        self.page.add_init_script(NOTED)
        self.session = session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Performance.enable")
        if is_slow:
            session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        names: dict[str, str] = {}
        session.on(
            "Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]})
        )
        session.on(
            "Network.responseReceived",
            lambda event: self.begun.setdefault(event["response"]["url"], event["timestamp"]),
        )
        session.on("Network.loadingFinished", lambda event: self._came(names[event["requestId"]], event))

    def _came(self, url: str, event: dict[str, float]) -> None:
        self.received[url] = self.received.get(url, 0) + int(event["encodedDataLength"])

    def go(self, path: str, *, is_search: bool = True) -> None:
        """Open a page of the site and wait until what was searched for is there."""
        self.page.goto(self.address + path)
        self.settle(is_search=is_search)

    def settle(self, *, is_search: bool = True) -> None:
        """Wait until the results stand there and nothing comes in any more."""
        if is_search:
            self.page.wait_for_function(DONE)
        self.page.wait_for_timeout(700)
        self.page.wait_for_load_state("networkidle")

    def taken_at_first(self) -> int:
        """The bytes of all that had begun to come in when the first result stood on the page."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        start = next(metric["value"] for metric in metrics if metric["name"] == "NavigationStart")
        moment = start + self.page.evaluate("window.firstResult") / 1000
        return sum(number for url, number in self.received.items() if self.begun[url] <= moment)

    def taken(self, of: str = "") -> int:
        """The bytes since the last time, of addresses that hold a text."""
        return sum(number for url, number in self.received.items() if of in url)


def measure(browser: Browser, address: str) -> dict[str, int]:
    """Every figure by its name, in bytes; of several words the largest."""
    figures: dict[str, int] = {}

    def most(name: str, number: int) -> None:
        figures[name] = max(figures.get(name, 0), number)

    window = Window(browser, address)
    window.go("zoeken/", is_search=False)
    most("the search page, nothing asked", window.taken())
    for word in FIRST:
        window = Window(browser, address)
        window.go(f"zoeken/?q={word}")
        most("first result from a cold page, with the page", window.taken_at_first())
        most("ten results and the figures of kinds, all in all", window.taken())
        most("of which for the search", window.taken("/pagefind/"))
    for before, letter in (one.split() for one in LETTERS):
        window = Window(browser, address)
        window.go(f"zoeken/?q={before}")
        window.received.clear()
        window.page.locator("#gg-find").press("End")
        window.page.keyboard.type(letter)
        window.settle()
        most("a further letter", window.taken())
    window = Window(browser, address)
    window.go("zoeken/?kind=Methode")
    most("a filter and no word, cold, for the search", window.taken("/pagefind/"))
    window.received.clear()
    window.page.locator("details[data-filter=theme] > summary").click()
    window.settle()
    most("the figures of another filter", window.taken())
    window = Window(browser, address)
    window.go("zoeken/?q=participatie&sort=date")
    most("sorted by date, cold, for the search", window.taken("/pagefind/"))
    window = Window(browser, address)
    window.go("zoeken/?q=partticipatie")
    most("the list of words for 'did you mean'", window.taken("words.txt"))
    return figures


def seconds(browser: Browser, address: str) -> dict[str, float]:
    """How long a reader waits for a first result, from nothing, by a slow processor and network; the most of words."""
    waited = []
    for word in FIRST:
        window = Window(browser, address, is_slow=True)
        window.go(f"zoeken/?q={word}")
        waited.append(window.page.evaluate("window.firstResult") / 1000)
    return {"seconds to the first result, at 10 Mbit/s, 40 ms and a processor four times slower": max(waited)}


def table(figures: dict[str, int], waited: dict[str, float]) -> str:
    """The figures as Markdown."""
    rows = [f"| {name} | {number / 1000:.0f} |" for name, number in figures.items()]
    times = [f"| {name} | {number:.1f} |" for name, number in waited.items()]
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
        with served(site) as address:
            figures, waited = measure(browser, address), seconds(browser, address)
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
