"""What a page weighs for who comes to the site for the first time, and when it stands there: read from a real browser.

Serves a built site compressed on this machine, opens pages with an empty cache and a processor four times slower, and
prints for each its HTML, what came over the network, when the largest part stood there (LCP) and how much moved (CLS).
``python tooling/benchmarks/weight.py [SITE] [--times 5]``; needs what `make test` sets up.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

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
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
NOTED = """
window.noted = { lcp: 0, cls: 0 };
new PerformanceObserver((list) => { for (const one of list.getEntries()) noted.lcp = one.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) noted.cls += value; })
  .observe({ type: "layout-shift", buffered: true });
"""
PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")


class Weight(NamedTuple):
    """What one visit cost: bytes of the HTML, bytes over the network, requests, milliseconds, and the shift."""

    html: int
    network: int
    requests: int
    lcp: float
    cls: float


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packs = path.suffix in PACKED
        content = _packed(path) if packs else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site, compressed as a host does it, on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


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
    given = parser.parse_args()
    print("| page | HTML, KB | over the network, KB | requests | LCP, ms (median) | LCP, ms (worst) | shift |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with served(given.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=QUIET.split(), headless=True)
        visit(browser, address, PAGES["home"], given.site)  # the first one pays for the browser's own beginning
        for name, path in PAGES.items():
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
