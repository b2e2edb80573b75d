"""A host on the loopback address for a built site: texts compressed, as every host sends them.

It counts what it sends, and can be as slow as a network is: what a browser says of itself leaves out its workers.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""With which a browser asks nothing of anybody else."""

PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")


_PIECE = 8192


@dataclass
class Line:
    """What lies between a host and a browser: how fast it is, and what went over it, in the order that it began.

    ``latency`` is seconds for each request, ``speed`` bytes in a second for all together (0: as fast as can be).
    """

    latency: float = 0
    speed: float = 0
    sent: list[tuple[float, str, int]] = field(default_factory=list)
    _one: threading.Lock = field(default_factory=threading.Lock)

    def send(self, path: str, content: bytes, out: Any) -> None:
        """Send the answer to a request, piece by piece where the line is slow."""
        self.sent.append((time.time(), path, len(content)))
        if not self.speed:
            out.write(content)
            return
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            with self._one:
                time.sleep(len(piece) / self.speed)
            out.write(piece)

    def forget(self) -> None:
        """Begin to count anew."""
        self.sent.clear()

    def bytes(self, of: str = "", until: float = float("inf")) -> int:
        """The bytes of answers that began before a moment, of addresses that hold a text."""
        return sum(number for moment, path, number in self.sent if of in path and moment <= until)


@contextmanager
def served(site: Path, line: Line | None = None) -> Iterator[str]:
    """Serve a site on a free port of this machine; gives its address, with a closing slash."""
    handler = type("Handler", (_Handler,), {"line": line or Line()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    line: Line

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
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(content)))
        time.sleep(self.line.latency)
        head = b"".join(self._headers_buffer) + b"\r\n"
        self._headers_buffer.clear()
        self.line.send(self.path, head + content, self.wfile)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)
