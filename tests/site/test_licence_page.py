"""What a page says of its licence: to readers, to those who copy it, and to machines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from gemeengoed.edition import EditionName
from gemeengoed.render import Engine
from gemeengoed.stage.reservation import headers, reserved_patterns, tdmrep
from hypothesis import given
from hypothesis import strategies as st
from sites import build_site, parse, text_of, with_class

from commons import METHOD, SETTINGS, page, write_commons

CONSENT = "[CC-BY-NC-SA-4.0, CC-BY-4.0, CC0-1.0]"
CONTRIBUTORS = f"""\
redactie: {{name: Redactie, type: team, consent: {{on: 2026-11-22, scope: [name], licences: {CONSENT}}}}}
an: {{name: An </script><b>, consent: {{on: 2026-11-22, scope: [name], licences: {CONSENT}}}}}
"""
SOURCES = """\
licence: CC-BY-4.0
language: en
sources:
  - {title: Boek, author: Uitgever, url: "https://a.example/?a=1&b=2", relation: derived-from, licence: CC-BY-3.0}
  - {title: Vaste kaart, author: Maker, publication: Atlas, relation: includes, licence: CC-BY-NC-ND-4.0}
  - {title: Elders, relation: cites}"""
OPEN = page(SOURCES, title='"Open </script><script>alert(1)</script> & vrij"').replace("[redactie]", "[redactie, an]")
WEIRD = '"Open </script><script>alert(1)</script> & vrij"'.strip('"')
BOARD = "{file: bord.png, alt: Een bord, licence: CC0-1.0}"
SECRET = page("audience: members\nlicence: CC0-1.0", title="Verborgen kwestie")
FILES = {
    "mkdocs.yml": f"{SETTINGS}nav: [index.md]\n",
    "contributors.yaml": CONTRIBUTORS,
    "commons/tips/open.md": OPEN,
    "commons/tips/dicht.md": page(
        "media: [{file: bord.png, alt: Een bord, licence: CC0-1.0}]", "![Een bord](bord.png)\n"
    ),
    "commons/tips/bord.png": b"\x89PNG\r\n\x1a\n",
    "commons/tips/geheim.md": SECRET,
}


def with_licences(rule: str) -> str:
    return SETTINGS.replace("      language: nl\n", f"      language: nl\n      licences: {rule}\n", 1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_commons(tmp_path_factory.mktemp("licences"), FILES)
    build_site(root)
    return root / "site"


def head(page: Path) -> dict[str, str]:
    """The meta elements of a page by name."""
    return {found.get("name", ""): found.get("content", "") for found in parse(page).iter("meta")}


def linked_data(page: Path) -> dict[str, Any]:
    scripts = [found for found in parse(page).iter("script") if found.get("type") == "application/ld+json"]
    assert len(scripts) == 1
    data: dict[str, Any] = json.loads(scripts[0].text or "")["@graph"][0]
    return data


def box(page: Path) -> Element:
    (found,) = with_class(parse(page), "gg-licence")
    return found


def test_the_box_says_what_one_may_and_names_the_licence(site):
    text = text_of(box(site / "tips/open/index.html"))
    assert "CC BY 4.0" in text
    assert "CC BY-NC-SA 4.0" in text_of(box(site / "tips/dicht/index.html"))


def test_what_follows_along_from_included_works_stands_in_the_box(site):
    (following,) = with_class(box(site / "tips/open/index.html"), "gg-following")
    (part,) = list(following)
    assert "Vaste kaart" in text_of(part)
    assert "CC BY-NC-ND 4.0" in text_of(part)
    assert not with_class(box(site / "tips/dicht/index.html"), "gg-following")


def test_the_attribution_names_title_makers_site_address_and_licence(site):
    (found,) = with_class(box(site / "tips/open/index.html"), "gg-attribution")
    text = text_of(found)
    for part in (
        WEIRD,
        "Redactie, An </script><b>",
        "Proef",
        "https://proef.example/tips/open/",
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ):
        assert part in text
    assert found.get("data-gg-copy")


def test_the_licence_stands_in_the_head(site):
    for name, licence in (("open", "by/4.0"), ("dicht", "by-nc-sa/4.0")):
        links = [link for link in parse(site / f"tips/{name}/index.html").iter("link") if link.get("rel") == "license"]
        assert [link.get("href") for link in links] == [f"https://creativecommons.org/licenses/{licence}/"]


def test_the_linked_data_describe_the_work_its_makers_and_its_sources(site):
    data = linked_data(site / "tips/open/index.html")
    assert data["@type"] == "Article"
    assert data["name"] == WEIRD
    assert data["url"] == "https://proef.example/tips/open/"
    assert data["inLanguage"] == "en"
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [(author["@type"], author["name"]) for author in data["author"]] == [
        ("Organization", "Redactie"),
        ("Person", "An </script><b>"),
    ]
    assert [(work["name"], work["url"], work["license"]) for work in data["isBasedOn"]] == [
        ("Boek", "https://a.example/?a=1&b=2", "https://creativecommons.org/licenses/by/3.0/")
    ]
    assert [work["name"] for work in data["hasPart"]] == ["Vaste kaart"]
    assert [work["name"] for work in data["citation"]] == ["Elders"]


def test_no_value_can_end_the_script_that_it_stands_in(site):
    text = (site / "tips/open/index.html").read_text("utf-8")
    script = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(script)["@graph"][0]["name"] == WEIRD
    assert not set("<>&") & set(script)
    assert "<script>alert(1)" not in text


def test_a_page_that_forbids_commerce_is_reserved_and_another_is_not(site):
    assert head(site / "tips/dicht/index.html")["tdm-reservation"] == "1"
    assert head(site / "index.html")["tdm-reservation"] == "1"
    assert "tdm-reservation" not in head(site / "tips/open/index.html")
    assert "tdm-policy" not in head(site / "tips/dicht/index.html")


def test_the_whole_site_says_the_same_at_its_root(site):
    rules = json.loads((site / ".well-known/tdmrep.json").read_text("utf-8"))
    locations = {rule["location"] for rule in rules}
    assert {rule["tdm-reservation"] for rule in rules} == {1}
    assert {"/methoden/", "/tips/$", "/tips/dicht/$", "/$", "/pagefind/"} <= locations
    lines = (site / "_headers").read_text("utf-8").splitlines()[2:]  # after the policy for all pages
    assert {"/methoden/*", "/tips/", "/tips/dicht/", "/", "/pagefind/*"} <= set(lines[::2])
    assert set(lines[1::2]) == {"  tdm-reservation: 1"}
    for free in ("/open/", "bord", "/tips/*"):
        assert not any(free in line for line in (*lines, *locations))


def test_what_is_for_members_is_not_named_at_the_root(site):
    for name in (".well-known/tdmrep.json", "_headers"):
        assert "geheim" not in (site / name).read_text("utf-8")


def test_the_edition_for_members_names_it_and_leaves_it_free(tmp_path):
    root = write_commons(tmp_path, FILES)
    build_site(root, edition=EditionName.MEMBERS)
    assert "tdm-reservation" not in head(root / "site/tips/geheim/index.html")
    assert "geheim" not in (root / "site/_headers").read_text("utf-8")


def test_a_translation_of_a_page_for_members_does_not_name_it(tmp_path):
    translation = page("translation_of: {item: tips/geheim, hash: abc}\nlanguage: en")
    root = write_commons(tmp_path, {**FILES, "commons/tips/english.md": translation})
    build_site(root, keep_going=True)
    assert "translationOfWork" not in linked_data(root / "site/tips/english/index.html")
    build_site(root, edition=EditionName.MEMBERS, keep_going=True)
    assert linked_data(root / "site/tips/english/index.html")["translationOfWork"]["name"] == "Verborgen kwestie"


def test_a_site_that_is_free_for_commerce_is_not_reserved(tmp_path):
    settings = with_licences("{default: CC-BY-4.0}")
    root = write_commons(tmp_path, {"contributors.yaml": CONTRIBUTORS, "mkdocs.yml": settings})
    build_site(root)
    assert json.loads((root / "site/.well-known/tdmrep.json").read_text()) == [{"location": "/", "tdm-reservation": 0}]
    assert "tdm" not in (root / "site/_headers").read_text()
    assert "tdm-reservation" not in head(root / "site/methoden/intervisie/index.html")


@pytest.mark.parametrize("engine", list(Engine))
def test_a_policy_and_a_path_of_the_site_in_both_engines(tmp_path, engine):
    settings = with_licences("{tdm_policy: 'https://a.example/policy'}").replace(
        "proef.example/", "proef.example/kennis/"
    )
    root = write_commons(tmp_path, {"mkdocs.yml": settings, "docs/_headers": "/*\n  X-Eigen: 1\n"})
    build_site(root, engine=engine)
    rule = {"location": "/kennis/", "tdm-reservation": 1, "tdm-policy": "https://a.example/policy"}
    assert json.loads((root / "site/.well-known/tdmrep.json").read_text()) == [rule]
    text = (root / "site/_headers").read_text()
    own, ours = text.split("\n\n")
    assert own == "/*\n  X-Eigen: 1"
    path, content, *mining = ours.splitlines()
    assert path == "/kennis/*" and content.startswith("  Content-Security-Policy: default-src 'self'; ")
    assert mining == ["  tdm-reservation: 1", "  tdm-policy: https://a.example/policy"]
    found = head(root / "site/methoden/intervisie/index.html")
    assert (found["tdm-reservation"], found["tdm-policy"]) == ("1", "https://a.example/policy")
    assert linked_data(root / "site/methoden/intervisie/index.html")["name"] == "Intervisie"


def test_a_rule_for_a_folder_holds_on_its_pages(tmp_path):
    settings = with_licences("{folders: {methods: CC0-1.0}}")
    root = write_commons(tmp_path, {"contributors.yaml": CONTRIBUTORS, "mkdocs.yml": settings, METHOD: page()})
    build_site(root)
    method = root / "site/methoden/intervisie/index.html"
    assert "CC0 1.0" in text_of(box(method))
    assert "tdm-reservation" not in head(method)
    assert head(root / "site/methoden/index.html")["tdm-reservation"] == "1"


paths = st.dictionaries(
    st.from_regex(r"(?:[ab]/){0,2}[ab]?/?", fullmatch=True).filter(lambda path: path != "/"), st.booleans()
)


def first_match(rules: list[dict[str, Any]], path: str) -> int:
    """What a reader of TDMRep makes of a path: the first rule that matches it, from its start."""

    def matches(location: str) -> bool:
        return path == location[:-1] if location.endswith("$") else path.startswith(location)

    return next((rule["tdm-reservation"] for rule in rules if matches(rule["location"])), 0)


@given(paths)
def test_exactly_the_reserved_paths_are_reserved(reserved):
    rules = json.loads(tdmrep("/x", reserved_patterns(reserved), None))
    for path, is_reserved in reserved.items():
        assert first_match(rules, f"/x/{path}") == is_reserved


def test_names_of_files_are_written_as_in_an_address():
    patterns = reserved_patterns({"tips/twee woorden*.png": True, "tips/x/": False})
    assert patterns == ["/tips/twee%20woorden%2A.png"]
    assert headers("", patterns, None) == "/tips/twee%20woorden%2A.png\n  tdm-reservation: 1\n"


Build = Callable[[str], Path]


def test_every_page_of_the_own_site_says_its_licence(own_site: Build):
    site = own_site("mkdocs")
    for path in sorted(site.glob("methoden/*/index.html")):
        assert with_class(box(path), "gg-attribution")
        assert linked_data(path)["license"] == "https://creativecommons.org/licenses/by-nc-sa/4.0/"
