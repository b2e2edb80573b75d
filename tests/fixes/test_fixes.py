"""Mending: what is safe is put right in place, everything else stays byte for byte; twice changes nothing more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gemeengoed.fixes import Change, difference, plan, write_change
from gemeengoed.revisions import History
from gemeengoed.settings import read_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commons import page, write_commons

PAGE = "commons/practices/deelfiets.md"
TODAY = date(2026, 11, 22)


def changes(root: Path) -> tuple[Change, ...]:
    return plan(root, read_settings(root), History(), TODAY)


def becomes(root: Path, before: str | bytes) -> str:
    """What mending makes of a page, in a commons that is right for the rest."""
    write_commons(root, {PAGE: before})
    for change in changes(root):
        assert write_change(root, change)
    return (root / PAGE).read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("maturitty: trial", "maturity: trial"),
        ("Maturity: trial", "maturity: trial"),
        ("maturity: trail  # proef", "maturity: trial  # proef"),
        ("maturity: 'Trial'", "maturity: 'trial'"),
        ("maturity: Bewezen", "maturity: proven"),
        ('related: ["methods/intervise"]', 'related: ["methods/intervisie"]'),
        ("related: [methods/intervisie.md]", "related: [methods/intervisie]"),
        ("related:\n  # eerst\n  - methods/intervise", "related:\n  # eerst\n  - methods/intervisie"),
        ("skills: luisteren", "skills: [luisteren]"),
        ("skills: luisteren # meer", "skills: [luisteren] # meer"),
        ("skills:\n  luisteren", "skills:\n  - luisteren"),
        ("keywords:\n  fiets\n  delen", "keywords:\n  - fiets\n  - delen"),
        ("regions: Vlaanderen", "regions: [vlaanderen]"),
        ("licence: cc-by-nc-sa-4.0", "licence: CC-BY-NC-SA-4.0"),
        ("language: nl  ", "language: nl"),
        (
            "sources: [{title: Iets, relation: cites, url: http://www.w3.org/x}]",
            "sources: [{title: Iets, relation: cites, url: https://www.w3.org/x}]",
        ),
    ],
)
def test_front_matter(tmp_path, before, after):
    assert becomes(tmp_path, page(before)) == page(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Zie [intervisie](methods/intervise#stappen).", "Zie [intervisie](methods/intervisie#stappen)."),
        ("Zie [intervisie](methods/intervisie.md).", "Zie [intervisie](methods/intervisie)."),
        ("Zie [intervisie](/methods/intervisie).", "Zie [intervisie](methods/intervisie)."),
        ("Zie [intervisie](../methods/intervisie).", "Zie [intervisie](methods/intervisie)."),
        ("Zie [intervisie](https://proef.example/methods/intervisie).", "Zie [intervisie](methods/intervisie)."),
        ("Zie [het W3C](http://www.w3.org/).", "Zie [het W3C](https://www.w3.org/)."),
        ("Een zin. \nNog een.", "Een zin.\nNog een."),
    ],
)
def test_body(tmp_path, before, after):
    assert becomes(tmp_path, page(body=f"{before}\n")) == page(body=f"{after}\n")


@pytest.mark.parametrize(
    "content",
    [
        page("sumary: Nog een samenvatting."),  # the right name is already there
        page("colour: rood"),  # nothing like it
        page("maturity: klaar"),  # not near enough
        page("licence: CC-BY-SA-3.9"),  # another licence is another agreement
        page("success_factors: Tijd, geld en moed"),  # one text or three?
        page("success_factors:\n  Tijd en\n  geld"),
        page("organisations: [gemeente-b]"),  # another organisation, perhaps a new one
        page(body="Zie [intervisie](../methods/intervisie.md).\n"),  # a form that works everywhere
        page(body="`[x](methods/intervise)` \n"),
        page("title: [").replace("title: Een pagina\n", ""),
        b"\xff\xfe",
    ],
)
def test_unchanged(tmp_path, content):
    write_commons(tmp_path, {PAGE: content})
    assert changes(tmp_path) == ()


def test_credit_is_never_given_to_somebody_else(tmp_path):
    write_commons(tmp_path, {PAGE: page().replace("[redactie]", "[redacties]")})
    assert changes(tmp_path) == ()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_and_byte_order_mark_stay(tmp_path, line_end, mark):
    before = page("maturity: trail\nkeywords:\n  fiets\n  delen").replace("\n", line_end)
    after = page("maturity: trial\nkeywords:\n  - fiets\n  - delen").replace("\n", line_end)
    assert becomes(tmp_path, mark + before.encode()).encode() == mark + after.encode()


def test_what_a_first_round_uncovers_is_mended_too(tmp_path):
    assert becomes(tmp_path, page("skils: luisterren")) == page("skills: [luisteren]")


def test_registers(tmp_path):
    write_commons(tmp_path)
    register = tmp_path / "commons/organisations.yaml"
    register.write_text("# kop\n" + register.read_text().replace("type: non-profit", "type: non-proft  # vzw"))
    (change,) = changes(tmp_path)
    assert b"type: non-profit  # vzw\n" in change.after and change.after.startswith(b"# kop\n")


def test_the_diff_is_one_that_git_takes(tmp_path):
    write_commons(tmp_path, {PAGE: page("maturity: trail", "Zonder regeleinde. ")})
    told = "".join(difference(changes(tmp_path)))
    assert told.startswith(f"--- a/{PAGE}\n+++ b/{PAGE}\n@@ -3,6 +3,6 @@\n")
    assert "-maturity: trail\n+maturity: trial\n" in told
    assert told.endswith(
        "-Zonder regeleinde. \n\\ No newline at end of file\n+Zonder regeleinde.\n\\ No newline at end of file\n"
    )


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path):
    write_commons(tmp_path, {PAGE: page("maturity: trail")})
    (change,) = changes(tmp_path)
    (tmp_path / PAGE).write_text(page("maturity: trail", "Nieuwer.\n"))
    assert not write_change(tmp_path, change)
    assert (tmp_path / PAGE).read_text() == page("maturity: trail", "Nieuwer.\n")


def test_a_file_that_became_a_link_is_left_alone(tmp_path):
    root = write_commons(tmp_path / "commons", {PAGE: page("maturity: trail")})
    (change,) = changes(root)
    elsewhere = tmp_path / "elders.md"
    (root / PAGE).rename(elsewhere)
    (root / PAGE).symlink_to(elsewhere)
    assert not write_change(root, change)
    assert (root / PAGE).is_symlink() and elsewhere.read_text() == page("maturity: trail")


def test_a_folder_that_became_a_link_is_left_alone(tmp_path):
    root = write_commons(tmp_path / "commons", {PAGE: page("maturity: trail")})
    (change,) = changes(root)
    (root / PAGE).parent.rename(tmp_path / "elders")
    (root / PAGE).parent.symlink_to(tmp_path / "elders")
    assert not write_change(root, change)
    assert (root / PAGE).read_text() == page("maturity: trail")


def test_permissions_stay_and_nothing_else_is_left_behind(tmp_path):
    write_commons(tmp_path, {PAGE: page("maturity: trail")})
    (tmp_path / PAGE).chmod(0o640)
    before = {path.name for path in (tmp_path / PAGE).parent.iterdir()}
    assert [write_change(tmp_path, change) for change in changes(tmp_path)] == [True]
    assert (tmp_path / PAGE).stat().st_mode & 0o777 == 0o640
    assert {path.name for path in (tmp_path / PAGE).parent.iterdir()} == before


LINES = st.lists(
    st.sampled_from(
        [
            "maturitty: trial",
            "maturity: trail",
            "related: methods/intervise",
            "related: [methods/intervise, methods/intervisie.md]",
            "skills: luisteren, luistern",
            "skills:\n  luisteren\n  luistern",
            "keywords: fiets",
            "keyword: 'fiets, delen'",
            "licence: cc-by-4.0",
            'language: "NL"  ',
            "sources: [{titel: Iets, relation: cite, url: http://www.w3.org/x}]",
            "sumary: Dubbel",
            "# noot ",
        ]
    ),
    max_size=6,
)
BODY = st.lists(
    st.sampled_from(
        ["[x](methods/intervise)", "[y](methods/intervisie.md)", "http://www.w3.org/ ", " ", "\n", "`", "é"]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, body=BODY, line_end=st.sampled_from(["\n", "\r\n"]))
def test_twice_changes_nothing_more(tmp_path_factory, lines, body, line_end):
    root = write_commons(tmp_path_factory.mktemp("twee"))
    content = page("\n".join(lines), body).replace("\n", line_end)
    once = becomes(root, content.encode())
    assert ("\r\n" in once) == (line_end == "\r\n")
    assert changes(root) == ()
