"""Building: nothing is published with errors, the old site stands whatever happens, equal sources give equal bytes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen
from xml.etree.ElementTree import Element

import pytest
from gemeengoed.build import BuildRefusedError, NotASiteError
from gemeengoed.i18n import message, translator
from gemeengoed.publish import restore, swap
from gemeengoed.render import Engine
from sites import build_site, bytes_of, environment, html_pages, parse, run, served, text_of, with_class

from commons import SETTINGS, page, write_commons, write_files

WRONG = {"commons/tips/fout.md": page("kleur: rood", title="Foute tip")}


def test_refuses_with_errors_and_leaves_the_old_site(copy):
    before = bytes_of(copy / "site")
    write_files(copy, WRONG)
    done = run("build", "--root", copy)
    assert done.returncode == 1
    assert "commons/tips/fout.md" in done.stdout and "kleur" in done.stdout and "--keep-going" in done.stderr
    assert bytes_of(copy / "site") == before


def test_refuses_without_an_old_site_too(tmp_path):
    root = write_commons(tmp_path / "nieuw", WRONG)
    with pytest.raises(BuildRefusedError) as refused:
        build_site(root)
    assert [problem.code for problem in refused.value.problems] == ["field-unknown"]
    assert not (root / "site").exists()


def test_keep_going_publishes_the_rest_and_lists_what_was_left_out(copy):
    write_files(copy, WRONG | {"commons/tips/yaml.md": page("applies_to: [")})
    done = run("build", "--root", copy, "--keep-going")
    assert done.returncode == 1
    assert message("{count} files were left out because of errors.", count=2).say(translator("nl")) in done.stderr
    manifest = json.loads((copy / "site/manifest.json").read_text())
    rejected = {file["path"]: file["reason"] for file in manifest["files"] if file["fate"] == "rejected"}
    assert rejected == {
        "commons/tips/fout.md": "field-unknown, regel 6",
        "commons/tips/yaml.md": "front-matter-yaml, regel 7",
    }
    assert (copy / "site/tips/kort/index.html").exists() and not (copy / "site/tips/fout").exists()
    listed = text_of(parse(copy / "site/bestanden/index.html"))
    assert "commons/tips/fout.md" in listed and "commons/tips/yaml.md" in listed


def test_keep_going_without_errors_is_clean(copy):
    assert run("build", "--root", copy, "--keep-going").returncode == 0


HANGING = """
import sys, time
from pathlib import Path
import gemeengoed.build as building
import gemeengoed.languages as languages
from gemeengoed import rendering, staging, survey
from gemeengoed.render import Engine
from gemeengoed.settings import read_settings

def hang(*arguments):
    Path(sys.argv[2]).touch()
    time.sleep(60)

if sys.argv[3] == "stage":  # in a copy of the program, which must not outlive it
    survey.WORTH_IT, staging.select = 1, hang
elif sys.argv[3] == "render":
    def half(configuration, tree, output, jobs):
        output.put("half.html", b"")
        hang()
    languages.ENGINES = {engine: half for engine in Engine}
elif sys.argv[3] == "index":
    rendering.update_index = hang
else:
    rename, moves = Path.rename, []
    def stop(self, target):
        moves.append(rename(self, target))
        if len(moves) == 1:
            hang()
    Path.rename = stop
root = Path(sys.argv[1])
building.build(root, read_settings(root), root / "site", jobs=2)
"""


@pytest.mark.parametrize("moment", ["stage", "render", "index", "move"])
def test_killed_halfway_the_old_site_stands(copy, tmp_path, moment):
    before = bytes_of(copy / "site")
    if moment == "stage":
        shutil.rmtree(copy / ".gemeengoed", ignore_errors=True)
    write_files(copy, {"commons/tips/kort.md": page(title="Andere titel")})
    sign = tmp_path / "sign"
    command = [sys.executable, "-c", HANGING, str(copy), str(sign), moment]
    with subprocess.Popen(command, env=environment()) as process:
        limit = time.monotonic() + 30
        while not sign.exists() and time.monotonic() < limit and process.poll() is None:
            time.sleep(0.02)
        assert sign.exists()
        process.send_signal(signal.SIGKILL)
    if moment == "move":
        assert not (copy / "site").exists()
        write_files(copy, WRONG)  # the next build brings the old site back even when it refuses to build a new one
        assert run("build", "--root", copy).returncode == 1
    assert bytes_of(copy / "site") == before
    write_files(copy, {"commons/tips/fout.md": None})
    assert run("build", "--root", copy).returncode == 0
    assert "Andere titel" in (copy / "site/tips/kort/index.html").read_text()
    assert sorted(path.name for path in copy.iterdir() if path.name.startswith(".site")) == []


def test_restore_leaves_a_finished_site_alone(tmp_path):
    for name in ("site", ".site.old"):
        write_files(tmp_path / name, {"index.html": name})
    restore(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "site"


def test_swap_takes_leftovers_away(tmp_path):
    for name in ("fresh", "site", ".site.old", ".site.new"):
        write_files(tmp_path / name, {"index.html": name})
    swap(tmp_path / "fresh", tmp_path / "site")
    assert bytes_of(tmp_path) == {"site/index.html": b"fresh"}


@pytest.mark.parametrize("engine", list(Engine))
def test_equal_sources_give_equal_bytes(copy, built, tmp_path, engine):
    """A second time, afresh, in another folder, in another time zone, on another day."""
    build_site(copy, engine=engine)
    first = bytes_of(copy / "site")
    assert len(first) > 50
    for change in ("again", "clean"):
        build_site(copy, engine=engine, clean=change == "clean")
        assert differences(first, bytes_of(copy / "site")) == [], change
    other = Path(shutil.copytree(built, tmp_path / "een" / "heel andere map"))
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        done = run("build", "--root", other, "--engine", engine, "--site", tmp_path / "elders", TZ=zone, LC_ALL="C")
        assert done.returncode == 0, done.stderr
        assert differences(first, bytes_of(tmp_path / "elders")) == [], zone


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)]


def test_a_build_leaves_no_clock_behind(built):
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_equal_bytes_without_history(tmp_path):
    root = write_commons(tmp_path / "los")
    build_site(root)
    first = bytes_of(root / "site")
    time.sleep(1.1)  # a file with the moment of its making in it would now differ
    build_site(root)
    assert differences(first, bytes_of(root / "site")) == []


def test_dates_come_from_the_history(built):
    day = [text_of(found) for found in with_class(parse(built / "site/tips/kort/index.html"), "gg-day")]
    assert day[0].count("2026") == 2 and "1 maart 2026" in day[0] and "2 april 2026" in day[0]


def test_without_history_it_says_so_and_builds(tmp_path):
    root = write_commons(tmp_path / "los")
    done = run("build", "--root", root)
    assert done.returncode == 0
    assert "git" in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert with_class(parse(root / "site/methoden/intervisie/index.html"), "gg-byline")


@pytest.mark.parametrize("engine", list(Engine))
@pytest.mark.parametrize(
    "folders", [[], ["commons", "docs"], ["commons/methods", "docs"]], ids=["nothing", "empty", "kind"]
)
def test_an_empty_commons_builds(tmp_path, folders, engine):
    write_files(tmp_path, {"mkdocs.yml": SETTINGS})
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True)
    done = run("build", "--root", tmp_path, "--engine", engine)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "site/manifest.json").read_text()) == {"version": 1, "files": []}
    assert {"index.html", "zoeken/index.html", "nieuw/index.html", "bestanden/index.html"} <= set(
        html_pages(tmp_path / "site")
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("engine", list(Engine))
def test_a_site_below_a_path(tmp_path, engine):
    """Every link and file of every page is there, and the page for what is not there too."""
    path = "/netwerk/kennis/"
    settings = SETTINGS.replace("https://proef.example/", f"https://proef.example{path}")
    footer = ("over", "bijdragen", "huisregels", "toegankelijkheid", "privacy")
    pages = {f"docs/{name}.md": f"---\ntitle: {name}\n---\nEen pagina.\n" for name in footer}
    root = write_commons(tmp_path, {"mkdocs.yml": settings, "commons/tips/kort.md": page(title="Korte tip"), **pages})
    build_site(root, engine=engine)
    with served(root / "site", path) as address:
        pages = {name: parse(root / "site" / name) for name in html_pages(root / "site")}
        pages["bestaat/niet/"] = pages.pop("404.html")  # its links must hold from anywhere
        wanted = {urljoin(address + name, target): name for name, page in pages.items() for target in addresses(page)}
        dead = {target: name for target, name in wanted.items() if not is_there(target)}
    assert len(wanted) > 40
    assert dead == {}


def is_there(address: str) -> bool:
    """Whether the server has it. What is elsewhere is not asked for."""
    if not address.startswith("http://127.0.0.1"):
        return True
    try:
        with urlopen(address) as answer:
            return len(answer.read()) > 0
    except HTTPError:
        return False


def addresses(page: Element) -> set[str]:
    """What a page links to and loads."""
    elements = [element for element in page.iter() if element.tag in ("a", "link", "script", "img", "form")]
    found = {element.get(name) for element in elements for name in ("href", "src", "action")}
    return {target for target in found if target and not target.startswith(("#", "mailto:"))}


@pytest.mark.parametrize("place", ["docs", ".", "commons", "elders"])
def test_never_replaces_what_is_no_site(copy, place):
    write_files(copy, {"elders/brief.txt": "Lieve moeder"})
    before = bytes_of(copy)
    with pytest.raises(NotASiteError):
        build_site(copy, copy / place)
    assert run("build", "--root", copy, "--site", copy / place).returncode == 2
    assert bytes_of(copy) == before


def test_replaces_an_empty_folder(copy, tmp_path):
    (tmp_path / "leeg").mkdir()
    build_site(copy, tmp_path / "leeg")
    assert (tmp_path / "leeg/index.html").is_file()


def test_what_is_wrong_with_the_configuration_is_told_once(copy):
    """Whoever gets ready to render reads it before, and says nothing."""
    build_site(copy)
    settings = copy / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nuse_directory_urls: misschien\n", "utf-8")
    told = run("build", "--root", copy, "--jobs", "2")
    assert told.returncode == 2
    assert f"{told.stdout}{told.stderr}".count("use_directory_urls") == 1
