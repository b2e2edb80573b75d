"""Built sites in tests: build one, read every byte of it, parse its pages, and serve it on this machine."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from gemeengoed.build import WORK, Built, build
from gemeengoed.edition import EditionName
from gemeengoed.load import load
from gemeengoed.output import Output
from gemeengoed.render import ENGINES, Engine
from gemeengoed.render.configuration import write_configuration
from gemeengoed.settings import read_settings
from gemeengoed.staging import stage_edition

REPOSITORY = Path(__file__).resolve().parents[1]
GIT = {
    "GIT_AUTHOR_NAME": "Iemand",
    "GIT_AUTHOR_EMAIL": "iemand@proef.example",
    "GIT_COMMITTER_NAME": "Iemand",
    "GIT_COMMITTER_EMAIL": "iemand@proef.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def environment(**changes: str) -> dict[str, str]:
    """The environment for a program under test: nothing of git's own, of a terminal, or of an earlier build in it."""
    hidden = ("GIT_", "SOURCE_DATE_EPOCH", "FORCE_COLOR", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return kept | {"NO_COLOR": "1", "PYTHONWARNINGS": "default"} | changes


def run(*arguments: str | Path, cwd: Path | None = None, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run ``gemeengoed`` as a program of its own."""
    command = [sys.executable, "-m", "gemeengoed", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=environment(**changes), capture_output=True, encoding="utf-8", timeout=120
    )


def build_site(root: Path, site: Path | None = None, **options: Any) -> Built:
    """Build a commons within the test's own process, into ``root/site`` unless said otherwise."""
    return build(root, read_settings(root), site or root / "site", **options)


def render_unchecked(root: Path, site: Path, engine: Engine = Engine.MKDOCS) -> Path:
    """The pages of a commons whatever is wrong with it, without a search index; returns ``site``.

    For what must hold of the pages even where a check would keep them out.
    """
    settings, work = read_settings(root), root / WORK / f"unchecked-{engine}"
    tree, fresh = Output(work / "tree"), Output(work / "site")
    stage_edition(root, load(root, settings), EditionName.PUBLIC, (), tree)
    configuration = write_configuration(root, tree.path, fresh.path, work / "mkdocs.yml")
    ENGINES[engine](configuration, {name: entry.digest for name, entry in tree.files.items()}, fresh, 1)
    return fresh.path.rename(site)


def commit(root: Path, day: str, message: str = "Werk") -> None:
    """Put everything below ``root`` in a commit of ``day`` (``2026-03-01``); the first one makes the repository."""
    when = f"{day}T12:00:00+01:00"
    dates = environment(**GIT, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", root, *arguments], env=dates, check=True, capture_output=True)

    if not (root / ".git").exists():
        git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def readable(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder with its name in front of its content, what is compressed unpacked."""
    for path, content in bytes_of(folder).items():
        unpacked = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        yield path, path.encode() + b"\n" + unpacked


def files_with(folder: Path, word: str) -> list[str]:
    """The files below a folder that hold a word anywhere, in their names too; capitals aside."""
    return [path for path, content in readable(folder) if word.casefold().encode() in content.lower()]


def html_pages(site: Path) -> list[str]:
    """The paths of every HTML page of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def parse(page: Path) -> Element:
    """A page as a browser reads it; names of elements without a namespace."""
    with page.open("rb") as source:
        parsed: Element = html5lib.parse(source, transport_encoding="utf-8", namespaceHTMLElements=False)
    return parsed


def with_class(element: Element, name: str) -> list[Element]:
    """The elements inside that have a class."""
    return [found for found in element.iter() if name in found.get("class", "").split()]


def text_of(element: Element | None) -> str:
    """The words of an element, blanks drawn together."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path, never from a cache, and its 404 page for what is not there."""

    mount = "/"

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.mount):
            return str(Path(self.directory) / "not-there")
        return super().translate_path("/" + path.removeprefix(self.mount))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    """Says nothing when a browser goes away before it has everything."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path, mount: str = "/") -> Iterator[str]:
    """Serve a site on a free port of this machine; gives its address, with a closing slash."""
    handler = type("Handler", (_Handler,), {"mount": mount})
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{mount}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
