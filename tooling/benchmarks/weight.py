"""What a page weighs for who comes to the site for the first time, and when it stands there: read from a real browser.

Serves a built site compressed on this machine, opens pages with an empty cache and a processor four times slower, and
prints for each its HTML, what came over the network, when the largest part stood there (LCP) and how much moved (CLS).
``python tooling/benchmarks/weight.py [SITE] [--times 5] [--pages methoden/,zoeken/]``; needs what `make test` sets up.
"""

from __future__ import annotations

import argparse
import os
import statistics
from pathlib import Path
from typing import Any, NamedTuple

from hosting import FLAGS, served
from playwright.sync_api import Browser, sync_playwright

SLOWER = 4
PAGES = {
    "home": "",
    "method": "methoden/intervisie/",
    "practice": "praktijken/buurtbabbel/",
    "network": "netwerken/marktplein-1/",
    "listing": "methoden/",
    "figures": "cijfers/",
}
NOTED = """
window.noted = { lcp: 0, cls: 0 };
new PerformanceObserver((list) => { for (const one of list.getEntries()) noted.lcp = one.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) noted.cls += value; })
  .observe({ type: "layout-shift", buffered: true });
"""


class Weight(NamedTuple):
    """What one visit cost: bytes of the HTML, bytes over the network, requests, milliseconds, and the shift."""

    html: int
    network: int
    requests: int
    lcp: float
    cls: float


def visit(browser: Browser, address: str, path: str, site: Path, **options: Any) -> Weight:
    """One visit with nothing in the browser's cache."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "nl-BE", **options})
    page = context.new_page()
    page.add_init_script(NOTED)
    browser_side = context.new_cdp_session(page)
    received: list[float] = []
    browser_side.send("Network.enable")
    browser_side.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser_side.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address + path, wait_until="networkidle")
    noted = page.evaluate("noted")
    context.close()
    html = len((site / path / "index.html").read_bytes())
    return Weight(html, int(sum(received)), len(received), noted["lcp"], noted["cls"])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--pages", default="", help="Addresses of pages, a list with commas; else some of this site.")
    given = parser.parse_args()
    pages = {path: path for path in given.pages.split(",") if path} or PAGES
    print("| page | HTML, KB | over the network, KB | requests | LCP, ms (median) | LCP, ms (worst) | shift |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with served(given.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS, headless=True)
        visit(browser, address, "", given.site)  # the first one pays for the browser's own beginning
        for name, path in pages.items():
            rounds = [visit(browser, address, path, given.site) for _ in range(given.times)]
            html, network, requests, _, _ = rounds[-1]
            times = [one.lcp for one in rounds]
            shift = max(one.cls for one in rounds)
            print(
                f"| {name} | {html / 1024:.1f} | {network / 1024:.1f} | {requests} "
                f"| {statistics.median(times):.0f} | {max(times):.0f} | {shift:.3f} |",
                flush=True,
            )
        browser.close()


if __name__ == "__main__":
    main()
