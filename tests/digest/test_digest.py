"""The newsletter of a small commons with a history, in each format; and who and what stays out of it."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import html5lib
import pytest
from gemeengoed.digest import Digest, DigestFormat, render
from gemeengoed.digest.formats import WIDTH, literal
from markdown import Markdown
from sites import commit, run, text_of

from commons import METHOD, page, write_commons, write_files

GOLDEN = Path(__file__).parent / "golden"

PEOPLE = """\
redactie:
  name: Redactie
  type: team
  organisations: [gemeente-a]
  consent: {on: 2026-01-01, scope: [name, organisation], licences: [CC-BY-NC-SA-4.0]}
an:
  name: An Voorbeeld
  organisations: [gemeente-a]
  consent: {on: 2026-01-01, scope: [name], licences: [CC-BY-NC-SA-4.0]}
weg:
  name: Iemand Weg
  organisations: [gemeente-a]
  withdrawn_on: 2026-02-15
  consent: {on: 2026-01-01, scope: [name, organisation], licences: [CC-BY-NC-SA-4.0]}
stil:
  name: Stil Aanwezig
  organisations: [gemeente-a]
  consent: {on: 2026-01-01, scope: [organisation], licences: [CC-BY-NC-SA-4.0]}
"""

LONG = "Zes collega's, één vraag. " * 5 + "\n\n## Stappen\n\n1. Vertel.\n2. Vraag door.\n"
BETTER = LONG + "Daarna vertelt ieder wat hij of zij ervan meeneemt, en wat er de volgende keer anders moet. " * 2
NETWORK = page("type: community", title="De kring")
STREET = page("type: locon\npart_of: networks/kring", title="De straat")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commons of which March 2026 is told: pages that came, changed, moved, and some not for everybody."""
    made = write_commons(tmp_path_factory.mktemp("nieuws") / "proef", {"contributors.yaml": PEOPLE})
    start = {
        METHOD: page(title="Intervisie", body=LONG),
        "commons/tips/oud.md": page(title="Oude tip", body="Deze tip stond er al en blijft zoals hij is.\n"),
        "commons/tips/klad.md": page("status: draft", title="Van klad naar net", body="Al geschreven, nog klad.\n"),
        "commons/tips/vrij.md": page("audience: members", title="Eerst voor leden", body="Nu voor iedereen.\n"),
        "commons/tips/beetje.md": page(title="Een beetje anders", body=LONG),
        "commons/networks/kring.md": NETWORK,
        "commons/networks/straat.md": STREET,
        "commons/questions/open.md": page("asked_on: 2026-02-01", title="Wie weet dit?", body="Ik niet.\n"),
    }
    write_files(made, start)
    commit(made, "2026-02-20")
    changes = {
        METHOD: page(title="Intervisie", body=BETTER),
        "commons/tips/klad.md": page("credits: {inhoud: [an]}", title="Van klad naar net", body="Nu net.\n"),
        "commons/tips/vrij.md": page(title="Eerst voor leden", body="Nu voor iedereen.\n"),
        "commons/tips/beetje.md": page(title="Een beetje anders", body=LONG.replace("één vraag", "een vraag")),
        "commons/tips/leden.md": page("audience: members", title="Geheim van leden", body="Alleen voor leden.\n"),
    }
    (made / "commons/tips/oud.md").rename(made / "commons/tips/verhuisd.md")
    write_files(made, changes)
    commit(made, "2026-03-10")
    more = {
        "commons/practices/nieuw.md": page(
            "networks: [networks/straat]\ncredits: {inhoud: [vzw-b, stil]}\n"
            "reviews: [{by: vzw-b, on: 2026-03-15, verdict: useful}]",
            title="Samen <b>koken</b> & *eten* [hier](x)",
            body="Samen koken.\n",
        ),
        "commons/questions/hiaat.md": page(
            "state: gap\nexpert_wanted: Iemand die van ovens weet",
            title="Hoe warm is heet?",
            body="Dat weet niemand.\n",
        ),
        "commons/gatherings/feest.md": page(
            "network: networks/straat\nstart: 2026-04-20T19:00\nplace: Het plein",
            title="Straatfeest",
            body="Kom ook.\n",
        ),
        "commons/gatherings/voorbij.md": page(
            "network: networks/kring\nstart: 2026-03-01", title="Al voorbij", body="Het was fijn.\n"
        ),
        "commons/initiatives/oven.md": page(
            "network: networks/straat\npromotor: an\nmotivation: Samen bakken.\nphase: exploring\n"
            "open_roles: [Een metselaar, Iemand met hout]",
            title="Een oven in de straat",
            body="Bakken.\n",
        ),
        "commons/initiatives/klaar.md": page(
            "network: networks/kring\npromotor: an\nmotivation: Klaar.\nphase: stopped\nopen_roles: [Niemand meer]",
            title="Gestopt initiatief",
            body="Klaar.\n",
        ),
    }
    write_files(made, more)
    commit(made, "2026-03-20")
    write_files(made, {"commons/tips/april.md": page(title="Tip van april", body="Grapje.\n")})
    commit(made, "2026-04-01")
    return made


@cache
def told(root: Path, *options: str) -> str:
    """What ``gemeengoed digest`` prints of March 2026, on 2 April."""
    done = run("digest", "--root", root, "--since", "2026-03-01", *options, SOURCE_DATE_EPOCH="1775131200")
    assert done.returncode == 0, done.stderr
    return done.stdout


def of_march(root: Path, *options: str) -> str:
    return told(root, "--until", "2026-03-31", *options)


def test_the_newsletter_in_every_format(root: Path, tmp_path: Path) -> None:
    of_march(root, "--write", str(tmp_path))
    names = ["digest.html", "digest.md", "digest.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    for name in names:
        if os.environ.get("UPDATE_GOLDEN"):
            shutil.copy(tmp_path / name, GOLDEN / name)
        assert (tmp_path / name).read_text("utf-8") == (GOLDEN / name).read_text("utf-8"), name


def test_what_is_new_and_what_is_much_improved(root: Path) -> None:
    text = of_march(root, "--format", "text")
    new, improved = text.split("STERK VERBETERD")
    assert "Van klad naar net" in new and "Gestopt initiatief" in new
    assert "* Intervisie" in improved.split("VRAGEN DIE")[0] and "* Intervisie" not in new
    for same in ("Oude tip", "Een beetje anders", "Tip van april"):
        assert same not in text
    assert text.count("* Straatfeest") == 1 and "* Straatfeest" not in new
    assert "Tip van april" in told(root, "--format", "text")


def test_gatherings_that_were_and_roles_of_what_ended_are_not_called_for(root: Path) -> None:
    text = of_march(root, "--format", "text")
    coming = text.split("BIJEENKOMSTEN DIE KOMEN")[1]
    assert "Straatfeest" in coming and "Al voorbij" not in coming and "Niemand meer" not in coming
    assert "Gezocht: Een metselaar; Iemand met hout" in coming


def test_names_are_shown_as_agreed_and_no_others(root: Path) -> None:
    thanks = of_march(root, "--format", "text").split("MET DANK AAN")[1]
    assert "An Voorbeeld, Redactie (Gemeente A), Vzw B" in thanks
    everything = "".join(of_march(root, "--format", name) for name in ("text", "html", "markdown"))
    assert "Iemand Weg" not in everything and "Stil Aanwezig" not in everything and not re.search(r"\w@\w", everything)


def test_members_pages_stand_in_the_letter_for_members_only(root: Path) -> None:
    assert "Geheim" not in of_march(root) and "Geheim van leden" in of_march(root, "--edition", "members")


def test_a_page_that_was_for_members_is_new_to_everybody_else(root: Path) -> None:
    assert "* Eerst voor leden" in of_march(root, "--format", "text")
    assert "* Eerst voor leden" not in of_march(root, "--format", "text", "--edition", "members")


def test_a_network_has_its_own_letter_with_those_nested_in_it(root: Path) -> None:
    letter = of_march(root, "--network", "kring", "--format", "text")
    assert "De kring" in letter.splitlines()[0]
    assert "koken" in letter and "Straatfeest" in letter and "Van klad" not in letter
    of_street = of_march(root, "--network", "networks/straat", "--format", "text")
    assert "koken" in of_street and "Al voorbij" not in of_street


def test_an_unknown_network_is_refused_with_the_nearest(root: Path) -> None:
    done = run("digest", "--root", root, "--since", "2026-03-01", "--network", "krin")
    assert done.returncode == 2 and "networks/kring" in done.stderr and done.stdout == ""


@pytest.mark.parametrize("options", [["--since", "gisteren"], ["--since", "2026-03-01", "--until", "2026-02-01"]])
def test_wrong_days_are_refused(root: Path, options: list[str]) -> None:
    assert run("digest", "--root", root, *options).returncode == 2


def test_without_git_nobody_can_tell(tmp_path: Path) -> None:
    done = run("digest", "--root", write_commons(tmp_path / "los"), "--since", "2026-03-01", "--lang", "en")
    assert done.returncode == 2 and "no git repository" in done.stderr


def test_the_mail_holds_nothing_from_elsewhere_and_runs_nothing(root: Path) -> None:
    mail = html5lib.parse(of_march(root, "--format", "html"), namespaceHTMLElements=False)
    tags = {element.tag for element in mail.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "link", "iframe", "form", "object", "b"}
    links = [element.get("href") for element in mail.iter("a")]
    assert links and all(link.startswith("https://proef.example/") for link in links)
    assert "Samen <b>koken</b> & *eten* [hier](x)" in [text_of(heading) for heading in mail.iter("h3")]
    assert mail.get("lang") == "nl" and all(table.get("role") == "presentation" for table in mail.iter("table"))


def test_markdown_shows_what_strangers_wrote_as_they_wrote_it(root: Path) -> None:
    html = Markdown(extensions=["gemeengoed.markdown.sanitise"]).convert(of_march(root))
    shown = html5lib.parse(html, namespaceHTMLElements=False)
    assert "Samen <b>koken</b> & *eten* [hier](x)" in [text_of(link) for link in shown.iter("a")]


@pytest.mark.parametrize("format", DigestFormat)
def test_a_letter_of_an_example_says_so_first(format: DigestFormat) -> None:
    made_up = Digest(
        "Nieuws", "maart", "nl", "Niets nieuws.", (), (), "", "Proef", "", "", notice="Alles is *verzonnen*."
    )
    shown = render(made_up, format)
    assert shown.index("verzonnen") < shown.rindex("Niets nieuws")
    assert "verzonnen" not in render(replace(made_up, notice=""), format)


def test_lines_of_plain_text_are_short_but_for_addresses(root: Path) -> None:
    long = [line for line in of_march(root, "--format", "text").splitlines() if len(line) > WIDTH]
    assert [line for line in long if "https://" not in line] == []


@pytest.mark.parametrize(
    "text",
    [
        "1. een",
        "- een",
        "+ een",
        "# een",
        "> een",
        "*een*",
        "[een](x)",
        "a_b_",
        "&amp; <i>",
        "~~a~~ | b",
        ": a",
        "=",
        "1) b",
    ],
)
def test_no_text_becomes_a_mark(text: str) -> None:
    html = Markdown().convert(literal(text))
    assert not re.search(r"<(ol|ul|h1|em|a|i|blockquote)\b", html)
    assert text_of(html5lib.parse(html, namespaceHTMLElements=False)) == text
