from commons import SETTINGS, found_by, page

CODE, TIP = "text-phone", "commons/tips/kort.md"


def of(root, body, extra="", **files):
    return found_by(CODE, root, {TIP: page(extra, f"{body}\n"), **files})


def test_a_text_with_other_numbers_has_no_problem(tmp_path):
    assert of(tmp_path, "In 2019-2020, € 1.000.000,00, ISBN 978-90-1234-567-8, CC-BY-4.0.", "keywords: ['41002']") == []


def test_a_number_in_text_and_front_matter(tmp_path):
    assert of(tmp_path, "Bel 0475 12 34 56.", "keywords: [+32 9 223 45 67]") == [f"{TIP}:6:12", f"{TIP}:8:5"]


def test_what_a_maintainer_allows_in_whatever_form(tmp_path):
    allowed = "      checks: {text-phone: {allowed: ['02 512 34 56']}}\n"
    settings = SETTINGS.replace("      language: nl\n", f"      language: nl\n{allowed}")
    assert of(tmp_path, "Bel 02/512.34.56 of 0475 12 34 56.", **{"mkdocs.yml": settings}) == [f"{TIP}:7:21"]
