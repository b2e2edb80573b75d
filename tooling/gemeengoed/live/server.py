"""A small server for this machine only: the files of the site as they are now, and word of a change."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

OWN = "/.gemeengoed/"
SCRIPT = Path(__file__).with_name("live.js")
_TAG = f'<script type="module" src="{OWN}live.js"></script>'.encode()
_PATIENCE = 25.0


class State:
    """Which version of the site there is, and what is wrong with it."""

    def __init__(self) -> None:
        self.version = 0
        self.notes: list[str] = []
        self._turn = threading.Condition()
        self._is_made = True

    @contextmanager
    def making(self) -> Iterator[None]:
        """While the site is being made, who asks for a page waits."""
        with self._turn:
            self._is_made = False
        try:
            yield
        finally:
            with self._turn:
                self._is_made = True
                self.version += 1
                self._turn.notify_all()

    def wait(self) -> None:
        """Wait until the site is made."""
        with self._turn:
            self._turn.wait_for(lambda: self._is_made, 60)

    def after(self, version: int) -> str:
        """The state as JSON, once it is newer than a version, or after a while."""
        with self._turn:
            self._turn.wait_for(lambda: self._is_made and self.version > version, _PATIENCE)
            return json.dumps({"version": self.version, "notes": self.notes})


class _Handler(SimpleHTTPRequestHandler):
    """Gives a file with a script that shows it anew after a change, and never lets a browser keep it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, state: State, **options: Any) -> None:
        self._state = state
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer a request."""
        parts = urlsplit(self.path)
        if not self._is_for_us():
            self._give(b"", "text/plain", 421)
        elif parts.path == f"{OWN}state":
            asked = parse_qs(parts.query).get("after", ["0"])[0]
            self._give(self._state.after(int(asked) if asked.isdigit() else 0).encode(), "application/json")
        elif parts.path == f"{OWN}live.js":
            self._give(SCRIPT.read_bytes(), "text/javascript; charset=utf-8")
        else:
            self._state.wait()
            self._file()

    def _is_for_us(self) -> bool:
        """Whether the browser means this machine: not a site elsewhere that has its name lead here."""
        return self.headers.get("Host", "").rpartition(":")[0] in ("127.0.0.1", "localhost")

    def _file(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not urlsplit(self.path).path.endswith("/"):
            super().do_GET()
            return
        page = path / "index.html" if path.is_dir() else path
        missing = not page.is_file()
        if missing:
            page = Path(self.directory) / "404.html"
        content = page.read_bytes() if page.is_file() else b""
        kind = self.guess_type(str(page))
        if kind == "text/html":
            content, kind = content.replace(b"</body>", _TAG + b"</body>", 1), "text/html; charset=utf-8"
        self._give(content, kind, 404 if missing else 200)

    def _give(self, content: bytes, kind: str, code: int = 200) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of requests."""


class _Threads(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no error."""


class Server:
    """A server that starts when it is told to, so that the port is known to be free first."""

    def __init__(self, port: int, folder: Path, state: State) -> None:
        self.state = state
        self._server = _Threads(("127.0.0.1", port), partial(_Handler, directory=str(folder), state=state))
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def start(self) -> None:
        """Begin to answer."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.server_close()
