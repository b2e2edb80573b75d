"""The link checker is tried against a server on this computer: the tests use no network."""

import json
import shutil
import stat
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from gemeengoed import liveness
from gemeengoed.liveness import CACHE, LivenessError, dead_addresses

HAS_LYCHEE = bool(shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee"))
with_lychee = pytest.mark.skipif(not HAS_LYCHEE, reason="needs the extra 'external'")


class Handler(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self):
        self.asked.append(self.path)
        code = 404 if self.path.startswith("/weg") else 429 if self.path == "/druk" else 200
        self.send_response(code)
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    Handler.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@with_lychee
def test_dead_addresses(tmp_path, site):
    asked = [f"{site}/goed", f"{site}/druk", f"{site}/weg?a=1&b=%22(x)", "http://127.0.0.1:9/niemand"]
    dead = dead_addresses(tmp_path, asked, seconds=5, private=True)
    assert set(dead) == set(asked[2:])
    assert dead[asked[2]] == "404"


@with_lychee
def test_what_answered_is_not_asked_again(tmp_path, site):
    for _ in range(2):
        dead_addresses(tmp_path, [f"{site}/goed", f"{site}/weg"], seconds=5, private=True)
    assert Handler.asked.count("/goed") == 1
    assert "/goed" in (tmp_path / CACHE).read_text()


@with_lychee
def test_addresses_of_the_own_network_are_not_asked(tmp_path, site):
    assert dead_addresses(tmp_path, [f"{site}/weg"]) == {}
    assert Handler.asked == []


@with_lychee
def test_without_a_network_nothing_is_called_dead(tmp_path):
    addresses = [f"http://127.0.0.1:9/{number}" for number in range(3)]
    with pytest.raises(LivenessError, match="on the network"):
        dead_addresses(tmp_path, addresses, seconds=2, private=True)


@with_lychee
def test_nothing_in_a_commons_tells_lychee_what_to_do(tmp_path, site, monkeypatch):
    (tmp_path / "lychee.toml").write_text('exclude = ["weg"]\n')
    (tmp_path / ".lycheeignore").write_text("weg\n")
    monkeypatch.chdir(tmp_path)
    assert dead_addresses(tmp_path, [f"{site}/weg"], private=True) == {f"{site}/weg": "404"}


def stand_in(tmp_path, monkeypatch, says):
    program = tmp_path / "lychee"
    program.write_text(f"#!{sys.executable}\nprint({says!r})\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(liveness, "lychee", lambda: str(program))


def test_what_lychee_says_is_read(tmp_path, monkeypatch):
    entry = {"url": "x", "status": {"text": "Timeout"}, "span": {"line": 2, "column": 1}}
    stand_in(tmp_path, monkeypatch, json.dumps({"timeout_map": {"links.html": [entry]}}))
    assert dead_addresses(tmp_path, ["https://b.be", "https://a.be"]) == {"https://b.be": "Timeout"}


@pytest.mark.parametrize("says", ["", "[]", "{"])
def test_lychee_failing(tmp_path, monkeypatch, says):
    stand_in(tmp_path, monkeypatch, says)
    with pytest.raises(LivenessError):
        dead_addresses(tmp_path, ["https://a.be"])


def test_without_addresses_lychee_is_not_needed(tmp_path, monkeypatch):
    monkeypatch.setattr(liveness, "lychee", lambda: "/bestaat/niet")
    assert dead_addresses(tmp_path, []) == {}


def test_without_lychee_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(liveness.shutil, "which", lambda *_, **__: None)
    with pytest.raises(LivenessError, match=r"gemeengoed\[external\]"):
        liveness.lychee()
