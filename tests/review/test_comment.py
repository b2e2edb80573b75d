"""From a pull request to the comment under it, and what happens when the report between was made by an enemy."""

import io
import json
import re
import subprocess
import zipfile

import pytest
from gemeengoed.checking import load_and_check
from gemeengoed.cli import app
from gemeengoed.i18n import translator
from gemeengoed.review.artifact import LARGEST, RefusedError, read_artifact
from gemeengoed.review.collect import collect
from gemeengoed.review.comment import LONGEST, MARK, comment
from gemeengoed.review.event import number_of, read_run
from gemeengoed.review.form import MOST, Review
from gemeengoed.settings import read_settings
from hypothesis import given
from hypothesis import strategies as st
from sites import commit, environment
from typer.testing import CliRunner

from commons import METHOD, page, write_commons, write_files

SAY = translator("nl")
RUN = "https://forge.example/gemeengoed/gemeengoed/actions/runs/7"
COMMIT = "c" * 40
TEXT = """Zes collega's buigen zich samen over de werkvraag van een van hen. De begeleider bewaakt de stappen en
de tijd. Wie de werkvraag inbrengt, vertelt eerst wat er aan de hand is; de anderen luisteren zonder onderbreken.
Daarna stellen ze verdiepende vragen, en pas tegen het einde geven ze elk een persoonlijk advies."""


@pytest.fixture
def root(tmp_path):
    """A commons on a branch of its own."""
    root = write_commons(tmp_path / "commons", {"commons/tips/oud.md": page(body=TEXT, title="Vraag eerst door")})
    commit(root, "2026-03-01")
    subprocess.run(["git", "-C", root, "switch", "-q", "-c", "bijdrage"], env=environment(), check=True)
    return root


def reviewed(root):
    commons, problems = load_and_check(root, read_settings(root))
    return collect(commons, problems, "main", 5, SAY)


def told(root):
    return comment(reviewed(root), RUN, SAY)


def event(**changed):
    """The event of a finished run, as the forge sends it for a pull request from a fork."""
    run = {
        "event": "pull_request",
        "head_sha": COMMIT,
        "head_branch": "mijn-tip",
        "head_repository": {"full_name": "an/gemeengoed"},
        "html_url": RUN,
        "pull_requests": [],
    }
    return {"action": "completed", "workflow_run": run | changed}


def pull(**changed):
    head = {"sha": COMMIT, "ref": "mijn-tip", "repo": {"full_name": "an/gemeengoed"}}
    return {"number": 5, "state": "open", "head": head} | changed


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def commented(root, folder, artifact, pulls=None, run=None):
    """The command that the workflow runs; returns its exit code and the files that it made."""
    files = {"event.json": json.dumps(run or event()), "pulls.json": json.dumps([pull()] if pulls is None else pulls)}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    if artifact is not None:
        (folder / "review.zip").write_bytes(artifact)
    arguments = [f"--{name}={folder / file}" for name, file in zip(("event", "pulls"), files, strict=True)]
    arguments += [f"--artifact={folder / 'review.zip'}", f"--out={folder / 'out'}", f"--root={root}"]
    done = CliRunner().invoke(app, ["comment", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    made = folder / "out"
    return done.exit_code, {file.name: file.read_text("utf-8") for file in made.iterdir()} if made.exists() else {}


def test_a_good_page_is_thanked_for_and_shown(root):
    write_files(root, {"commons/tips/nieuw.md": page(title="Neem iemand mee")})
    text = told(root)
    assert text.startswith(f"{MARK}\n\nDank je wel voor je bijdrage! Alles wat een programma kan nakijken, is in orde.")
    assert "- `Neem iemand mee` (`commons/tips/nieuw.md`): nieuw\n" in text
    assert RUN in text


def test_problems_say_where_and_how(root):
    write_files(root, {"commons/tips/nieuw.md": page("maturity: bewezen", title="Neem iemand mee", body="Zie [x](y).")})
    text = told(root)
    assert "Je bent er bijna: 2 punten" in text
    must, could = text.index("### Dit moet nog goed"), text.find("### Dit kan beter")
    assert must < text.index("**Regel 6**") < text.index("**Regel 8**")
    assert could == -1 or text.index("**Regel 8**") < could
    assert "- `Neem iemand mee` (`commons/tips/nieuw.md`): nieuw, nog niet (zie hieronder)\n" in text
    assert "kies 'Edit file'" in text


def test_one_thing_is_told_as_one_and_what_keeps_nothing_back_apart(root):
    text = "Bel 050 12 34 56. Zie [x](y)."
    write_files(root, {"commons/tips/nieuw.md": page(title="Neem iemand mee", body=text)})
    told_ = told(root)
    assert "Je bent er bijna: één punt houdt de publicatie nog tegen." in told_
    must, could = told_.index("### Dit moet nog goed"), told_.index("### Dit kan beter, maar houdt niets tegen")
    assert must < told_.index("bestaat niet") < could < told_.index("telefoonnummer")


def test_a_page_that_is_like_another_is_named(root):
    write_files(root, {"commons/tips/nieuw.md": page(title="Eerst vraag door")})
    assert [one.other for one in reviewed(root).similar] == ["commons/tips/oud.md"]
    write_files(root, {"commons/tips/nieuw.md": page(title="Iets anders", body=TEXT + " Meer.")})
    assert [one.other for one in reviewed(root).similar] == ["commons/tips/oud.md"]
    assert "Is dit hetzelfde als een van deze?" in told(root)


def test_what_is_changed_and_taken_away(root):
    write_files(root, {"commons/tips/oud.md": None, METHOD: page(title="Intervisie", body="## Stappen\n\nAnders.\n")})
    assert [(touched.path, touched.state) for touched in reviewed(root).pages] == [
        (METHOD, "changed"),
        ("commons/tips/oud.md", "removed"),
    ]


def test_the_title_of_a_page_for_members_is_not_told(root):
    write_files(root, {"commons/tips/geheim.md": page("audience: members", title="Vertrouwelijk overleg")})
    review = reviewed(root)
    assert [(touched.fate, touched.title) for touched in review.pages] == [("members", "")]
    assert "Vertrouwelijk" not in told(root)


def test_the_whole_way_from_the_run_to_the_comment(root, tmp_path):
    write_files(root, {"commons/tips/nieuw.md": page(title="Neem iemand mee")})
    out = tmp_path / "review.json"
    done = CliRunner().invoke(
        app, ["review", "--changed-since=main", "--pull-request=5", f"--out={out}", f"--root={root}"]
    )
    assert done.exit_code == 0, done.output
    exit_code, made = commented(root, tmp_path, zipped([("review.json", out.read_bytes())]))
    assert exit_code == 0 and made["number"] == "5" and "Neem iemand mee" in made["comment.md"]


GOOD = json.loads(Review(pull_request=5, language="nl").model_dump_json())
HOSTILE = {
    "another number": zipped([("review.json", json.dumps({**GOOD, "pull_request": 6}))]),
    "no number": zipped([("review.json", json.dumps({**GOOD, "pull_request": "5; id"}))]),
    "a field too many": zipped([("review.json", json.dumps({**GOOD, "command": "id"}))]),
    "too many entries": zipped([("review.json", json.dumps({**GOOD, "similar": [{}] * (MOST + 1)}))]),
    "a name that leads out": zipped([("../../etc/review.json", "{}")]),
    "a second file": zipped([("review.json", json.dumps(GOOD)), ("x.sh", "id")]),
    "a bomb": zipped([("review.json", b" " * 50_000_000)]),
    "deep": zipped([("review.json", "[" * 200_000)]),
    "no zip": b"PK\x03\x04 no zip",
    "empty": b"",
    "large": b"x" * (LARGEST + 1),
    "no text": zipped([("review.json", b"\xff\xfe\x00")]),
    "a number that is none": zipped([("review.json", '{"pull_request": NaN, "language": "nl"}')]),
    "absent": None,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_report_is_refused_and_said_so(root, tmp_path, name):
    exit_code, made = commented(root, tmp_path, HOSTILE[name])
    assert exit_code == 0 and made["number"] == "5"
    assert "Het verslag van de controle was niet bruikbaar." in made["comment.md"]
    assert len(made["comment.md"]) < 1000
    assert {file.name for file in tmp_path.rglob("*") if file.is_file() and file.parent == tmp_path} <= {
        "event.json",
        "pulls.json",
        "review.zip",
    }


def test_words_of_a_hostile_report_act_on_nothing(root, tmp_path):
    bad = "<img src=x onerror=alert(1)> @iedereen #1 [x](https://kwaad.example) ![](http://kwaad.example) `` ` \n# K"
    problem = {"path": bad, "line": 1, "severity": "error", "code": "x", "message": bad, "advice": bad}
    touched = {"path": bad, "title": bad, "state": "added", "fate": "published"}
    content = {
        **GOOD,
        "problems": [problem],
        "pages": [touched],
        "similar": [{"path": bad, "other": bad, "title": bad}],
    }
    _, made = commented(root, tmp_path, zipped([("review.json", json.dumps(content))]))
    plain = re.sub(r"(?s)(`+)[^\n]*?(?<!`)\1(?!`)", "", made["comment.md"])
    assert (
        "<img" not in plain and "](" not in plain and "kwaad" not in re.sub(r"&#\d+;", "", plain).split("http")[0][:0]
    )
    assert not re.search(r"@\w|(?<!&)#\d", plain)
    assert "\n# K" not in plain


def test_a_long_report_fits_on_the_forge():
    problems = [
        {"path": f"commons/tips/{n}.md", "line": 1, "severity": "error", "code": "x", "message": "&" * 1000}
        for n in range(MOST)
    ]
    review = Review.model_validate({**GOOD, "problems": problems, "problems_in_all": 5000})
    assert len(comment(review, RUN, SAY)) < LONGEST + 5000 < 65_536


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        {},
        [None, 3, "x", {"head": None}],
        [pull(state="closed")],
        [pull(head={"sha": "d" * 40, "repo": {"full_name": "an/gemeengoed"}})],
        [pull(head={"sha": COMMIT, "repo": {"full_name": "iemand/anders"}})],
        [pull(head={"sha": COMMIT, "repo": None})],
    ],
)
def test_no_comment_where_no_open_pull_request_stands_at_the_commit(root, tmp_path, pulls):
    assert commented(root, tmp_path, zipped([("review.json", json.dumps(GOOD))]), pulls) == (1, {})


@pytest.mark.parametrize("run", [{}, {"workflow_run": {}}, event(event="push"), event(html_url="javascript:alert(1)")])
def test_no_comment_for_an_event_of_another_sort(root, tmp_path, run):
    assert commented(root, tmp_path, zipped([("review.json", json.dumps(GOOD))]), run=run or {"x": 1}) == (1, {})


def test_the_pull_request_is_the_one_that_the_forge_names(tmp_path):
    (tmp_path / "e").write_text(json.dumps(event()))
    (tmp_path / "p").write_text(json.dumps([pull(number=9, state="closed"), pull(number=8)]))
    assert number_of(read_run(tmp_path / "e"), tmp_path / "p") == 8


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda content: zipped([("review.json", content)])))
def test_any_bytes_are_refused_or_a_review(tmp_path_factory, content):
    file = tmp_path_factory.mktemp("any") / "review.zip"
    file.write_bytes(content)
    with pytest.raises(RefusedError):
        read_artifact(file, 5)
