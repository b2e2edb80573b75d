"""A document becomes the draft of a page: everything that can comes along, the rest is listed, nothing acts."""

import base64
import io
import json
import subprocess
import zipfile

import pypandoc
import pytest
from filled_forms import TIP
from gemeengoed.cli import app
from gemeengoed.documents.convert import convert
from gemeengoed.documents.opening import LARGEST, DocumentError
from gemeengoed.documents.page import personal_data, without
from gemeengoed.documents.pictures import clean_picture
from gemeengoed.i18n import Message
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from typer.testing import CliRunner

from commons import check_commons, load_commons, write_commons

REPORT = """\
---
title: Verslag van de buurttafel
---

# Aanleiding

Wij wilden **alle** bewoners _horen_. Zie [onze site](https://voorbeeld.example/a).[^een]

[^een]: Dat was in de zomer.

# Aanpak

1.  Nodig uit.
    -   per brief
    -   aan de deur
2.  Luister.

| Week | Wat |
|------|-----|
| 1 | Brief |
| 2 | Gesprek |

![De tafel op het plein](foto.jpg)

> Een bewoner: "Eindelijk."

## Wat het kostte

Niet veel.
"""


def photo(place=True, size=(40, 30)):
    """A photograph with, in its notes, where it was taken and by whom."""
    out = io.BytesIO()
    image = Image.new("RGB", size, "green")
    exif = image.getexif()
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 3.0, 0.0)})
    exif[0x013B] = "An Voorbeeld"
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The report as a document of every sort that a word processor saves."""
    folder = tmp_path_factory.mktemp("documents")
    (folder / "foto.jpg").write_bytes(photo())
    (folder / "verslag.md").write_text(REPORT, "utf-8")
    for sort in ("docx", "odt", "html"):
        command = [pypandoc.get_pandoc_path(), "verslag.md", "-s", "-o", f"verslag.{sort}"]
        command += ["--embed-resources"] if sort == "html" else []
        subprocess.run(command, cwd=folder, check=True)
    return folder


@pytest.fixture
def root(tmp_path):
    return write_commons(tmp_path / "commons")


def changed(file, target, **files):
    """A copy of a zip with other or more files in it."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in files:
                new.writestr(info, old.read(info))
        for name, content in files.items():
            new.writestr(name, content)
    return target


def said(lost):
    return [one.say(str) for one in lost]


def take(root, file, *arguments):
    options = ["--document", str(file), "--kind", "practice", "--root", str(root), "--lang", "nl", *arguments]
    return CliRunner().invoke(app, ["intake", *options])


def test_the_alternative_text_of_a_picture_in_an_opendocument(made, tmp_path):
    with zipfile.ZipFile(made / "verslag.odt") as archive:
        content = archive.read("content.xml").decode()
    assert "<draw:image" in content
    said_there = content.replace("</draw:frame>", "<svg:desc>De tafel &amp; het plein</svg:desc></draw:frame>")
    found = convert(changed(made / "verslag.odt", tmp_path / "x.odt", **{"content.xml": said_there}))
    assert "![De tafel & het plein](x-1.jpg)" in found.text and not found.without_alt


@pytest.mark.parametrize("sort", ["docx", "odt", "html"])
def test_everything_of_a_report_comes_along(made, sort):
    found = convert(made / f"verslag.{sort}")
    assert found.title == "Verslag van de buurttafel"
    for part in (
        "## Aanleiding\n",
        "### Wat het kostte\n",
        "**alle** bewoners *horen*",
        "[onze site](https://voorbeeld.example/a)",
        "[^1]: Dat was in de zomer.",
        "1.  Nodig uit.",
        "    - per brief\n",
        "| Week | Wat ",
        "| 2    | Gesprek |",
        "](verslag-1.jpg)",
        "De tafel op het plein",
        "> Een bewoner:",
    ):
        assert part in found.text, found.text
    assert list(found.pictures) == ["verslag-1.jpg"]
    assert [one for one in said(found.lost) if "place where" not in one] == []


def test_where_a_picture_was_taken_is_taken_out_and_said(made):
    found = convert(made / "verslag.docx")
    with Image.open(io.BytesIO(found.pictures["verslag-1.jpg"])) as image:
        assert not image.getexif() and image.size == (40, 30)
    assert any("was taken stood in it" in one for one in said(found.lost))
    assert clean_picture("x.jpg", photo(place=False)).said == ()


def test_a_picture_is_no_wider_than_a_page_needs_and_none_that_is_none():
    with Image.open(io.BytesIO(clean_picture("x.jpg", photo(size=(4000, 2000))).content)) as image:
        assert image.size == (1600, 800)
    for content in (b"", b"<svg onload='alert(1)'/>", b"\x89PNG\r\n", photo()[:50]):
        assert isinstance(clean_picture("x.png", content), Message)


def test_a_draft_of_a_page_with_what_is_missing_marked(root, made):
    done = take(root, made / "verslag.docx")
    assert done.exit_code == 0, done.output
    text = (root / "commons/practices/verslag-van-de-buurttafel.md").read_text("utf-8")
    assert "# Nog in te vullen: summary." in text and "# Nog in te vullen: themes." in text
    assert "title: Verslag van de buurttafel\nstatus: draft\n" in text
    assert "![De tafel op het plein](verslag-van-de-buurttafel-1.jpg)" in text
    assert (root / "commons/practices/verslag-van-de-buurttafel-1.jpg").is_file()
    own = [problem for problem in check_commons(root) if problem.path.endswith("verslag-van-de-buurttafel.md")]
    assert {problem.code for problem in own if str(problem.severity) == "error"} == {"field-missing"}
    assert "Nog in te vullen: summary, authors, themes" in done.stderr


def test_a_document_with_all_answers_is_a_page_that_passes_check(root, made, tmp_path):
    answers = {name: text for name, text in TIP.items() if name not in ("title", "body")}
    (tmp_path / "answers.json").write_text(json.dumps(answers), "utf-8")
    done = take(root, made / "verslag.docx", "--answers", str(tmp_path / "answers.json"))
    assert done.exit_code == 0, done.output
    assert not [problem for problem in check_commons(root) if str(problem.severity) == "error"]
    item = load_commons(root).items["practices/verslag-van-de-buurttafel"]
    assert item.fields.authors == ("an-voorbeeld",) and item.media == (
        "commons/practices/verslag-van-de-buurttafel-1.jpg",
    )


def test_a_name_that_is_taken_gets_a_number(root, made):
    take(root, made / "verslag.docx")
    first = (root / "commons/practices/verslag-van-de-buurttafel.md").read_bytes()
    assert take(root, made / "verslag.docx").exit_code == 0
    assert {"practices/verslag-van-de-buurttafel", "practices/verslag-van-de-buurttafel-2"} <= set(
        load_commons(root).items
    )
    assert (root / "commons/practices/verslag-van-de-buurttafel.md").read_bytes() == first
    pictures = sorted(file.name for file in (root / "commons/practices").glob("*.jpg"))
    assert len(pictures) == 2


def test_people_in_a_document_are_asked_about_before_anything_is_written(root, tmp_path):
    file = tmp_path / "verslag.txt"
    file.write_text("Bel 056 12 34 56 of mail an.voorbeeld@gemeente-a.be voor meer uitleg.", "utf-8")
    done = take(root, file)
    assert done.exit_code == 1 and not (root / "commons/practices").exists()
    assert "een telefoonnummer: 056 12 34 56" in done.stderr and "een e-mailadres: an.voorbeeld@" in done.stderr
    assert take(root, file, "--personal", "remove").exit_code == 0
    text = (root / "commons/practices/verslag.md").read_text("utf-8")
    assert "Bel [weggelaten] of mail [weggelaten] voor meer uitleg." in text


@given(st.text(max_size=200))
def test_what_is_about_people_can_be_taken_out_of_any_text(text):
    mixed = f"{text} an@gemeente-a.be {text} 056 12 34 56"
    left = without(mixed, personal_data(mixed), "…")
    assert "an@gemeente-a.be" not in left


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("x.docx", b"this is no zip", "no document of a word processor"),
        ("x.docx", b"\xd0\xcf\x11\xe0" + b"x" * 500, "has a password or is of an old Word"),
        ("x.docx", b"", "no document of a word processor"),
        ("x.doc", b"x", "Save it as .docx"),
        ("x.pdf", b"%PDF", "Save it as .docx"),
        ("x.exe", b"MZ", "Save it as .docx"),
        ("x.eml", b"", "no text in this mail"),
    ],
)
def test_what_is_no_document_is_refused_in_words(tmp_path, name, content, why):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DocumentError, match=why):
        convert(tmp_path / name)


def test_a_zip_that_is_no_document(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as archive:
        archive.writestr("../../etc/passwd", "x")
    with pytest.raises(DocumentError, match="no document"):
        convert(tmp_path / "x.docx")


def test_a_bomb_is_not_opened(made, tmp_path):
    bomb = changed(made / "verslag.docx", tmp_path / "bomb.docx", **{"word/media/x.png": b"\0" * 80_000_000})
    with pytest.raises(DocumentError, match="far more than it should"):
        convert(bomb)


def test_two_hundred_megabytes_are_refused_before_they_are_read(root, tmp_path):
    with (tmp_path / "groot.docx").open("wb") as out:
        out.truncate(4 * LARGEST)
    done = take(root, tmp_path / "groot.docx")
    assert done.exit_code == 2 and "Het document telt 200 MB" in done.stderr


def test_a_damaged_document_is_refused(made, tmp_path):
    broken = changed(made / "verslag.docx", tmp_path / "x.docx", **{"word/document.xml": "<w:document"})
    with pytest.raises(DocumentError, match="damaged"):
        convert(broken)


def test_macros_remarks_and_what_else_is_lost_are_listed(made, tmp_path):
    more = {"word/vbaProject.bin": b"x", "word/comments.xml": "<w:comment >x", "word/embeddings/a.xlsx": b"x"}
    found = convert(changed(made / "verslag.docx", tmp_path / "x.docm", **more))
    assert {"Macros were left out.", "Remarks in the margin were left out."} <= set(said(found.lost))
    assert "Files inside the document were left out." in said(found.lost)


def test_html_of_a_stranger_acts_on_nothing(tmp_path):
    text = """<h1>Kop</h1><script>alert(1)</script><p onclick="x()">Dag <u>jij</u> <s>weg</s>
    <a href="#onder">onder</a> <img src="/etc/passwd" alt="x"><img src="https://kwaad.example/p.png"></p>
    <!-- gemeengoed: off text-email, because --><iframe src="https://kwaad.example"></iframe>
    <table><tr><td>a</td><td>b</td></tr>
    <tr><td colspan="2"><ul><li>een</li><li>twee</li></ul></td></tr></table>"""
    (tmp_path / "x.html").write_text(text, "utf-8")
    found = convert(tmp_path / "x.html")
    assert found.title == "Kop" and not found.pictures
    for part in ("script", "alert", "onclick", "passwd", "kwaad", "iframe", "gemeengoed:"):
        assert part not in found.text
    assert "een twee" in found.text and "| a " in found.text
    lost = " ".join(said(found.lost))
    for part in ("passwd", "p.png", "Underlined", "struck", "inside the document", "merged", "lists", "headings"):
        assert part in lost, lost


def test_a_picture_without_alternative_text_is_asked_about(root, tmp_path):
    picture = base64.b64encode(photo()).decode()
    (tmp_path / "x.html").write_text(f"<h1>Kop</h1><p><img src='data:image/jpeg;base64,{picture}'></p>", "utf-8")
    done = take(root, tmp_path / "x.html")
    assert done.exit_code == 0 and "Zeg voor wie het niet ziet wat het beeld" in done.stderr


def test_a_pasted_mail(tmp_path):
    text = "Van: An <an@a.be>\nAan: Bo\nVerzonden: 1 mei\nOnderwerp: Een tip\n\nGa met twee.\n\n-- \nAn\n056 12 34 56\n"
    (tmp_path / "mail.txt").write_text(text, "utf-8")
    found = convert(tmp_path / "mail.txt")
    assert (found.title, found.text) == ("Een tip", "Ga met twee.")
    assert len(found.lost) == 2


def test_a_saved_mail_with_an_attachment(tmp_path):
    lines = [
        "From: an@a.be",
        "Subject: =?utf-8?q?Een_t=C3=AFp?=",
        'Content-Type: multipart/mixed; boundary="g"',
        "",
        "--g",
        "Content-Type: text/html; charset=utf-8",
        "",
        "<p>Ga met <b>twee</b>.</p>",
        "--g",
        "Content-Disposition: attachment; filename=deelnemers.xlsx",
        "",
        "x",
        "--g--",
    ]
    (tmp_path / "mail.eml").write_text("\r\n".join(lines), "utf-8")
    found = convert(tmp_path / "mail.eml")
    assert (found.title, found.text) == ("Een tïp", "Ga met **twee**.")
    assert any("deelnemers.xlsx" in one for one in said(found.lost))


@given(st.binary(max_size=400), st.sampled_from(["x.docx", "x.odt", "x.txt", "x.eml"]))
def test_any_bytes_are_a_document_or_refused(tmp_path_factory, content, name):
    file = tmp_path_factory.mktemp("any") / name
    file.write_bytes(content)
    try:
        assert "\0" not in convert(file).text
    except DocumentError as error:
        assert error.why.text
