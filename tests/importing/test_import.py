"""A collection of somebody else: every file accounted for, the items free of errors, nothing overwritten.

The collections are our own, made like 18F/methods: other fields, a file without ``.md``, a template, an archived file.
"""

import json
import shutil
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from gemeengoed.cli import app
from gemeengoed.importing.mapping import MappingError, read_mapping
from gemeengoed.importing.plan import plan
from gemeengoed.importing.propose import propose
from gemeengoed.schemas import schemas
from typer.testing import CliRunner

from commons import METHOD, check_commons, load_commons, write_commons, write_files

REPOSITORY = Path(__file__).parents[2]
LIKE_18F = REPOSITORY / "tests/fixtures/like-18f"
MAPPING = """\
kind: method
language: en
authors: [vzw-b]
licence: CC0-1.0
origin: {title: Proefmethoden, author: Vzw B, licence: CC0-1.0, site: "https://methoden.example/"}
exclude: {"*_template*": a template, "*/archive/*": archived}
add_md: true
fields:
  title: title
  summary: {from: description, or_from: [what], shorten: true}
  purpose: why
  duration: {from: timeRequired, minutes: true}
  themes: {from: category, map: {Discover: participatie}, default: participatie}
put: {note: A note}
drop: {layout: only for their site}
addresses: [permalink, redirect_from]
"""


def theirs(body, **keys):
    head = {"title": "Vote", "description": "A vote.", "category": "Discover"} | keys
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n{body}\n"


@pytest.fixture
def root(tmp_path):
    return write_commons(tmp_path / "commons")


def planned(root, folder, files=None, mapping=MAPPING):
    write_files(folder, files or {})
    (folder.parent / "mapping.yaml").write_text(mapping, "utf-8")
    return plan(load_commons(root), folder, read_mapping(folder.parent / "mapping.yaml"))


def one(root, folder, text, **files):
    """The item that one file becomes, and what is said of it."""
    made = planned(root, folder, {"vote.md": text, **files})
    line = next(line for line in made.lines if line.file == "vote.md")
    return made.files[line.path].content.decode(), [remark.say(str) for remark in line.remarks]


def run(*arguments):
    return CliRunner().invoke(app, ["import", *map(str, arguments)])


def test_every_file_of_a_collection_like_18fs_is_accounted_for(root, tmp_path):
    made = planned(root, Path(shutil.copytree(LIKE_18F, tmp_path / "theirs")))
    assert [(line.file, line.path or line.why.say(str)) for line in made.lines] == [
        ("_methods/_template.md", "a template"),
        ("_methods/archive/role-swap.md", "archived"),
        ("_methods/question-wall", "commons/methods/question-wall.md"),
        ("_methods/walking-interview.md", "commons/methods/walking-interview.md"),
    ]


def test_the_items_pass_check_as_english_ones_with_source_and_licence(root, tmp_path):
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(MAPPING, "utf-8")
    old = tmp_path / "redirects"
    done = run(LIKE_18F, "--mapping", mapping, "--root", root, "--redirects", old)
    assert done.exit_code == 0, done.output
    assert not [problem for problem in check_commons(root) if str(problem.severity) == "error"]
    item = load_commons(root).items["methods/walking-interview"]
    assert str(item.fields.language) == "en" and item.fields.licence == "CC0-1.0"
    (source,) = item.fields.sources
    assert source.url == "https://methoden.example/discover/walking-interview/" and source.author == "Vzw B"
    assert item.fields.duration.min == item.fields.duration.max == 60
    assert "/discover/walking-interview/ /methoden/walking-interview/ 301\n" in old.read_text()
    assert "/walking-interview/ /methoden/walking-interview/ 301\n" in old.read_text()


def test_what_was_taken_in_before_is_not_taken_in_again(root, tmp_path):
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(MAPPING, "utf-8")
    run(LIKE_18F, "--mapping", mapping, "--root", root)
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    again = run(LIKE_18F, "--mapping", mapping, "--root", root, "--lang", "en")
    assert again.exit_code == 0 and "taken in before, as methods/question-wall" in again.output
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before


def test_a_dry_run_shows_the_table_and_writes_nothing(root, tmp_path):
    (tmp_path / "mapping.yaml").write_text(MAPPING, "utf-8")
    before = sorted(root.rglob("*"))
    done = run(LIKE_18F, "--mapping", tmp_path / "mapping.yaml", "--root", root, "--dry-run", "--lang", "en")
    assert done.exit_code == 0 and sorted(root.rglob("*")) == before
    assert done.output.startswith("4 files: 2 taken in, 2 not, with the reason. Errors: 0")
    assert "| `_methods/_template.md` | not taken in: a template |" in done.output


def test_with_an_error_nothing_is_written(root, tmp_path):
    bad = tmp_path / "theirs"
    write_files(bad, {"good.md": theirs("Text."), "bad.md": theirs("Mail an@gemeente-a.be.", title="Mail")})
    (tmp_path / "mapping.yaml").write_text(MAPPING, "utf-8")
    done = run(bad, "--mapping", tmp_path / "mapping.yaml", "--root", root)
    assert done.exit_code == 1 and "text-email" in done.output
    assert [file.name for file in (root / "commons/methods").iterdir()] == ["intervisie.md"]


def test_a_name_that_is_taken_is_never_overwritten(root, tmp_path):
    made = planned(root, tmp_path / "theirs", {"intervisie.md": theirs("Text."), "a/intervisie.md": theirs("Other.")})
    assert sorted(made.files) == ["commons/methods/intervisie-2.md", "commons/methods/intervisie-3.md"]
    assert METHOD not in made.files


@pytest.mark.parametrize(
    ("text", "expected", "said"),
    [
        ("See [it]({{ site.baseurl }}/old/talk/).", "See [it](methods/talk).", []),
        ('See <a href="{{site.baseurl}}/old/talk/#talk" class="x">it</a>.', "See [it](methods/talk).", []),
        ("See [it]({% link talk.md %}).", "See [it](methods/talk).", []),
        ("See [it](talk.md#how).", "See [it](methods/talk#how).", []),
        ("See [it](https://a.example/x).", "See [it](https://a.example/x).", []),
        ("See [it](/gone/).", "See [it](https://methoden.example/gone/).", ["link to '/gone/' now leads to"]),
        ("![A map](map.png)", "![A map](map.png)", []),
        ("![A map](gone.png)", "", ["link to 'gone.png' left out"]),
        ("A {% include x.html %}b", "A b", ["tag left out: {% include x.html %}"]),
        ('<section class="y" markdown="1">\n\n## Next\n\nText.\n\n</section>', "## Next\n\nText.", []),
        ("# How\n\n## Step", "## How\n\n### Step", []),
        ("Text.<!-- hidden -->", "Text.", ["a remark that no reader sees"]),
    ],
)
def test_their_text_becomes_ours(root, tmp_path, text, expected, said):
    talk = theirs("Talk.", title="Talk", permalink="/old/talk/")
    found, remarks = one(root, tmp_path / "theirs", theirs(text), **{"talk.md": talk, "map.png": b"\x89PNG"})
    assert found.partition("---\n\n")[2].strip() == expected
    assert len(remarks) == len(said) and all(part in remark for part, remark in zip(said, remarks, strict=True))


def test_a_picture_that_a_page_shows_comes_along_and_another_is_named(root, tmp_path):
    files = {"vote.md": theirs("![Map](img/map.png)"), "img/map.png": b"1", "img/other.png": b"2"}
    made = planned(root, tmp_path / "theirs", files)
    assert made.files["commons/methods/map.png"].content == b"1"
    fates = {line.file: line.path or line.why.say(str) for line in made.lines}
    assert fates["img/other.png"] == "no page shows it"


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1–2 hours per user", {"min": 60, "max": 120}),
        ("15 minutes", {"min": 15, "max": 15}),
        ("30 minutes to 1 hour per test", {"min": 30, "max": 60}),
        ("Less than 1 hour", {"max": 60}),
        ("~1 hour", {"min": 60, "max": 60}),
        ("30–60 mins", {"min": 30, "max": 60}),
        ("1 week, plus meetings", None),
        ("2–5 days of effort", None),
        ("Flexible", None),
    ],
)
def test_how_long_something_takes(root, tmp_path, typed, minutes):
    text, remarks = one(root, tmp_path / "theirs", theirs("Text.", timeRequired=typed))
    assert yaml.safe_load(text.split("---\n")[1]).get("duration") == minutes
    assert bool(remarks) is (minutes is None)
    assert (f"**timeRequired:** {typed}" in text) is (minutes is None), "nothing is lost"


def test_what_has_no_place_is_named(root, tmp_path):
    text, remarks = one(root, tmp_path / "theirs", theirs("Text.", colour="red", note="Mind this.", layout="card"))
    assert remarks == ["key left out: colour"] and "## A note\n\nMind this." in text


def test_a_summary_that_is_too_long_is_cut_after_a_sentence(root, tmp_path):
    text, remarks = one(root, tmp_path / "theirs", theirs("Text.", description="First. " + "word " * 80))
    assert "summary: First.\n" in text and "word word" in text and "shortened" in remarks[0]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("x.docx", b"PK", "no Markdown"),
        ("x.md", b"\xff\xfe", "no text in UTF-8"),
        ("x.md", b"No front matter", "its front matter cannot be read"),
        ("x.md", b"---\ntitle: [a, b]\n---\n", "it has no title"),
        ("x.md", b"---\ntitle: {% raw %}\n---\n", "its front matter cannot be read"),
        ("x.md", b"x" * 2_000_000, "larger than a page can be"),
        (".hidden", b"x", "its front matter cannot be read"),
    ],
)
def test_what_cannot_be_taken_in_is_named_with_the_reason(root, tmp_path, name, content, why):
    made = planned(root, tmp_path / "theirs", {name: content})
    assert [(line.file, line.why.say(str)) for line in made.lines] == [(name, why)] and not made.files


def test_a_link_is_not_followed(root, tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "x.md").symlink_to("/etc/hostname")
    (folder / "d").symlink_to("/etc")
    assert {line.file for line in planned(root, folder).lines} == {"x.md", "d"}
    assert not planned(root, folder).files


def test_a_proposed_mapping_is_nearly_right():
    data = yaml.safe_load(propose(LIKE_18F))
    assert (data["kind"], data["language"], data["add_md"]) == ("method", "en", True)
    assert data["fields"]["purpose"] == "why" and data["fields"]["duration"] == "timeRequired"
    assert set(data["exclude"]) == {"*_template*", "*/archive/*"}
    assert data["addresses"] == ["permalink", "redirect_from"] and set(data["drop"]) == {"layout"}
    schema = jsonschema_rs.Draft202012Validator(json.loads(schemas()["mapping.schema.json"]))
    assert schema.is_valid(data)


def test_the_mapping_of_18fs_methods_fits_the_schema():
    data = yaml.safe_load((REPOSITORY / "tooling/mappings/18f-methods.yaml").read_text("utf-8"))
    jsonschema_rs.validate(json.loads(schemas()["mapping.schema.json"]), data)


@pytest.mark.parametrize(
    "text",
    ["", "kind: x", "- a", "{", "a: &a [*a]", MAPPING.replace("method", "methode"), MAPPING.replace("purpose", "doel")],
)
def test_a_mapping_that_is_wrong_is_refused_with_the_place(tmp_path, text):
    (tmp_path / "m.yaml").write_text(text, "utf-8")
    with pytest.raises(MappingError, match=r"m\.yaml"):
        read_mapping(tmp_path / "m.yaml")
