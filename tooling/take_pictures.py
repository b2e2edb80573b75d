"""Take the picture of the home page that README.md shows: `make pictures`, which builds the site first."""

from __future__ import annotations

import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "tooling/pictures/home.png"
SIZE = {"width": 1280, "height": 1000}
COLOURS = 160
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def main() -> None:
    """Write the picture anew."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=QUIET.split())
        page = browser.new_page(viewport=SIZE, locale="nl-BE", color_scheme="light", reduced_motion="reduce")
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="load")
        page.evaluate("document.fonts.ready.then(() => null)")
        taken = Image.open(BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    server.shutdown()
    server.server_close()
    taken.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
