"""The parts of a search index, after whatever edits: together they hold every page once, as it is."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

from edited import TEXTS, TIPS
from gemeengoed.search import parts
from sites import build_site

from commons import page, write_commons, write_files


def entries(site: Path) -> dict[str, bytes]:
    """The entries of the search index that hold, by address: what a reader can find."""
    about = json.loads((site / "pagefind/parts.json").read_text())
    found: dict[str, bytes] = {}
    for part in ("", *about["parts"]):
        fragments = site / "pagefind" / part / "fragment"
        for file in fragments.rglob("*.pf_fragment"):
            entry = gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
            if file.relative_to(fragments).with_suffix("").as_posix() not in about["stale"]:
                assert json.loads(entry)["url"] not in found
                found[json.loads(entry)["url"]] = entry
    return found


def test_the_parts_of_a_search_index_hold_every_page_once_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "SMALL", 5)
    monkeypatch.setattr(parts, "PART", 80)
    monkeypatch.setattr(parts, "SHARE", 10)
    root = write_commons(tmp_path / "commons", {path: TEXTS[number] for number, path in enumerate(TIPS[:3])})
    write_files(root, {"commons/tips/plaat.png": b"\x89PNG\r\n\x1a\n"})
    build_site(root, keep_going=True)
    about = json.loads((root / "site/pagefind/parts.json").read_text())
    assert (about["parts"], about["stale"]) == (["part-1/"], {})
    steps = [
        {TIPS[0]: page(body="Anders.\n", title="Nieuwe titel")},
        {TIPS[1]: None, TIPS[3]: page(body="Erbij.\n", title="Vierde tip")},
        {TIPS[0]: TEXTS[0], TIPS[1]: TEXTS[1], TIPS[3]: None},
    ]
    for number, step in enumerate(steps):
        write_files(root, step)
        build_site(root, keep_going=True)
        about = json.loads((root / "site/pagefind/parts.json").read_text())
        copy = Path(shutil.copytree(root, tmp_path / str(number), ignore=shutil.ignore_patterns("site", ".gemeengoed")))
        build_site(copy, keep_going=True)
        assert entries(root / "site") == entries(copy / "site")
        assert (about["parts"] == ["part-1/", "later/"]) == (number < 2)
