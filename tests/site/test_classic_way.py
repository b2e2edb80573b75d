"""The fifth way in, with the files themselves: a new page from its command, and a page improved from its own link."""

from __future__ import annotations

import pytest
from gemeengoed.forge import Maker, edit_uri
from gemeengoed.problems import Severity
from sites import build_site, parse, run

from commons import check_commons, write_commons

URL = "https://forge.example/wij/commons"


def errors_of(root) -> list[str]:
    return [f"{found.path}: {found.code}" for found in check_commons(root) if found.severity is Severity.ERROR]


def test_from_the_command_to_a_file_that_passes_the_checks(tmp_path):
    root = write_commons(tmp_path)
    assert run("new", "tip", "Neem een collega mee: samen", "--root", root).returncode == 0
    file = root / "commons/tips/neem-een-collega-mee-samen.md"
    assert errors_of(root) == [f"{file.relative_to(root)}: field-missing"] * 2
    text = file.read_text("utf-8")
    text = text.replace("summary:\n", "summary: Met twee onthoud je meer.\n").replace(
        "themes: []", "themes: [participatie]"
    )
    file.write_text(text, "utf-8")
    assert errors_of(root) == []


@pytest.mark.parametrize("maker", Maker)
def test_a_page_leads_to_its_own_file_in_the_editor_of_each_forge(tmp_path, maker):
    root = write_commons(tmp_path)
    settings = root / "mkdocs.yml"
    forge = f"repo_url: {URL}\nedit_uri: {edit_uri(maker)}\n"
    settings.write_text(forge + settings.read_text("utf-8"), "utf-8")
    build_site(root)
    start = f"{URL}/{edit_uri(maker)}"
    for page, file in (("methoden/intervisie", "commons/methods/intervisie.md"), ("bijdragen", "docs/bijdragen.md")):
        if not (root / file).is_file():
            continue
        links = [link.get("href") for link in parse(root / f"site/{page}/index.html").iter("a")]
        assert start + file in links
    assert (root / "commons/methods/intervisie.md").is_file()
