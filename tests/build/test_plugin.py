"""``mkdocs build`` and ``mkdocs serve`` work on a commons, through the plugin; so does ``gemeengoed serve``."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from sites import build_site, environment, html_pages, parse, text_of, with_class

from commons import page, write_commons, write_files

TIP = "commons/tips/kort.md"
REBUILT = "Building documentation"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_commons(tmp_path / "commons", {TIP: page(title="Korte tip")})


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, env=environment(), capture_output=True, encoding="utf-8", timeout=60)


def test_mkdocs_build_makes_the_same_pages(root):
    done = mkdocs(root, "build", "--site-dir", "site-mkdocs")
    assert done.returncode == 0, done.stderr
    build_site(root)
    assert html_pages(root / "site-mkdocs") == html_pages(root / "site")
    for path in ("tips/kort/index.html", "methoden/intervisie/index.html", "index.html"):
        assert (root / "site-mkdocs" / path).read_bytes() == (root / "site" / path).read_bytes(), path
    assert (root / "site-mkdocs/pagefind/pagefind.js").is_file()
    assert json.loads((root / "site-mkdocs/manifest.json").read_text())["version"] == 1


def test_mkdocs_build_refuses_with_errors(root):
    write_files(root, {TIP: page("kleur: rood")})
    done = mkdocs(root, "build")
    assert done.returncode == 1
    assert "commons/tips/kort.md:6:1" in done.stderr and "kleur" in done.stderr and "Traceback" not in done.stderr
    assert not (root / "site").exists()


def test_mkdocs_build_with_a_wrong_setting(root):
    settings = (root / "mkdocs.yml").read_text().replace("      language: nl\n", "      taal: nl\n")
    write_files(root, {"mkdocs.yml": settings})
    done = mkdocs(root, "build")
    assert done.returncode == 1
    assert "taal" in done.stderr and "Traceback" not in done.stderr


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A server under test: what it says, and what it serves."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process, self.address = process, address
        self.lines: list[str] = []
        assert process.stderr is not None
        self._reader = threading.Thread(target=lambda: self.lines.extend(process.stderr or ()), daemon=True)
        self._reader.start()

    @property
    def builds(self) -> int:
        return sum(REBUILT in line for line in self.lines)

    def get(self, path: str) -> str:
        with urlopen(self.address + path, timeout=70) as answer:
            return str(answer.read().decode())


@contextmanager
def serving(root: Path, *command: str, address: str) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", *command],
        cwd=root, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    server = Server(process, address)
    try:
        wait_until(lambda: is_up(server), server)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        finally:
            process.kill()
            process.wait()
            process.stderr.close() if process.stderr else None


def is_up(server: Server) -> bool:
    try:
        return bool(server.get("tips/kort/"))
    except HTTPError:
        return True
    except (URLError, ConnectionError):
        return False


def shows(server: Server, path: str, words: str) -> bool:
    try:
        return words in server.get(path)
    except HTTPError:
        return False


def wait_until(holds: Callable[[], bool], server: Server, seconds: float = 30) -> None:
    limit = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < limit and server.process.poll() is None, "".join(server.lines)
        time.sleep(0.1)


def test_mkdocs_serve_shows_changes_and_then_rests(root):
    port = free_port()
    command = ("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    with serving(root, *command, address=f"http://127.0.0.1:{port}/") as server:
        assert "Korte tip" in server.get("tips/kort/")
        time.sleep(1.5)
        assert server.builds == 1
        write_files(root, {TIP: page(title="Andere tip")})
        wait_until(lambda: "Andere tip" in server.get("tips/kort/"), server)
        write_files(root, {TIP: page("kleur: rood", title="Kapotte tip")})
        wait_until(lambda: any("kleur" in line for line in server.lines), server)
        wait_until(lambda: "Andere tip" not in server.get("tips/"), server)
        assert "Intervisie" in server.get("methoden/intervisie/")
        write_files(root, {TIP: page("applies_to: [", title="Onleesbare tip")})
        wait_until(lambda: any("front-matter-yaml" in line for line in server.lines), server)
        write_files(root, {TIP: page(title="Herstelde tip")})
        wait_until(lambda: "Herstelde tip" in server.get("tips/"), server)
        builds = server.builds
        assert builds <= 6  # one to start with, one for each of the four changes, and one to spare
        time.sleep(2)
        assert server.builds == builds
        write_files(root, {"docs/over.md": "---\ntitle: Over ons\n---\nTekst.\n"})
        wait_until(lambda: shows(server, "over/", "Over ons"), server)
    assert "Traceback" not in "".join(server.lines)


def test_gemeengoed_serve_listens_on_this_machine_only(root):
    port = free_port()
    command = ("gemeengoed", "serve", "--port", str(port))
    with serving(root, *command, address=f"http://127.0.0.1:{port}/") as server:
        page_served = parse_text(server.get("tips/kort/"), root)
        assert text_of(with_class(page_served, "gg-head")[0].find("h1")) == "Korte tip"
        assert listening(port) == {"0100007F"}
    assert server.process.returncode in (0, 130)
    assert "Traceback" not in "".join(server.lines)


def test_gemeengoed_serve_shows_changes_and_what_is_wrong_and_goes_on(root):
    port = free_port()
    command = ("gemeengoed", "serve", "--port", str(port))
    with serving(root, *command, address=f"http://127.0.0.1:{port}/") as server:
        assert "/.gemeengoed/live.js" in server.get("tips/kort/")
        version = json.loads(server.get(".gemeengoed/state"))["version"]
        write_files(root, {TIP: page(title="Andere tip")})
        wait_until(lambda: "Andere tip" in server.get("tips/kort/"), server)
        assert json.loads(server.get(f".gemeengoed/state?after={version}"))["version"] > version
        write_files(root, {TIP: page("kleur: rood", title="Kapotte tip")})
        wait_until(lambda: "field-unknown" in server.get(".gemeengoed/state"), server)
        wait_until(lambda: any("field-unknown" in line for line in server.lines), server)
        assert "Intervisie" in server.get("methoden/intervisie/")
        settings = (root / "mkdocs.yml").read_text()
        write_files(root, {"mkdocs.yml": settings.replace("language: nl\n", "taal: nl\n")})
        wait_until(lambda: "taal" in server.get(".gemeengoed/state"), server)
        write_files(root, {"mkdocs.yml": settings, TIP: page(title="Herstelde tip")})
        wait_until(lambda: "Herstelde tip" in server.get("tips/"), server)
        wait_until(lambda: json.loads(server.get(".gemeengoed/state"))["notes"] == [], server)
    assert "Traceback" not in "".join(server.lines)


def test_gemeengoed_serve_answers_to_its_own_name_only(root):
    """A website elsewhere whose name is made to lead to this machine reads nothing."""
    port = free_port()
    command = ("gemeengoed", "serve", "--port", str(port))
    with serving(root, *command, address=f"http://127.0.0.1:{port}/") as server:
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(f"{server.address}tips/kort/", headers={"Host": f"elders.example:{port}"}), timeout=30)
        with refused.value as answer:
            assert answer.code == 421
        with pytest.raises(HTTPError) as missing:
            server.get("../../contributors.yaml")
        with missing.value as answer:
            assert answer.code == 404


def parse_text(html: str, folder: Path):
    file = folder / "answer.html"
    file.write_text(html)
    return parse(file)


def listening(port: int) -> set[str]:
    """The addresses on which something listens to a port (Linux: /proc/net/tcp, hexadecimal)."""
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:] if os.path.exists(table) else ():
            local, state = line.split()[1], line.split()[3]
            address, _, number = local.partition(":")
            if int(number, 16) == port and state == "0A":
                found.add(address)
    return found


def test_gemeengoed_serve_on_a_taken_port(root):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "gemeengoed", "serve", "--root", root, "--port", str(taken.getsockname()[1])]
        done = subprocess.run(command, env=environment(), capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
