"""Nothing that front matter says is lost: every declared field of every kind is shown on its page."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from filled import NOT_SHOWN, Filled, filled_commons
from gemeengoed.edition import EditionName
from gemeengoed.i18n import translator
from gemeengoed.kinds import KIND_BY_FOLDER, KINDS
from gemeengoed.kinds.common import Audience, Language
from gemeengoed.stage.addresses import Addresses
from sites import build_site, parse, render_unchecked, text_of, with_class

from commons import METHOD, SETTINGS, page, problems_of, write_commons

say = translator("nl")
FIELDS = [(kind.folder, name) for kind in KINDS for name in kind.fields.model_fields if name not in NOT_SHOWN]


@pytest.fixture(scope="module")
def filled() -> Filled:
    return filled_commons("nl")


@pytest.fixture(scope="module")
def root(filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = f"{SETTINGS}nav: [index.md]\n"  # without it every page would stand in the menu of every other
    root = write_commons(tmp_path_factory.mktemp("vol"), {"mkdocs.yml": settings, METHOD: None, **filled.files})
    render_unchecked(root, root / "site")
    return root


@pytest.fixture(scope="module")
def shown(root: Path) -> dict[str, str]:
    """What a reader gets of each item: the words of its page and where its links lead, menus aside."""
    return {folder: shown_of(main_of(root / "site" / address_of(f"{folder}/vol"))) for folder in KIND_BY_FOLDER}


def address_of(ref: str) -> str:
    return f"{Addresses(say).page(ref)}index.html"


def main_of(page: Path) -> Element:
    return next(element for element in parse(page).iter() if element.get("id") == "gg-main")


def shown_of(element: Element) -> str:
    hidden = {inner for box in element.iter("div") if "hidden" in box.attrib for inner in box.iter()}
    seen = [inner for inner in element.iter() if inner not in hidden]
    words = [piece for inner in seen for piece in (inner.text, inner.get("href"))]
    words += [inner.tail for inner in element.iter()]
    return " ".join(" ".join(word for word in words if word).split())


def test_the_filled_commons_is_right(root):
    """As far as fields and references go; whether it all makes sense together is not asked of it."""
    assert [
        found for found in problems_of(root) if "field-" in found or "front-" in found or "reference-" in found
    ] == []


@pytest.mark.parametrize(("folder", "name"), FIELDS)
def test_field_is_shown(filled, shown, folder, name):
    expected = filled.expected[f"{folder}/vol"][name]
    assert expected
    assert [
        words for words in expected if not any(" ".join(word.split()) in shown[folder] for word in words.split("|"))
    ] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_box_or_section_is_empty(root, kind):
    for slug in ("vol", *(path.stem for path in sorted((root / "commons" / kind.folder).glob("doel-*.md"))[:1])):
        page = main_of(root / "site" / address_of(f"{kind.folder}/{slug}"))
        for element in page.iter():
            if element.tag in ("dd", "dt", "li", "h1", "h2", "h3", "a", "section"):
                assert text_of(element) or element.findall(".//img"), (slug, element.tag, element.get("class"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_label_and_licence_of_the_page(root, kind):
    page = parse(root / "site" / address_of(f"{kind.folder}/vol"))
    assert say(kind.label) in text_of(with_class(page, "gg-head__kind")[0])
    licence = [link.get("href") for link in page.iter("a") if link.get("rel") == "license"]
    assert licence == [link.get("href") for link in page.iter("link") if link.get("rel") == "license"] != []


def test_members_only_is_said(tmp_path):
    root = write_commons(tmp_path, {"commons/tips/kort.md": page("audience: members")})
    build_site(root, edition=EditionName.MEMBERS)
    assert say(Audience.MEMBERS.label) in text_of(
        with_class(parse(root / "site/tips/kort/index.html"), "gg-head__kind")[0]
    )


def test_another_language_is_said_and_marked(tmp_path):
    root = write_commons(tmp_path, {"commons/tips/kort.md": page("language: en", "An English text.\n")})
    build_site(root)
    built = parse(root / "site/tips/kort/index.html")
    assert say(Language.EN.label) in text_of(with_class(built, "gg-notice")[0])
    assert with_class(built, "gg-body")[0].get("lang") == "en"
    assert next(built.iter("html")).get("lang", built.get("lang")) == "nl"
