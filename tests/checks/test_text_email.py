import pytest

from commons import CONTRIBUTORS, SETTINGS, VOCABULARY, found_by, page

CODE, TIP = "text-email", "commons/tips/kort.md"


def of(root, body, extra="", **files):
    return found_by(CODE, root, {TIP: page(extra, f"{body}\n"), **files})


@pytest.mark.parametrize("place", ["Mail an@gemeente.be.", "<mailto:an@gemeente.be>", "`x` an@gemeente.be <!-- -->"])
def test_an_address_in_the_text(tmp_path, place):
    assert of(tmp_path, place) == [f"{TIP}:7:{place.index('an@') + 1}"]


def test_an_address_in_front_matter_and_its_comments(tmp_path):
    found = of(tmp_path, "Kort.", "keywords: [an@gemeente.be]\n# of an@gemeente.be")
    assert found == [f"{TIP}:6:12", f"{TIP}:7:6"]


def test_an_address_in_a_register_and_on_a_hand_written_page(tmp_path):
    files = {
        "commons/vocabulary.yaml": f"# an@gemeente.be\n{VOCABULARY}",
        "docs/x.md": "---\ntitle: X\n---\nan@gemeente.be\n",
    }
    assert found_by(CODE, tmp_path, files) == ["commons/vocabulary.yaml:1:3", "docs/x.md:4:1"]


def test_the_register_of_contributors_is_for_another_check(tmp_path):
    files = {"contributors.yaml": f"# an@gemeente.be\n{CONTRIBUTORS}"}
    assert found_by(CODE, tmp_path, files) == []
    assert found_by("contributor-email", tmp_path, files) == ["contributors.yaml:1:3"]


def test_what_a_maintainer_allows(tmp_path):
    allowed = "      checks: {text-email: {allowed: [Hallo@Gemeente.be, '@net.be']}}\n"
    settings = SETTINGS.replace("      language: nl\n", f"      language: nl\n{allowed}")
    found = of(tmp_path, "hallo@gemeente.be an@net.be an@gemeente.be", **{"mkdocs.yml": settings})
    assert found == [f"{TIP}:7:29"]
