"""The editor's page and what it is told: connected or not, with its program or without, and its own policy."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from gemeengoed.forge import Maker, edit_uri
from gemeengoed.kinds import KINDS
from gemeengoed.settings import EditorSettings, Settings
from gemeengoed.stage.editor import bundle, connection
from gemeengoed.stage.editor.fields import NAMES, item_fields
from gemeengoed.stage.words import Words
from sites import build_site, environment, html_pages

from commons import write_commons

PROXY = "{proxy: 'http://localhost:8081/api/v1'}"
PAGE = "redactie/index.html"


def commons_with(folder, editor: str = "", repo_url: str = ""):
    root = write_commons(folder)
    settings = root / "mkdocs.yml"
    own = f"  - gemeengoed:\n      editor: {editor or '{}'}\n"
    text = settings.read_text("utf-8").replace("  - gemeengoed:\n", own)
    settings.write_text(f"repo_url: {repo_url}\n{text}" if repo_url else text, "utf-8")
    return root


def test_it_stands_beside_the_site_and_no_search_finds_it(tmp_path):
    root = commons_with(tmp_path / "commons", PROXY)
    assert bundle.MISSING not in build_site(root).said.notices
    page = (root / "site" / PAGE).read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "data-pagefind-body" not in page
    assert "example/redactie/" not in (root / "site/sitemap.xml").read_text("utf-8")
    assert (root / "site/redactie/decap-cms.js").stat().st_size > 1_000_000
    assert list((root / "site/redactie").glob("*.map")) == []
    told = json.loads((root / "site/redactie/editor.json").read_text("utf-8"))
    assert [one["folder"] for one in told["config"]["collections"]] == [f"commons/{kind.folder}" for kind in KINDS]
    assert told["config"]["publish_mode"] == "editorial_workflow"
    assert told["config"]["backend"]["proxy_url"] == "http://localhost:8081/api/v1"


def test_its_policy_is_its_own_and_every_other_page_keeps_the_narrow_one(tmp_path):
    root = commons_with(tmp_path / "commons", PROXY)
    build_site(root)
    for path in html_pages(root / "site"):
        assert ("unsafe-eval" in (root / "site" / path).read_text("utf-8").replace("wasm-unsafe-eval", "")) is (
            path == PAGE
        )
    page = (root / "site" / PAGE).read_text("utf-8")
    assert "connect-src &#39;self&#39; blob: http://localhost:8081" in page
    headers = (root / "site/_headers").read_text("utf-8")
    assert "'unsafe-eval'" in headers and "script-src 'self' 'unsafe-eval';" in headers


def test_without_its_program_the_site_is_built_without_it_and_says_so(tmp_path, monkeypatch):
    root = commons_with(tmp_path / "commons", PROXY)
    monkeypatch.setattr("gemeengoed.stage.editor.bundle.PROGRAM", "is-not-there.js")
    built = build_site(root)
    assert bundle.MISSING in built.said.notices
    assert not (root / "site/redactie").exists()
    assert (root / "site/index.html").is_file()


def test_the_command_says_it_and_succeeds(tmp_path):
    root = commons_with(tmp_path / "commons", PROXY)
    code = (
        "import sys; from gemeengoed.stage.editor import bundle; bundle.PROGRAM = 'is-not-there.js'; "
        "sys.argv = ['gemeengoed', 'build', '--root', sys.argv[1]]; from gemeengoed.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(root)], env=environment(LC_ALL="nl_BE.UTF-8"), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "De editor in de browser is weggelaten" in done.stderr


def test_where_nobody_can_sign_in_the_page_says_what_is_missing(tmp_path):
    root = commons_with(tmp_path / "commons", repo_url="https://github.com/wij/commons")
    build_site(root)
    assert "nog niet aangesloten" in (root / "site" / PAGE).read_text("utf-8")
    assert [path.name for path in (root / "site/redactie").iterdir()] == ["index.html"]
    assert "unsafe-eval" not in (root / "site/_headers").read_text("utf-8").replace("wasm-unsafe-eval", "")


def test_without_a_forge_there_is_none(tmp_path):
    root = commons_with(tmp_path / "commons")
    build_site(root)
    assert not (root / "site/redactie").exists()


URL = "https://forge.example/wij/commons"


def connected(maker: Maker, **editor: str):
    own = EditorSettings(**editor)
    return connection.connection(Settings(repo_url=URL, edit_uri=edit_uri(maker, "hoofd"), editor=own))


def test_github_needs_a_service_to_sign_in_and_gitlab_a_number():
    github = connected(Maker.GITHUB, sign_in="https://aanmelden.example/oauth/start")
    assert github.backend == {
        "name": "github", "repo": "wij/commons", "branch": "hoofd", "api_root": "https://forge.example/api/v3",
        "base_url": "https://aanmelden.example", "auth_endpoint": "oauth/start",
    }  # fmt: skip
    assert github.origins == ("https://forge.example",)
    gitlab = connected(Maker.GITLAB, app_id="abc")
    assert (gitlab.backend["auth_type"], gitlab.backend["app_id"]) == ("pkce", "abc")
    assert gitlab.backend["api_root"] == "https://forge.example/api/v4"
    assert not connected(Maker.GITHUB).is_ready and not connected(Maker.GITLAB).is_ready
    assert connected(Maker.FORGEJO, app_id="abc") is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_kind_can_be_edited_but_mappings_of_roles(kind):
    names = [field["name"] for field in item_fields(kind, Words("nl"))]
    assert len(names) == len({*names})
    assert {*kind.fields.model_fields} - {*names} <= {"credits"}
    assert names[:4] == ["title", "summary", "authors", "themes"]


def test_labels_and_hints_are_in_the_language_of_the_site():
    fields = {field["name"]: field for field in item_fields(KINDS[0], Words("nl"))}
    assert fields["summary"]["label"] == "Samenvatting"
    assert fields["authors"]["widget"] == NAMES and fields["authors"]["multiple"]
    assert fields["maturity"]["options"][0] == {"label": "Idee", "value": "idea"}
    english = {field["name"]: field for field in item_fields(KINDS[0], Words("en"))}
    assert english["summary"]["label"] == "Summary"
